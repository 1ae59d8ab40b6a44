import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

/** The fields that may answer for the keys of a path, as `Type.field`: one for each type that an object there may have. */
export function fieldsAlong(schema: GraphQLSchema, document: DocumentNode, path: readonly unknown[]): string[] {
  return walk(schema, document, path)
    .along.flat()
    .flatMap((use) => namesOf(schema, use));
}

/** The fields that may be selected somewhere below a path. */
export function fieldsBelow(schema: GraphQLSchema, document: DocumentNode, path: readonly unknown[]): string[] {
  const all = (selected: Selected): FieldUse[] =>
    [...fieldsIn(schema, document, selected)].flatMap((use) => [use, ...below(use).flatMap(all)]);
  return walk(schema, document, path)
    .below.flatMap(all)
    .flatMap((use) => namesOf(schema, use));
}

/** Whether something along the path is selected in a fragment of another type within a fragment of an abstract one. */
export function isNarrowedInFragment(schema: GraphQLSchema, document: DocumentNode, path: readonly unknown[]): boolean {
  return walk(schema, document, path)
    .along.flat()
    .some(({ fragments }) => fragments.slice(1).some((type, index) => type !== fragments[index] && isAbstractType(fragments[index])));
}

/** Whether a list of lists along the path is selected in several places: the planner may fetch it once for each. */
export function isInNestedListSelectedTwice(schema: GraphQLSchema, document: DocumentNode, path: readonly unknown[]): boolean {
  return walk(schema, document, path).along.some((uses) => uses.length > 1 && uses.some((use) => isNestedList(definitionOf(use)?.type)));
}

function isNestedList(type: GraphQLOutputType | undefined): boolean {
  const list = getNullableType(type);
  return isListType(list) && isListType(getNullableType(list.ofType));
}

interface Selected {
  readonly type: GraphQLCompositeType;
  readonly set: SelectionSetNode;
  /** The conditions of the fragments that it is in, outermost first. */
  readonly fragments: readonly GraphQLCompositeType[];
}

interface FieldUse {
  readonly parent: GraphQLCompositeType;
  readonly field: FieldNode;
  readonly fragments: readonly GraphQLCompositeType[];
}

function walk(schema: GraphQLSchema, document: DocumentNode, path: readonly unknown[]): { along: FieldUse[][]; below: Selected[] } {
  const along: FieldUse[][] = [];
  let sets = document.definitions.flatMap((definition): Selected[] => {
    const type = definition.kind === Kind.OPERATION_DEFINITION && schema.getRootType(definition.operation);
    return type ? [{ type, set: definition.selectionSet, fragments: [] }] : [];
  });
  for (const key of path) {
    if (typeof key !== 'string') continue;
    const uses = sets
      .flatMap((selected) => [...fieldsIn(schema, document, selected)])
      .filter(({ field }) => (field.alias ?? field.name).value === key);
    along.push(uses);
    sets = uses.flatMap((use) => below(use));
  }
  return { along, below: sets };
}

function* fieldsIn(schema: GraphQLSchema, document: DocumentNode, { type, set, fragments }: Selected): Generator<FieldUse> {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      yield { parent: type, field: selection, fragments };
      continue;
    }
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection
        : document.definitions.find((one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === selection.name.value);
    if (fragment?.kind !== Kind.INLINE_FRAGMENT && fragment?.kind !== Kind.FRAGMENT_DEFINITION) continue;
    const condition = fragment.typeCondition && schema.getType(fragment.typeCondition.name.value);
    const narrowed = isCompositeType(condition) ? condition : type;
    yield* fieldsIn(schema, document, { type: narrowed, set: fragment.selectionSet, fragments: [...fragments, narrowed] });
  }
}

function below(use: FieldUse): Selected[] {
  const type = getNamedType(definitionOf(use)?.type);
  const set = use.field.selectionSet;
  return set && isCompositeType(type) ? [{ type, set, fragments: [] }] : [];
}

function definitionOf({ parent, field }: FieldUse): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[field.name.value] : undefined;
}

function namesOf(schema: GraphQLSchema, { parent, field }: FieldUse): string[] {
  const types = isAbstractType(parent) ? [parent, ...schema.getPossibleTypes(parent)] : [parent];
  return types.map(({ name }) => `${name}.${field.name.value}`);
}
