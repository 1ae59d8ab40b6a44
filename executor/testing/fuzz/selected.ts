import { Kind, type DocumentNode, type FieldNode, type SelectionSetNode } from 'graphql';

/** The fields that may answer for the keys of a path. */
export function fieldsAlong(document: DocumentNode, path: readonly unknown[]): FieldNode[] {
  return walk(document, path).along;
}

/** The fields that may be selected somewhere below a path. */
export function* fieldsBelow(document: DocumentNode, path: readonly unknown[]): Generator<FieldNode> {
  for (const set of walk(document, path).below) yield* allFieldsIn(document, set);
}

function walk(document: DocumentNode, path: readonly unknown[]): { along: FieldNode[]; below: SelectionSetNode[] } {
  const along: FieldNode[] = [];
  let below = document.definitions.flatMap((definition) => (definition.kind === Kind.OPERATION_DEFINITION ? [definition.selectionSet] : []));
  for (const key of path) {
    if (typeof key !== 'string') continue;
    const fields = below.flatMap((set) => [...fieldsIn(document, set)]).filter((field) => (field.alias ?? field.name).value === key);
    along.push(...fields);
    below = fields.flatMap((field) => (field.selectionSet ? [field.selectionSet] : []));
  }
  return { along, below };
}

function* allFieldsIn(document: DocumentNode, set: SelectionSetNode): Generator<FieldNode> {
  for (const field of fieldsIn(document, set)) {
    yield field;
    if (field.selectionSet) yield* allFieldsIn(document, field.selectionSet);
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
