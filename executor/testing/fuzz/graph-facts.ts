import {
  Kind,
  parse,
  print,
  type FieldDefinitionNode,
  type FieldNode,
  type ObjectTypeDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type SelectionSetNode,
  type TypeNode,
  type UnionTypeDefinitionNode,
} from 'graphql';
import { selectionOf } from './identity.ts';

/** Fields of a graph, as `Type.field`, that stock is known to get wrong. */
export interface GraphFacts {
  /** They have a `@requires` with an object in a list of lists. */
  readonly nestedInputs: ReadonlySet<string>;
  /** They have a `@requires` for a field that another `@requires` of the type names with other arguments. */
  readonly conflictingInputs: ReadonlySet<string>;
  /** Lists of lists of objects that several subgraphs declare. */
  readonly sharedNestedLists: ReadonlySet<string>;
  /** They answer an interface that some subgraph takes for an object, or what implements it. */
  readonly interfaceObjects: ReadonlySet<string>;
}

export function factsOf(typeDefs: Readonly<Record<string, string>>): GraphFacts {
  const subgraphs = Object.values(typeDefs).map(typesOf);
  const inputs = subgraphs.flatMap(inputsOf);
  const declared = subgraphs.flatMap((types) =>
    [...types].flatMap(([typeName, definition]) => fieldsOf(definition).map((field) => ({ typeName, field, types }))),
  );
  const objects = new Set(
    subgraphs.flatMap((types) => [...types.values()].filter((type) => directiveOf(type, 'interfaceObject')).map(({ name }) => name.value)),
  );
  for (const [name, definition] of subgraphs.flatMap((types) => [...types])) {
    if ('interfaces' in definition && definition.interfaces?.some((one) => objects.has(one.name.value))) objects.add(name);
  }
  return {
    nestedInputs: new Set(
      inputs.filter(({ node, type }) => node.selectionSet && isNestedList(type)).map(({ ownerType, owner }) => `${ownerType}.${owner}`),
    ),
    conflictingInputs: new Set(
      inputs.filter((one) => inputs.some((other) => conflict(one, other))).map(({ ownerType, owner }) => `${ownerType}.${owner}`),
    ),
    sharedNestedLists: new Set(
      declared
        .filter(
          ({ typeName, field, types }) =>
            isNestedList(field.type) &&
            types.has(namedType(field.type)) &&
            declared.some((other) => other.types !== types && other.typeName === typeName && other.field.name.value === field.name.value),
        )
        .map(({ typeName, field }) => `${typeName}.${field.name.value}`),
    ),
    interfaceObjects: new Set(
      declared.filter(({ field }) => objects.has(namedType(field.type))).map(({ typeName, field }) => `${typeName}.${field.name.value}`),
    ),
  };
}

type CompositeDefinition = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode | UnionTypeDefinitionNode;
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
  const composite: readonly string[] = [Kind.OBJECT_TYPE_DEFINITION, Kind.INTERFACE_TYPE_DEFINITION, Kind.UNION_TYPE_DEFINITION];
  const definitions = parse(sdl).definitions.filter((one): one is CompositeDefinition => composite.includes(one.kind));
  return new Map(definitions.map((definition) => [definition.name.value, definition]));
}

function inputsOf(types: Types): Input[] {
  return [...types].flatMap(([ownerType, definition]) =>
    fieldsOf(definition).flatMap((field) => {
      const fieldSet = directiveOf(field, 'requires')?.arguments?.[0]?.value;
      if (fieldSet?.kind !== Kind.STRING) return [];
      return [...usesIn(types, ownerType, selectionOf(fieldSet.value))].map((use) => ({ owner: field.name.value, ownerType, ...use }));
    }),
  );
}

function fieldsOf(definition: CompositeDefinition | undefined): readonly FieldDefinitionNode[] {
  return definition && 'fields' in definition ? (definition.fields ?? []) : [];
}

function* usesIn(types: Types, typeName: string, { selections }: SelectionSetNode): Generator<{ node: FieldNode; type: TypeNode }> {
  for (const selection of selections) {
    if (selection.kind === Kind.INLINE_FRAGMENT)
      yield* usesIn(types, selection.typeCondition?.name.value ?? typeName, selection.selectionSet);
    if (selection.kind !== Kind.FIELD) continue;
    const type = fieldsOf(types.get(typeName)).find(({ name }) => name.value === selection.name.value)?.type;
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
