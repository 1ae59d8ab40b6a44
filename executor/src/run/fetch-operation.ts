import {
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionSetNode,
  stripIgnoredCharacters,
  visit,
} from 'graphql';
import type { FetchNode } from '../plan/nodes.ts';

/** What a fetch asks of its subgraph. */
export interface FetchOperation {
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Of the root, or of the entities. */
  readonly selectionSet: SelectionSetNode;
  /** The same as text that needs no fragments. */
  readonly selections: string;
}

export function fetchOperationOf({ operation: text, requires }: FetchNode): FetchOperation {
  const { definitions } = parse(text, { noLocation: true });
  const operation = definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new TypeError('A fetch has no operation.');
  const fragments = new Map(
    definitions.flatMap((definition) => (definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [])),
  );
  const selectionSet = requires ? entitySelectionsOf(operation) : operation.selectionSet;
  return { operation, fragments, selectionSet, selections: standaloneText(selectionSet, fragments) };
}

function standaloneText(selectionSet: SelectionSetNode, fragments: FetchOperation['fragments']): string {
  const inlined = visit(selectionSet, {
    FragmentSpread: {
      enter({ name, directives }) {
        const fragment = fragments.get(name.value);
        return (
          fragment && {
            kind: Kind.INLINE_FRAGMENT,
            typeCondition: fragment.typeCondition,
            directives,
            selectionSet: fragment.selectionSet,
          }
        );
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
