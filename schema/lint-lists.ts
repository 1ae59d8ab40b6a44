import { type DocumentNode, type FieldDefinitionNode, Kind, type TypeNode } from 'graphql';

/**
 * Lists of a supergraph whose length nothing bounds, so that no cost can be told of them: each needs `@listSize`. `edges` and
 * `nodes` of a connection are as long as the page that was asked for.
 */
export function listProblems({ definitions }: DocumentNode): string[] {
  return definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) return [];
    const type = definition.name.value;
    return (definition.fields ?? [])
      .filter((field) => isList(field.type) && !isSized(field) && !isPage(type, field))
      .map((field) => `${type}.${field.name.value} is a list and needs @listSize.`);
  });
}

function isList(type: TypeNode): boolean {
  return type.kind === Kind.NON_NULL_TYPE ? isList(type.type) : type.kind === Kind.LIST_TYPE;
}

function isSized({ directives = [] }: FieldDefinitionNode): boolean {
  return directives.some(({ name }) => name.value === 'listSize');
}

function isPage(type: string, { name }: FieldDefinitionNode): boolean {
  return type.endsWith('Connection') && (name.value === 'edges' || name.value === 'nodes');
}
