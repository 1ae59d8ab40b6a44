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
  /** They have a `@requires`. */
  readonly requiring: ReadonlySet<string>;
  /** The names of the fields that a `@requires` names. */
  readonly inputs: ReadonlySet<string>;
  /** Objects and lists of objects that several subgraphs declare. */
  readonly sharedObjects: ReadonlySet<string>;
  /** Lists of lists among them. */
  readonly sharedNestedLists: ReadonlySet<string>;
  /** They answer an interface that some subgraph takes for an object, or what implements it. */
  readonly interfaceObjects: ReadonlySet<string>;
  /** Not qualified: fields in the keys of types whose first key in some subgraph cannot be resolved there. */
  readonly reorderedKeys: ReadonlySet<string>;
}

export function factsOf(typeDefs: Readonly<Record<string, string>>): GraphFacts {
  const subgraphs = Object.values(typeDefs).map(typesOf);
  const inputs = subgraphs.flatMap(inputsOf);
  const declared = subgraphs.flatMap((types) =>
    [...types].flatMap(([typeName, definition]) => fieldsOf(definition).map((field) => ({ typeName, field, types }))),
  );
  const shared = declared.filter(
    ({ typeName, field, types }) =>
      types.has(namedType(field.type)) &&
      declared.some((other) => other.types !== types && other.typeName === typeName && other.field.name.value === field.name.value),
  );
  const objects = new Set(
    subgraphs.flatMap((types) => [...types.values()].filter((type) => directiveOf(type, 'interfaceObject')).map(({ name }) => name.value)),
  );
  for (const [name, definition] of subgraphs.flatMap((types) => [...types])) {
    if ('interfaces' in definition && definition.interfaces?.some((one) => objects.has(one.name.value))) objects.add(name);
  }
  const unresolvable = new Set(
    subgraphs.flatMap((types) => [...types].flatMap(([name, type]) => (firstKeyIsUnresolvable(type) ? [name] : []))),
  );
  return {
    reorderedKeys: new Set(
      subgraphs.flatMap((types) => [...types].flatMap(([name, type]) => (unresolvable.has(name) ? keyFieldsOf(type) : []))),
    ),
    nestedInputs: withDependents(inputs, inputs.filter(({ node, type }) => node.selectionSet && isNestedList(type)).map(ownerOf)),
    conflictingInputs: withDependents(inputs, inputs.filter((one) => inputs.some((other) => conflict(one, other))).map(ownerOf)),
    requiring: new Set(inputs.map(ownerOf)),
    inputs: new Set(inputs.map(({ node }) => node.name.value)),
    sharedObjects: new Set(shared.map(nameOf)),
    sharedNestedLists: new Set(shared.filter(({ field }) => isNestedList(field.type)).map(nameOf)),
    interfaceObjects: new Set(declared.filter(({ field }) => objects.has(namedType(field.type))).map(nameOf)),
  };
}

type CompositeDefinition = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode | UnionTypeDefinitionNode;
type Types = ReadonlyMap<string, CompositeDefinition>;

/** A field that a `@requires` names. */
interface Input {
  /** The field with the `@requires`. */
  readonly owner: string;
  readonly ownerType: string;
  /** The type that it is a field of. */
  readonly on: string;
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

function* usesIn(types: Types, typeName: string, { selections }: SelectionSetNode): Generator<Pick<Input, 'on' | 'node' | 'type'>> {
  for (const selection of selections) {
    if (selection.kind === Kind.INLINE_FRAGMENT)
      yield* usesIn(types, selection.typeCondition?.name.value ?? typeName, selection.selectionSet);
    if (selection.kind !== Kind.FIELD) continue;
    const type = fieldsOf(types.get(typeName)).find(({ name }) => name.value === selection.name.value)?.type;
    if (!type) continue;
    yield { on: typeName, node: selection, type };
    if (selection.selectionSet) yield* usesIn(types, namedType(type), selection.selectionSet);
  }
}

/** With the fields that require one of them. */
function withDependents(inputs: readonly Input[], fields: readonly string[]): Set<string> {
  const found = new Set(fields);
  for (let size = -1; size !== found.size;) {
    size = found.size;
    for (const input of inputs) if (found.has(`${input.on}.${input.node.name.value}`)) found.add(ownerOf(input));
  }
  return found;
}

function ownerOf({ ownerType, owner }: Input): string {
  return `${ownerType}.${owner}`;
}

function conflict(one: Input, other: Input): boolean {
  const head = ({ node }: Input) => print({ ...node, selectionSet: undefined });
  return one.ownerType === other.ownerType && one.node.name.value === other.node.name.value && head(one) !== head(other);
}

function firstKeyIsUnresolvable(definition: CompositeDefinition): boolean {
  const [first] = (definition.directives ?? []).filter(({ name }) => name.value === 'key');
  return first?.arguments?.some(({ name, value }) => name.value === 'resolvable' && value.kind === Kind.BOOLEAN && !value.value) ?? false;
}

function keyFieldsOf({ directives = [] }: CompositeDefinition): string[] {
  const keys = directives.filter(({ name }) => name.value === 'key').flatMap((key) => key.arguments ?? []);
  return keys.flatMap(({ value }) => (value.kind === Kind.STRING ? (value.value.match(/\w+/g) ?? []) : []));
}

function nameOf({ typeName, field }: { readonly typeName: string; readonly field: FieldDefinitionNode }): string {
  return `${typeName}.${field.name.value}`;
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
