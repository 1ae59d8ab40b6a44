import {
  executeSync,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { PlannedOperation } from '../plan/planned.ts';
import type { ExecutionAnswer, Variables } from '../types.ts';

/**
 * Answers `__schema` and `__type` of an operation from the API schema, under the keys of the data tree; null for an operation
 * that has neither.
 */
export function compileIntrospection(schema: GraphQLSchema, planned: PlannedOperation): ((variables: Variables) => ExecutionAnswer) | null {
  if (!asksForIntrospection(planned)) return null;
  const document = onlyIntrospection(planned);
  return (variables) => {
    const { data, errors } = executeSync({ schema, document, variableValues: variables });
    return { ...(data === undefined ? {} : { data }), ...(errors ? { errors: errors.map((error) => error.toJSON()) } : {}) };
  };
}

/** Whether `__schema` or `__type` is among the root fields. */
export function asksForIntrospection(planned: PlannedOperation): boolean {
  const fragments = new Map(fragmentsOf(planned.document).map((fragment) => [fragment.name.value, fragment]));
  const asks = (set: SelectionSetNode): boolean =>
    set.selections.some((selection) => {
      if (selection.kind === Kind.FIELD) return isIntrospection(selection.name.value);
      if (selection.kind === Kind.INLINE_FRAGMENT) return asks(selection.selectionSet);
      const fragment = fragments.get(selection.name.value);
      fragments.delete(selection.name.value); // looked at once is enough
      return fragment !== undefined && asks(fragment.selectionSet);
    });
  return asks(planned.operation.selectionSet);
}

/** The operation without its other root fields. Fragments on types of the graph, not of introspection, can only be spread there. */
function onlyIntrospection({ document, operation }: PlannedOperation): DocumentNode {
  const fragments = fragmentsOf(document).map((fragment) =>
    fragment.typeCondition.name.value.startsWith('__') ? fragment : { ...fragment, selectionSet: withoutData(fragment.selectionSet) },
  );
  return { kind: Kind.DOCUMENT, definitions: [{ ...operation, selectionSet: withoutData(operation.selectionSet) }, ...fragments] };
}

function withoutData(set: SelectionSetNode): SelectionSetNode {
  const selections = set.selections.flatMap((selection): SelectionNode[] => {
    if (selection.kind === Kind.FIELD) return isIntrospection(selection.name.value) ? [selection] : [];
    return [selection.kind === Kind.INLINE_FRAGMENT ? { ...selection, selectionSet: withoutData(selection.selectionSet) } : selection];
  });
  return { ...set, selections };
}

function isIntrospection(field: string): boolean {
  return field === '__schema' || field === '__type';
}

function fragmentsOf(document: DocumentNode): FragmentDefinitionNode[] {
  return document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
}
