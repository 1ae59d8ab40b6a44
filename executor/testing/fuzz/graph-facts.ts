import {
  Kind,
  parse,
  print,
  type FieldNode,
  type ObjectTypeDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type SelectionSetNode,
  type TypeNode,
} from 'graphql';
import { selectionOf } from './identity.ts';

/** Names of fields of a graph that stock is known to get wrong. */
export interface GraphFacts {
  /** They have a `@requires` with an object in a list of lists. */
  readonly nestedInputs: ReadonlySet<string>;
  /** They have a `@requires` for a field that another `@requires` of the type names with other arguments. */
  readonly conflictingInputs: ReadonlySet<string>;
  /** Lists of lists of objects that several subgraphs declare. */
  readonly sharedNestedLists: ReadonlySet<string>;
  /** They answer an interface that some subgraph takes for an object. */
  readonly interfaceObjects: ReadonlySet<string>;
}

export function factsOf(typeDefs: Readonly<Record<string, string>>): GraphFacts {
  const subgraphs = Object.values(typeDefs).map(typesOf);
  const inputs = subgraphs.flatMap(inputsOf);
  const declared = subgraphs.flatMap((types) =>
    [...types].flatMap(([typeName, { fields = [] }]) => fields.map((field) => ({ typeName, field, types }))),
  );
  const interfaceObjects = new Set(
    subgraphs.flatMap((types) => [...types.values()].filter((type) => directiveOf(type, 'interfaceObject')).map(({ name }) => name.value)),
  );
  return {
    nestedInputs: new Set(inputs.filter(({ node, type }) => node.selectionSet && isNestedList(type)).map(({ owner }) => owner)),
    conflictingInputs: new Set(inputs.filter((one) => inputs.some((other) => conflict(one, other))).map(({ owner }) => owner)),
    sharedNestedLists: new Set(
      declared
        .filter(
          ({ typeName, field, types }) =>
            isNestedList(field.type) &&
            types.has(namedType(field.type)) &&
            declared.some((other) => other.types !== types && other.typeName === typeName && other.field.name.value === field.name.value),
        )
        .map(({ field }) => field.name.value),
    ),
    interfaceObjects: new Set(
      declared.filter(({ field }) => interfaceObjects.has(namedType(field.type))).map(({ field }) => field.name.value),
    ),
  };
}

type CompositeDefinition = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;
type Types = ReadonlyMap<string, CompositeDefinition>;

/** A field that a `@requires` names. */
interface Input {
  /** The field with the `@requires`. */
  readonly owner: string;
  readonly ownerType: string;
  readonly node: FieldNode;
  readonly type: TypeNode;
}

function typesOf(sdl: string): Types {
  const definitions = parse(sdl).definitions.filter(
    (one) => one.kind === Kind.OBJECT_TYPE_DEFINITION || one.kind === Kind.INTERFACE_TYPE_DEFINITION,
  );
  return new Map(definitions.map((definition) => [definition.name.value, definition]));
}

function inputsOf(types: Types): Input[] {
  return [...types].flatMap(([ownerType, { fields = [] }]) =>
    fields.flatMap((field) => {
      const fieldSet = directiveOf(field, 'requires')?.arguments?.[0]?.value;
      if (fieldSet?.kind !== Kind.STRING) return [];
      return [...usesIn(types, ownerType, selectionOf(fieldSet.value))].map((use) => ({ owner: field.name.value, ownerType, ...use }));
    }),
  );
}

function* usesIn(types: Types, typeName: string, { selections }: SelectionSetNode): Generator<{ node: FieldNode; type: TypeNode }> {
  for (const selection of selections) {
    if (selection.kind === Kind.INLINE_FRAGMENT)
      yield* usesIn(types, selection.typeCondition?.name.value ?? typeName, selection.selectionSet);
    if (selection.kind !== Kind.FIELD) continue;
    const type = types.get(typeName)?.fields?.find(({ name }) => name.value === selection.name.value)?.type;
    if (!type) continue;
    yield { node: selection, type };
    if (selection.selectionSet) yield* usesIn(types, namedType(type), selection.selectionSet);
  }
}

function conflict(one: Input, other: Input): boolean {
  const head = ({ node }: Input) => print({ ...node, selectionSet: undefined });
  return one.ownerType === other.ownerType && one.node.name.value === other.node.name.value && head(one) !== head(other);
}

function directiveOf({ directives = [] }: Pick<CompositeDefinition, 'directives'>, name: string) {
  return directives.find((directive) => directive.name.value === name);
}

function isNestedList(type: TypeNode): boolean {
  if (type.kind === Kind.NON_NULL_TYPE) return isNestedList(type.type);
  return type.kind === Kind.LIST_TYPE && print(type.type).includes('[');
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
