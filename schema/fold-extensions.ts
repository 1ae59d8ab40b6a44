import { type DefinitionNode, type DocumentNode, Kind, type ObjectTypeDefinitionNode, type ObjectTypeExtensionNode, print } from 'graphql';

const ROOTS = [
  rootOf('Query', 'What can be read.'),
  rootOf('Mutation', 'What can be changed.'),
  rootOf('Subscription', 'What can be followed live.'),
];

/**
 * The files of a subgraph as one SDL: each `extend type` is folded into its type. The roots are defined here, so that every file
 * only extends them.
 * @throws where two files define one type, and where one extends what none defines.
 */
export function foldExtensions(documents: readonly DocumentNode[]): string {
  const definitions = [...ROOTS, ...documents.flatMap((document) => document.definitions)];
  const extensions = definitions.filter((definition) => definition.kind === Kind.OBJECT_TYPE_EXTENSION);
  const types = definitions.filter((definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION);
  refuseTwins(types);
  for (const { name } of extensions) {
    if (!types.some((type) => type.name.value === name.value)) throw new Error(`${name.value} is extended, and no file defines it.`);
  }
  const whole = (type: ObjectTypeDefinitionNode) => extensions.filter(({ name }) => name.value === type.name.value).reduce(extended, type);
  return definitions
    .filter((definition) => definition.kind !== Kind.OBJECT_TYPE_EXTENSION)
    .map((definition) => (definition.kind === Kind.OBJECT_TYPE_DEFINITION ? whole(definition) : definition))
    .filter((definition) => !isEmptyRoot(definition))
    .map(print)
    .join('\n\n');
}

function rootOf(name: string, description: string): ObjectTypeDefinitionNode {
  return {
    kind: Kind.OBJECT_TYPE_DEFINITION,
    name: { kind: Kind.NAME, value: name },
    description: { kind: Kind.STRING, value: description, block: true },
  };
}

function refuseTwins(types: readonly ObjectTypeDefinitionNode[]): void {
  const names = types.map(({ name }) => name.value);
  const twin = names.find((name, at) => names.indexOf(name) !== at);
  if (twin !== undefined) throw new Error(`${twin} is defined twice; all places but one say "extend type ${twin}".`);
}

function extended(
  type: ObjectTypeDefinitionNode,
  { fields = [], interfaces = [], directives = [] }: ObjectTypeExtensionNode,
): ObjectTypeDefinitionNode {
  return {
    ...type,
    fields: [...(type.fields ?? []), ...fields],
    interfaces: [...(type.interfaces ?? []), ...interfaces],
    directives: [...(type.directives ?? []), ...directives],
  };
}

function isEmptyRoot(definition: DefinitionNode): boolean {
  return (
    definition.kind === Kind.OBJECT_TYPE_DEFINITION &&
    !definition.fields?.length &&
    ROOTS.some(({ name }) => name.value === definition.name.value)
  );
}
