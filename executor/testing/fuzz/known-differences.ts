import { isDeepStrictEqual } from 'node:util';
import { differences, type Difference, type Outcome } from './compare.ts';
import type { Faults } from './data.ts';
import { factsOf, type GraphFacts } from './graph-facts.ts';
import type { RandomOperation } from './operation.ts';
import { fieldsAlong, fieldsBelow } from './selected.ts';
import type { RandomGraph } from './supergraph.ts';

export interface Circumstances {
  readonly stock: Outcome;
  readonly own: Outcome;
  readonly graph: RandomGraph;
  readonly operation: RandomOperation;
  readonly faults: Faults;
}

/** A fault of stock's executor (@apollo/gateway 2.14.4), or of its planner, that we do not share. */
interface KnownDifference {
  readonly reason: string;
  readonly applies: (difference: Difference, circumstances: Circumstances) => boolean;
}

const KNOWN: readonly KnownDifference[] = [
  {
    reason: 'stock shows its own "_entities" in the path of an error that concerns a whole call (makeLazyErrorPathGenerator)',
    applies: ({ kind, stock, own }) =>
      kind === 'path' && pathOf(stock).at(-1) === '_entities' && isList(own) && own.every((error) => pathOf(error).length === 0),
  },
  {
    reason:
      'stock takes the index of a representation for the index of a place: where a place before it sends none, errors move to other places (generateHydratedPaths)',
    applies: ({ kind, stock, own }, circumstances) => {
      const { data, errors: ours = [] } = circumstances.own;
      const like = (one: unknown) => (error: unknown) => messageOf(error) === messageOf(one) && sameKeys(pathOf(error), pathOf(one));
      if (kind === 'path') return ours.some(like(stock)) && ours.filter(like(stock)).every((error) => endsInNothing(data, pathOf(error)));
      return kind === 'additional error' && (circumstances.stock.errors ?? []).some(like(own)) && endsInNothing(data, pathOf(own));
    },
  },
  {
    reason: 'stock loses the objects of a list of lists from a representation (executeSelectionSet)',
    applies: (difference, { graph, operation }) => concerns(difference, operation, facts(graph).nestedInputs),
  },
  {
    reason: 'stock merges two uses of one field with different arguments in @requires into one (audit: requires-with-argument-conflict)',
    applies: (difference, { graph, operation }) => concerns(difference, operation, facts(graph).conflictingInputs),
  },
  {
    reason:
      'stock sends an operation that is not valid, as two @requires name one field with different arguments (audit: requires-with-argument-conflict)',
    applies: (_difference, { stock, graph }) =>
      facts(graph).conflictingInputs.size > 0 &&
      (stock.errors ?? []).some(({ message }) => message.includes('conflict because they have differing arguments')),
  },
  {
    reason: 'stock replaces a list of lists that two subgraphs each know a part of, instead of merging it (deepMerge)',
    applies: (difference, { graph, operation }) =>
      stockHasLess(difference) && concerns(difference, operation, facts(graph).sharedNestedLists),
  },
  {
    reason:
      'stock lets the name of an interface, which a subgraph with an @interfaceObject answers, overwrite the type of the object, and then loses the fields of its fragments',
    applies: (difference, { graph, operation }) =>
      stockHasLess(difference) && concerns(difference, operation, facts(graph).interfaceObjects),
  },
  {
    reason: 'stock joins equal fragments before it writes the keys of an object, so that they are not in the order of the operation',
    applies: ({ kind, stock, own }, { operation: { source } }) =>
      kind === 'order of keys' &&
      isList(stock) &&
      isList(own) &&
      isDeepStrictEqual([...stock].sort(), [...own].sort()) &&
      source.includes('...'),
  },
];

/** Why a difference is stock's fault; null if it is not known to be. */
export function isKnown(difference: Difference, circumstances: Circumstances): string | null {
  const known = KNOWN.find(({ applies }) => applies(difference, circumstances));
  return known?.reason ?? (difference.kind === 'violation' ? reasonAbove(difference, circumstances) : null);
}

/** We see a fault of a value in data that stock has lost. */
function reasonAbove({ own }: Difference, circumstances: Circumstances): string | null {
  const above = differences(circumstances.stock, circumstances.own).filter(({ kind, at }) => kind === 'data' && at && startsWith(pathOf(own), at));
  return above.map((difference) => isKnown(difference, circumstances)).find((reason) => reason !== null) ?? null;
}

const FACTS = new WeakMap<RandomGraph, GraphFacts>();

function facts(graph: RandomGraph): GraphFacts {
  const known = FACTS.get(graph) ?? factsOf(graph.typeDefs);
  FACTS.set(graph, known);
  return known;
}

/** A difference in one of these fields, or a null above it that it may have caused. */
function concerns(difference: Difference, { document }: RandomOperation, fields: ReadonlySet<string>): boolean {
  if (fields.size === 0) return false;
  const at = difference.at ?? [...pathOf(difference.stock), ...pathOf(difference.own)];
  if (fieldsAlong(document, at).some(({ name }) => fields.has(name.value))) return true;
  if (difference.stock !== null && difference.own !== null) return false;
  return [...fieldsBelow(document, at)].some(({ name }) => fields.has(name.value));
}

function stockHasLess({ kind, stock, own }: Difference): boolean {
  return kind === 'data' ? stock === undefined || stock === null || (isList(stock) && stock.length === 0) : own === undefined;
}

function startsWith(path: readonly unknown[], start: readonly unknown[]): boolean {
  return isDeepStrictEqual(path.slice(0, start.length), start);
}

/** The two differ at most in the elements of lists that they mean. */
function sameKeys(one: readonly unknown[], other: readonly unknown[]): boolean {
  const keys = (path: readonly unknown[]) => path.map((key) => (typeof key === 'number' ? 0 : key));
  return isDeepStrictEqual(keys(one), keys(other));
}

/** The answer has null there, or above, or did not ask for it. */
function endsInNothing(data: unknown, path: readonly unknown[]): boolean {
  let value: unknown = data;
  for (const key of path) {
    if (value === null || value === undefined) return true;
    if (typeof value !== 'object' || (typeof key !== 'string' && typeof key !== 'number')) return false;
    value = Reflect.get(value, key);
  }
  return value === null || value === undefined;
}

function messageOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'message' in error ? error.message : undefined;
}

function pathOf(error: unknown): readonly unknown[] {
  return typeof error === 'object' && error !== null && 'path' in error && Array.isArray(error.path) ? error.path : [];
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
