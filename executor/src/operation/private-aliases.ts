import {
  isAbstractType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
} from 'graphql';
import type { PrivateNames } from '../supergraph/private-names.ts';

export interface PrivateAliases {
  readonly document: DocumentNode;
  /** The client's alias, by the private one. */
  readonly clientKeys: ReadonlyMap<string, string>;
}

/**
 * Gives private names to aliases that the planner or the executor could take for something else: the name of another field
 * of the type, or a name that is made up on the way.
 *
 * The planner of @apollo/query-planner 2.14.4 mixes up an alias and the field of that name that it needs itself, for a key
 * or a `@requires`: `{ topProducts { price: weight shippingEstimate } }` sends the weight as the price. No case of the
 * audit sees it. `schema` is the whole supergraph's, because a hidden field can be needed too.
 */
export function privateAliases(schema: GraphQLSchema, document: DocumentNode, prefixes: PrivateNames): PrivateAliases {
  const types = new TypeInfo(schema);
  // One alias of one field gets one name wherever it stands: selections of one object have to meet again.
  const names = new Map<string, string>();
  const clientKeys = new Map<string, string>();
  visit(
    document,
    visitWithTypeInfo(types, {
      Field(field) {
        const alias = field.alias?.value;
        const parent = types.getParentType();
        if (alias === undefined || !parent || !isPlanned(field, parent) || names.has(useOf(field))) return;
        if (!isMadeUp(alias, prefixes) && (alias === field.name.value || !hasField(schema, parent, alias))) return;
        const name = `${prefixes.alias}${names.size}`;
        names.set(useOf(field), name);
        clientKeys.set(name, alias);
      },
    }),
  );
  if (names.size === 0) return { document, clientKeys };

  const renamed = visit(
    document,
    visitWithTypeInfo(types, {
      Field(field) {
        const parent = types.getParentType();
        const name = names.get(useOf(field));
        if (!field.alias || name === undefined || !parent || !isPlanned(field, parent)) return undefined;
        return { ...field, alias: { ...field.alias, value: name } };
      },
    }),
  );
  return { document: renamed, clientKeys };
}

/** Introspection is answered without the planner. */
function isPlanned(field: FieldNode, parent: GraphQLCompositeType): boolean {
  return !isIntrospectionType(parent) && field.name.value !== '__schema' && field.name.value !== '__type';
}

function isMadeUp(alias: string, prefixes: PrivateNames): boolean {
  return alias.startsWith(prefixes.alias) || alias.startsWith(prefixes.input) || /__alias_\d+$/.test(alias);
}

function hasField(schema: GraphQLSchema, type: GraphQLCompositeType, name: string): boolean {
  if (name === '__typename') return true;
  if ((isObjectType(type) || isInterfaceType(type)) && Object.hasOwn(type.getFields(), name)) return true;
  return isAbstractType(type) && schema.getPossibleTypes(type).some((possible) => Object.hasOwn(possible.getFields(), name));
}

function useOf({ alias, name }: FieldNode): string {
  return `${alias?.value ?? ''}:${name.value}`;
}
