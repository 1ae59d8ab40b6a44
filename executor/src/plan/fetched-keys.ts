import { Kind, type SelectionSetNode } from 'graphql';
import { eachFetch } from './each-fetch.ts';
import { fetchDocument, fragmentOf, type Fragments } from './fetch-document.ts';
import type { FetchNode, PlanNode } from './nodes.ts';

/** The response keys that a plan fetches, as a tree without list levels. */
export interface FetchedKeys {
  readonly below: Map<string, FetchedKeys>;
}

export function fetchedKeys(plan: PlanNode | null): FetchedKeys {
  const root: FetchedKeys = { below: new Map() };
  eachFetch(plan, (fetch, path) => addFetch(root, fetch, path));
  return root;
}

function addFetch(root: FetchedKeys, fetch: FetchNode, path: readonly string[]): void {
  const { operation, fragments } = fetchDocument(fetch.operation);
  const [entities] = operation.selectionSet.selections;
  const set = fetch.requires && entities?.kind === Kind.FIELD ? entities.selectionSet : operation.selectionSet;
  let target = root;
  for (const key of path) if (key !== '@') target = childOf(target, key);
  if (set) addSelections(target, set, fragments, keysAfterRewrites(fetch));
}

function addSelections(
  target: FetchedKeys,
  { selections }: SelectionSetNode,
  fragments: Fragments,
  renamed: ReadonlyMap<string, string>,
): void {
  for (const selection of selections) {
    if (selection.kind !== Kind.FIELD) {
      addSelections(target, fragmentOf(selection, fragments).selectionSet, fragments, renamed);
      continue;
    }
    const key = (selection.alias ?? selection.name).value;
    const child = childOf(target, renamed.get(key) ?? key);
    if (selection.selectionSet) addSelections(child, selection.selectionSet, fragments, renamed);
  }
}

/** The planner's `id__alias_0` is the client's `id` once the answer is rewritten. */
export function keysAfterRewrites({ outputRewrites }: FetchNode): ReadonlyMap<string, string> {
  const renamed = new Map<string, string>();
  for (const rewrite of outputRewrites) {
    const key = rewrite.path.at(-1);
    if (rewrite.kind === 'KeyRenamer' && key !== undefined) renamed.set(key, rewrite.renameKeyTo);
  }
  return renamed;
}

function childOf({ below }: FetchedKeys, key: string): FetchedKeys {
  const known = below.get(key);
  if (known) return known;
  const child: FetchedKeys = { below: new Map() };
  below.set(key, child);
  return child;
}
