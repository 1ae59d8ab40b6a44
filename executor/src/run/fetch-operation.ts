import { Kind, type OperationDefinitionNode, print, type SelectionSetNode, stripIgnoredCharacters, visit } from 'graphql';
import { fetchDocument, type FetchDocument, fragmentOf, type Fragments } from '../plan/fetch-document.ts';
import type { FetchNode } from '../plan/nodes.ts';

/** What a fetch asks of its subgraph. */
export interface FetchOperation extends FetchDocument {
  /** Of the root, or of the entities. */
  readonly selectionSet: SelectionSetNode;
  /** The same as text that needs no fragments. */
  readonly selections: string;
}

export function fetchOperationOf({ operation: text, requires }: FetchNode): FetchOperation {
  const { operation, fragments } = fetchDocument(text);
  const selectionSet = requires ? entitySelectionsOf(operation) : operation.selectionSet;
  return { operation, fragments, selectionSet, selections: standaloneText(selectionSet, fragments) };
}

function standaloneText(set: SelectionSetNode, fragments: Fragments): string {
  const inlined = visit(set, {
    FragmentSpread: {
      enter(spread) {
        const { typeCondition, selectionSet } = fragmentOf(spread, fragments);
        return { kind: Kind.INLINE_FRAGMENT, typeCondition, directives: spread.directives, selectionSet };
      },
    },
  });
  return stripIgnoredCharacters(print(inlined));
}

function entitySelectionsOf({ selectionSet }: OperationDefinitionNode): SelectionSetNode {
  const [entities] = selectionSet.selections;
  if (entities?.kind !== Kind.FIELD || !entities.selectionSet) throw new TypeError('A fetch of entities selects nothing of them.');
  return entities.selectionSet;
}
