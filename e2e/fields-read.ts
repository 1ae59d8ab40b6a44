import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';

/** Places of an answer that hold a value, as `a.b.c`, whatever their place in lists. */
export type Given = ReadonlySet<string>;

/** What an operation asks for, but for how it would be refused. */
export function fieldsRead(document: DocumentNode): Given {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const fields = document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? leavesOf(definition.selectionSet, fragments) : [],
  );
  return new Set(fields.map((field) => field.join('.')));
}

function leavesOf({ selections }: SelectionSetNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): string[][] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = fragments.get(selection.name.value);
      return fragment ? leavesOf(fragment.selectionSet, fragments) : [];
    }
    if (selection.kind === Kind.INLINE_FRAGMENT) return leavesOf(selection.selectionSet, fragments);
    const name = (selection.alias ?? selection.name).value;
    if (name === 'userErrors') return [];
    return selection.selectionSet ? leavesOf(selection.selectionSet, fragments).map((rest) => [name, ...rest]) : [[name]];
  });
}

export function givenIn(data: unknown, where = ''): Given {
  if (Array.isArray(data)) return new Set(data.flatMap((item) => [...givenIn(item, where)]));
  if (data === null) return new Set();
  const parts = typeof data === 'object' ? Object.entries(data as Readonly<Record<string, unknown>>) : [];
  return new Set([where, ...parts.flatMap(([key, value]) => [...givenIn(value, where === '' ? key : `${where}.${key}`)])]);
}
