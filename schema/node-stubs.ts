import { type DefinitionNode, Kind, type ObjectTypeDefinitionNode, parse, print } from 'graphql';

/** What root has to know of the objects of these subgraphs, so that `node` may answer any of them. */
export function nodeStubs(documents: readonly string[]): string {
  const definitions = documents.flatMap((sdl) => parse(sdl).definitions);
  return definitions.filter(isNode).map(stubOf).join('\n\n');
}

/** Only the owner of a type says that it is a `Node`; others add to it. */
function isNode(definition: DefinitionNode): definition is ObjectTypeDefinitionNode {
  return definition.kind === Kind.OBJECT_TYPE_DEFINITION && (definition.interfaces ?? []).some(({ name }) => name.value === 'Node');
}

const [STUB] = parse('type Stub implements Node @key(fields: "id", resolvable: false) { id: ID! }').definitions.filter(isNode);

/** Described as its owner describes it: composition counts two descriptions of one type as a disagreement. */
function stubOf({ name, description, fields = [] }: ObjectTypeDefinitionNode): string {
  const id = fields.filter((field) => field.name.value === 'id').map((field) => ({ ...field, directives: [] }));
  return print({ kind: Kind.OBJECT_TYPE_DEFINITION, ...STUB, name, description, fields: id });
}
