import { type DocumentNode, type FieldNode, Kind, type SelectionNode, type SelectionSetNode } from 'graphql';

/** The root fields of an operation, those in fragments too. */
export function rootFieldsOf(document: DocumentNode, set: SelectionSetNode): FieldNode[] {
  return rootSelectionsOf(document, set).filter((selection) => selection.kind === Kind.FIELD);
}

/** Whether `@skip` or `@include` decides what an operation has at its root. */
export function hasConditionalRoot(document: DocumentNode, set: SelectionSetNode): boolean {
  return rootSelectionsOf(document, set).some(({ directives }) =>
    directives?.some(({ name }) => name.value === 'skip' || name.value === 'include'),
  );
}

function rootSelectionsOf(document: DocumentNode, set: SelectionSetNode, seen = new Set<string>()): SelectionNode[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind === Kind.INLINE_FRAGMENT) return [selection, ...rootSelectionsOf(document, selection.selectionSet, seen)];
    const name = selection.name.value;
    const fragment = document.definitions.find(
      (definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name,
    );
    if (seen.has(name) || fragment?.kind !== Kind.FRAGMENT_DEFINITION) return [selection];
    return [selection, ...rootSelectionsOf(document, fragment.selectionSet, seen.add(name))];
  });
}
