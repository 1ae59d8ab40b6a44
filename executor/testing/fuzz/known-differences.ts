import { isDeepStrictEqual } from 'node:util';
import { type GraphQLSchema, isObjectType } from 'graphql';
import { differences, ownProperty, type Difference, type Outcome } from './compare.ts';
import type { Faults } from './data.ts';
import { factsOf, type GraphFacts } from './graph-facts.ts';
import type { RandomOperation } from './operation.ts';
import { fieldsAlong, fieldsBelow, isInNestedListSelectedTwice, isNarrowedInFragment } from './selected.ts';
import type { RandomGraph } from './supergraph.ts';

export interface Circumstances {
  readonly stock: Outcome;
  readonly own: Outcome;
  /** Our answer with a request for each fetch, in which no entity is known from another answer. */
  readonly plain: Outcome;
  /** The messages of all errors that subgraphs told us for `own`. */
  readonly told: ReadonlySet<string>;
  /** The same for `stock`. */
  readonly toldStock: ReadonlySet<string>;
  /** The planner had to rename a key, as two types disagree about a field. */
  readonly isRenamed: boolean;
  readonly graph: RandomGraph;
  /** What clients see. */
  readonly schema: GraphQLSchema;
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
    applies: ({ kind, stock }, { own: { errors = [] } }) =>
      (kind === 'path' || kind === 'missing error') &&
      pathOf(stock).at(-1) === '_entities' &&
      errors.some((error) => error.message === messageOf(stock) && pathOf(error).length === 0),
  },
  {
    reason:
      'stock takes the index of a representation for the index of a place: where a place before it sends none, errors move to other places (generateHydratedPaths)',
    applies: ({ kind, stock, own }, circumstances) => {
      const { data, errors: ours = [] } = circumstances.own;
      const like = (one: unknown) => (error: unknown) => messageOf(error) === messageOf(one) && sameKeys(pathOf(error), pathOf(one));
      const theirs = circumstances.stock.errors ?? [];
      if (kind === 'missing error' && hasEmptyPath(stock)) return true;
      if (kind === 'missing error') return ours.some(like(stock)) && ours.filter(like(stock)).length === theirs.filter(like(stock)).length;
      if (kind === 'path')
        return (
          ours.some(like(stock)) &&
          ours.filter(like(stock)).every((error) => !endsInValue(data, pathOf(error)) || isOfInput(error, circumstances))
        );
      return kind === 'additional error' && theirs.some(like(own)) && (!endsInValue(data, pathOf(own)) || isOfInput(own, circumstances));
    },
  },
  {
    reason:
      'a place is null by the answer of another subgraph that came meanwhile: whether an error below it is still told depends on the order of the answers',
    applies: ({ kind, stock, own }, circumstances) => {
      if (kind !== 'missing error' && kind !== 'additional error' && kind !== 'path') return false;
      const lost = lostPlace(circumstances.own.data, pathOf(stock ?? own));
      return (
        lost !== null &&
        (circumstances.own.errors ?? []).some((error) => startsWith(pathOf(error), lost) && messageOf(error) !== messageOf(stock ?? own))
      );
    },
  },
  {
    reason:
      'two subgraphs list a different number of objects: an error of those that are replaced has no place, and stock gives it that of others (generateHydratedPaths)',
    applies: ({ kind, stock, own }, { schema, operation: { document }, graph }) =>
      kind === 'path' &&
      isList(own) &&
      own.some((error) => pathOf(error).length === 0) &&
      fieldsAlong(schema, document, pathOf(stock)).some((name) => facts(graph).sharedObjects.has(name)),
  },
  {
    reason: 'stock tells an ID that a subgraph gives as a number as that number, and the specification as a text',
    applies: ({ kind, stock, own }) => kind === 'data' && Number.isInteger(stock) && own === String(stock),
  },
  {
    reason: 'stock loses the objects of a list of lists from a representation (executeSelectionSet)',
    applies: (difference, circumstances) => concerns(difference, circumstances, facts(circumstances.graph).nestedInputs),
  },
  {
    reason: 'stock merges two uses of one field with different arguments in @requires into one (audit: requires-with-argument-conflict)',
    applies: (difference, circumstances) =>
      concerns(difference, circumstances, facts(circumstances.graph).conflictingInputs) || isOfConflictingInput(difference, circumstances),
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
    applies: (difference, circumstances) =>
      (stockHasLess(difference) || isUnseenByStock(difference, circumstances)) &&
      concerns(difference, circumstances, facts(circumstances.graph).sharedNestedLists),
  },
  {
    reason: 'stock replaces a list of lists by what its second fetch selects, instead of merging the two (deepMerge)',
    applies: (difference, circumstances) =>
      (difference.kind === 'data' ? stockHasLess(difference) : isLostByStock(difference, circumstances)) &&
      isInNestedListSelectedTwice(circumstances.schema, circumstances.operation.document, difference.at ?? pathOf(difference.stock)),
  },
  {
    reason: 'stock lets the null of one subgraph erase the object or list of another, if it comes last (deepMerge)',
    applies: (difference, circumstances) =>
      ((difference.kind === 'data' && difference.stock === null && isComposite(difference.own)) ||
        isUnseenByStock(difference, circumstances)) &&
      concerns(difference, circumstances, facts(circumstances.graph).sharedObjects),
  },
  {
    reason: 'we ask below an object that a later null has erased for stock (deepMerge), and are told an error that nobody told stock',
    applies: ({ kind, own }, { toldStock, told, faults }) =>
      kind === 'additional error' && faults.percent > 0 && told.has(String(messageOf(own))) && !toldStock.has(String(messageOf(own))),
  },
  {
    reason:
      'stock lets the name of an interface, which a subgraph with an @interfaceObject answers, overwrite the type of the object, and then loses the fields of its fragments',
    applies: (difference, circumstances) =>
      (stockHasLess(difference) || isUnseenByStock(difference, circumstances) || isFaultyForUs(difference, circumstances)) &&
      concerns(difference, circumstances, facts(circumstances.graph).interfaceObjects),
  },
  {
    reason:
      'stock leaves out the fields of a fragment within a fragment of an abstract type, where no __typename was fetched as the type was certain (typeConditionApplies)',
    applies: ({ kind, at = [], stock }, { schema, operation: { document } }) =>
      kind === 'data' && stock === undefined && isNarrowedInFragment(schema, document, at),
  },
  {
    reason: 'which of several faults in one place that is null are told depends on the order of its keys, which stock joins and we do not',
    applies: ({ kind, stock, own }, circumstances) => {
      if (kind !== 'violation') return false;
      const lost = lostPlace(circumstances.stock.data, pathOf(stock ?? own));
      const told = stock === undefined ? circumstances.stock.violations : circumstances.own.errors;
      return lost !== null && endsInNothing(circumstances.own.data, lost) && (told ?? []).some((error) => startsWith(pathOf(error), lost));
    },
  },
  {
    reason: 'stock shows a private key of the planner in the path of an error',
    applies: ({ kind, stock, own }) =>
      kind === 'path' &&
      isList(own) &&
      own.some((error) =>
        isDeepStrictEqual(
          pathOf(error),
          pathOf(stock)
            .map((key) => String(key).replace(/__alias_\d+$/, ''))
            .map(asIndex),
        ),
      ),
  },
  {
    reason:
      'our planner enters a subgraph by another key, as stock would take one that cannot be resolved first, and meets another fault (audit: keys-mashup)',
    applies: (difference, { graph, faults, stock, own }) => {
      if (faults.percent === 0 || facts(graph).reorderedKeys.size === 0) return false;
      const isFaultOfKey = (error: unknown) => facts(graph).reorderedKeys.has(String(pathOf(error).at(-1)));
      if (difference.kind === 'missing error' || difference.kind === 'additional error')
        return isFaultOfKey(difference.stock ?? difference.own);
      return (
        difference.kind === 'data' &&
        [...(stock.errors ?? []), ...(own.errors ?? [])].some(
          (error) => isFaultOfKey(error) && startsWith(pathOf(error), difference.at ?? []),
        )
      );
    },
  },
  {
    reason: 'stock asks again for an entity that the same subgraph has told it all of, and is told nothing or an error; we do not ask',
    applies: (difference, circumstances) =>
      circumstances.faults.percent > 0 &&
      difference.own !== undefined &&
      (difference.stock === undefined ||
        stockHasLess(difference) ||
        (difference.kind === 'message' && !circumstances.told.has(String(messageOf(difference.stock)))) ||
        concerns(difference, circumstances, facts(circumstances.graph).requiring)) &&
      !differences(circumstances.stock, circumstances.plain).some((other) => isDeepStrictEqual(other, difference)),
  },
  {
    reason: 'stock asks once more, or sooner, and is told an error that no subgraph told us',
    applies: ({ kind, stock }, { told, faults }) => kind === 'missing error' && faults.percent > 0 && !told.has(String(messageOf(stock))),
  },
  {
    reason:
      'stock asks again for an entity that another answer of the subgraph holds, and is told its error again; we told it where we asked',
    applies: (difference, { stock, own, plain, faults }) =>
      ['missing error', 'path', 'violation'].includes(difference.kind) &&
      difference.stock !== undefined &&
      faults.percent > 0 &&
      (difference.kind === 'violation' || (own.errors ?? []).some(({ message }) => message === messageOf(difference.stock))) &&
      !differences(stock, plain).some((other) => isDeepStrictEqual(other, difference)) &&
      differences(stock, own).every((other) => !other.at || stockHasLess(other) || !isAlong(pathOf(difference.stock), other.at)),
  },
  {
    reason: 'stock does not rename a key of the planner whose value is 0, false or an empty text (applyRewrites)',
    applies: (difference, circumstances) =>
      difference.kind === 'data' &&
      circumstances.isRenamed &&
      (isFalsy(difference.own) || concerns(difference, circumstances, facts(circumstances.graph).requiring)),
  },
  {
    reason: 'stock stumbles over an answer that is not what the schema says',
    applies: (_difference, { stock }) => isStumble(stock.refused) || (stock.errors ?? []).some(({ message }) => isStumble(message)),
  },
  {
    reason:
      'two subgraphs disagree about the type of an object: for stock an alias of __typename is what one said, and __typename the other',
    applies: ({ kind, at = [], stock, own }, { schema, operation: { document } }) =>
      kind === 'data' &&
      at.at(-1) !== '__typename' &&
      fieldsAlong(schema, document, at).at(-1)?.endsWith('.__typename') === true &&
      isObjectType(schema.getType(String(stock))) &&
      isObjectType(schema.getType(String(own))),
  },
  {
    reason: 'stock makes null of an object whose type nobody told, without an error (applySelectionSet)',
    applies: ({ own }, { own: { data } }) => messageOf(own) === 'The type of the object is not known.' && endsInNothing(data, pathOf(own)),
  },
  {
    reason: 'stock joins equal selections before it writes the keys of an object, so that they are not in the order of the operation',
    applies: ({ kind, stock, own }, { operation: { source } }) =>
      kind === 'order of keys' &&
      isList(stock) &&
      isList(own) &&
      isDeepStrictEqual([...stock].sort(), [...own].sort()) &&
      (source.includes('...') || source.includes('@')),
  },
];

/** Why a difference is stock's fault; null if it is not known to be. */
export function isKnown(difference: Difference, circumstances: Circumstances): string | null {
  const known = KNOWN.find(({ applies }) => applies(difference, circumstances));
  if (known) return known.reason;
  if (difference.stock === undefined) return reasonAbove(difference, circumstances) ?? reasonOfFaults(difference, circumstances);
  return difference.kind === 'violation' ? reasonOfErrors(circumstances) : null;
}

/** We have errors of subgraphs where stock has none, for a known reason; faults of values are not told then. */
function reasonOfErrors(circumstances: Circumstances): string | null {
  const additional = differences(circumstances.stock, circumstances.own).filter(
    ({ kind, stock }) => kind === 'violation' && stock === undefined,
  );
  return additional.map((difference) => isKnown(difference, circumstances)).find((reason) => reason !== null) ?? null;
}

/** Stock has errors of subgraphs where we have none, for a known reason; only we tell faults of values then. */
function reasonOfFaults({ kind, own }: Difference, circumstances: Circumstances): string | null {
  if (kind !== 'additional error' || circumstances.told.has(String(messageOf(own)))) return null;
  const missing = differences(circumstances.stock, circumstances.own).filter((other) => other.kind === 'missing error');
  return missing.map((difference) => isKnown(difference, circumstances)).find((reason) => reason !== null) ?? null;
}

/** We see a fault of a value where stock has null for a known reason. */
function reasonAbove({ own }: Difference, circumstances: Circumstances): string | null {
  const path = pathOf(own);
  const nothing = path.findIndex((_, index) => endsInNothing(circumstances.stock.data, path.slice(0, index + 1)));
  if (nothing < 0) return null;
  const lost = path.slice(0, nothing + 1);
  const related = differences(circumstances.stock, circumstances.own).filter(
    ({ kind, at, stock }) =>
      (kind === 'data' && at && startsWith(lost, at)) || (kind === 'violation' && stock && startsWith(pathOf(stock), lost)),
  );
  return related.map((difference) => isKnown(difference, circumstances)).find((reason) => reason !== null) ?? null;
}

/** An error of a field that a `@requires` names: what the client asks for under that key may have other arguments. */
function isOfInput(error: unknown, { graph }: Circumstances): boolean {
  return facts(graph).inputs.has(String(pathOf(error).at(-1)));
}

/** The place above the end of a path where the answer has null. */
function lostPlace(data: unknown, path: readonly unknown[]): readonly unknown[] | null {
  const index = path.findIndex((_, length) => length > 0 && endsInNothing(data, path.slice(0, length)));
  return index < 0 ? null : path.slice(0, index);
}

/** We see a fault in what stock has left out, and so have null. */
function isFaultyForUs({ kind, at, own }: Difference, { own: { errors = [] } }: Circumstances): boolean {
  return kind === 'data' && own === null && at !== undefined && errors.some((error) => startsWith(pathOf(error), at));
}

/** A fault of a value, for which stock has none where it has nothing. */
function isUnseenByStock({ kind, stock, own }: Difference, circumstances: Circumstances): boolean {
  const isFault = kind === 'violation' || (kind === 'additional error' && !circumstances.told.has(String(messageOf(own))));
  return isFault && stock === undefined && endsInNothing(circumstances.stock.data, pathOf(own));
}

/** Stock misses a value that we have. */
function isLostByStock({ kind, stock, own }: Difference, circumstances: Circumstances): boolean {
  const path = pathOf(stock);
  return (
    kind === 'violation' &&
    own === undefined &&
    endsInNothing(circumstances.stock.data, path) &&
    !endsInNothing(circumstances.own.data, path)
  );
}

/** An error of a field that was only fetched as the input of another one. */
function isOfConflictingInput({ kind, stock, own }: Difference, { schema, operation: { document }, graph }: Circumstances): boolean {
  if (kind !== 'missing error' && kind !== 'additional error' && (kind !== 'violation' || own === undefined)) return false;
  const parent = pathOf(stock ?? own).slice(0, -1);
  return fieldsBelow(schema, document, parent).some((name) => facts(graph).conflictingInputs.has(name));
}

const FACTS = new WeakMap<RandomGraph, GraphFacts>();

function facts(graph: RandomGraph): GraphFacts {
  const known = FACTS.get(graph) ?? factsOf(graph.typeDefs);
  FACTS.set(graph, known);
  return known;
}

/** A difference in one of these fields, or a null above it that it may have caused. */
function concerns(difference: Difference, { schema, operation: { document } }: Circumstances, fields: ReadonlySet<string>): boolean {
  if (fields.size === 0) return false;
  const at = difference.at ?? [...pathOf(difference.stock), ...pathOf(difference.own)];
  if (fieldsAlong(schema, document, at).some((name) => fields.has(name))) return true;
  if (difference.stock !== null && difference.own !== null) return false;
  return fieldsBelow(schema, document, at).some((name) => fields.has(name));
}

function stockHasLess({ kind, stock, own }: Difference): boolean {
  return kind === 'data' ? stock === undefined || stock === null || (isList(stock) && stock.length === 0) : own === undefined;
}

function startsWith(path: readonly unknown[], start: readonly unknown[]): boolean {
  return isDeepStrictEqual(path.slice(0, start.length), start);
}

function isAlong(path: readonly unknown[], other: readonly unknown[]): boolean {
  return startsWith(path, other) || startsWith(other, path);
}

/** The two differ at most in the elements of lists that they mean. */
function sameKeys(one: readonly unknown[], other: readonly unknown[]): boolean {
  const keys = (path: readonly unknown[]) => path.map((key) => (typeof key === 'number' ? 0 : key));
  return isDeepStrictEqual(keys(one), keys(other));
}

/** The answer has null there, or above, or did not ask for it. */
function endsInNothing(data: unknown, path: readonly unknown[]): boolean {
  const value = valueAt(data, path);
  return value === null || value === undefined;
}

/** The answer has a leaf there. The place of an entity that one of its subgraphs does not know is an object. */
function endsInValue(data: unknown, path: readonly unknown[]): boolean {
  return !endsInNothing(data, path) && typeof valueAt(data, path) !== 'object';
}

function valueAt(data: unknown, path: readonly unknown[]): unknown {
  let value: unknown = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || (typeof key !== 'string' && typeof key !== 'number')) return value;
    value = ownProperty(value, key);
  }
  return value;
}

/** The words of JavaScript, or of stock's assertions, for a bug. */
function isStumble(message: string | undefined): boolean {
  return (
    message !== undefined &&
    /Cannot (use 'in' operator|read properties|set propert|create property)|is not a function|Unexpected array in result|Invalid non-(list|object)/.test(
      message,
    )
  );
}

function asIndex(key: string): string | number {
  return /^\d+$/.test(key) ? Number(key) : key;
}

function isFalsy(value: unknown): boolean {
  return value === 0 || value === '' || value === false;
}

function hasEmptyPath(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'path' in error && Array.isArray(error.path) && error.path.length === 0;
}

function messageOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'message' in error ? error.message : undefined;
}

function pathOf(error: unknown): readonly unknown[] {
  return typeof error === 'object' && error !== null && 'path' in error && Array.isArray(error.path) ? error.path : [];
}

function isComposite(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
