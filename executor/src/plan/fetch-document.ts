import {
  Kind,
  parse,
  type FragmentDefinitionNode,
  type InlineFragmentNode,
  type FragmentSpreadNode,
  type OperationDefinitionNode,
} from 'graphql';

/** The operation that a fetch sends, read. */
export interface FetchDocument {
  readonly operation: OperationDefinitionNode;
  readonly fragments: Fragments;
}

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

export function fetchDocument(text: string): FetchDocument {
  const { definitions } = parse(text, { noLocation: true });
  const operation = definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error(`This fetch has no operation: ${text}`);
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return { operation, fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])) };
}

/** What an inline fragment or a spread stands for. */
export function fragmentOf(
  selection: InlineFragmentNode | FragmentSpreadNode,
  fragments: Fragments,
): InlineFragmentNode | FragmentDefinitionNode {
  if (selection.kind === Kind.INLINE_FRAGMENT) return selection;
  const fragment = fragments.get(selection.name.value);
  if (!fragment) throw new Error(`There is no fragment "${selection.name.value}".`);
  return fragment;
}
