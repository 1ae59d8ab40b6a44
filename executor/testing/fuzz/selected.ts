import { Kind, type DocumentNode, type FieldNode, type SelectionSetNode } from 'graphql';

/** The fields that may answer for the keys of a path, outermost first; the last entry holds those at the path itself. */
export function fieldsAlong(document: DocumentNode, path: readonly unknown[]): FieldNode[][] {
  const keys = path.filter((key) => typeof key === 'string');
  let sets: SelectionSetNode[] = document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? [definition.selectionSet] : [],
  );
  return keys.map((key) => {
    const fields = sets.flatMap((set) => [...fieldsIn(document, set)]).filter((field) => (field.alias ?? field.name).value === key);
    sets = fields.flatMap((field) => (field.selectionSet ? [field.selectionSet] : []));
    return fields;
  });
}

/** The fields of a selection and all below it. */
export function* fieldsBelow(document: DocumentNode, set: SelectionSetNode): Generator<FieldNode> {
  for (const field of fieldsIn(document, set)) {
    yield field;
    if (field.selectionSet) yield* fieldsBelow(document, field.selectionSet);
  }
}

function* fieldsIn(document: DocumentNode, { selections }: SelectionSetNode): Generator<FieldNode> {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) yield selection;
    else if (selection.kind === Kind.INLINE_FRAGMENT) yield* fieldsIn(document, selection.selectionSet);
    else {
      const fragment = document.definitions.find((one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === selection.name.value);
      if (fragment?.kind === Kind.FRAGMENT_DEFINITION) yield* fieldsIn(document, fragment.selectionSet);
    }
  }
}
