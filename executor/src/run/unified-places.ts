import { isDeepStrictEqual } from 'node:util';
import { compileGather, compileUnify, type Unify } from '../data/places.ts';
import { compileRepresentation, type Representation } from '../data/representation.ts';
import { type DataObject, isEqual } from '../data/tree.ts';
import type { FetchNode } from '../plan/nodes.ts';
import type { Compilation } from './compilation.ts';
import { positionOf } from './effects.ts';
import type { Gathered, GatherFor } from './gathered.ts';
import type { FlatFetch } from './flat-fetch.ts';
import type { Running } from './request.ts';
import { predecessorsOf, type ScheduledRequest } from './schedule.ts';

/**
 * A place in lists at which objects that hold the same become one object, which then stands at several places of the tree.
 * Whatever is fetched for it, merged into it and written of it is done once: in a graph with cycles (the author of a review
 * has reviews, with products, with reviews …) most of the tree is repetition.
 */
interface UnifiedPlace {
  readonly number: number;
  readonly path: readonly string[];
  readonly parent: UnifiedPlace | null;
  readonly unify: Unify;
  /** The inputs of one of its fetches, which tell what may be equal. */
  readonly requires: FetchNode['requires'];
  readonly representation: Representation;
}

/** Finds the objects of each fetch's place, unified where that changes nothing for the client. */
export function createUnifiedGather({ schema }: Pick<Compilation<unknown>, 'schema'>, schedule: readonly ScheduledRequest[]) {
  const places: UnifiedPlace[] = [];
  for (const [path, fetch] of unifiablePaths(schedule)) {
    const parent = longestAbove(places, path);
    places.push({
      number: places.length,
      path,
      parent,
      unify: compileUnify(path.slice(parent?.path.length ?? 0)),
      requires: fetch.node.requires,
      representation: compileRepresentation(schema, fetch.node.requires ?? [], fetch.node.inputRewrites),
    });
  }
  return ({ path, node }: FlatFetch): GatherFor => {
    const place = longestAbove(places, path);
    if (!place) {
      const gather = compileGather(path);
      return (running) => ({ objects: gather([running.data]) });
    }
    if (place.path.length < path.length) {
      const gather = compileGather(path.slice(place.path.length));
      return (running) => ({ objects: gather(unified(running, place).objects) });
    }
    const isRepresented = node.inputRewrites.length === 0 && isDeepStrictEqual(node.requires, place.requires);
    return (running) => (isRepresented ? unified(running, place) : { objects: unified(running, place).objects });
  };
}

/** The different objects of a place; the first who asks in a request makes those one that are equal. */
function unified(running: Running<unknown>, place: UnifiedPlace): Gathered {
  const known = running.unified[place.number];
  if (known) return known;
  const objects: DataObject[] = [];
  const representations: (string | null)[] = [];
  const firsts = new Map<string, DataObject>();
  place.unify(place.parent ? unified(running, place.parent).objects : [running.data], (object) => {
    const representation = place.representation.identify(object);
    const first = representation === null ? undefined : firsts.get(representation);
    if (first && isEqual(first, object)) {
      const shared = (running.shared ??= new Map());
      if (!shared.has(first)) shared.set(first, {});
      return first;
    }
    if (representation !== null && !first) firsts.set(representation, object);
    objects.push(object);
    representations.push(representation);
    return object;
  });
  return (running.unified[place.number] = { objects, representations });
}

/**
 * Places of fetches at which objects may be unified, shortest first: whoever writes there from above has been answered before
 * anybody looks at the place or below it, so that later answers are for all the objects of the place alike.
 */
function unifiablePaths(schedule: readonly ScheduledRequest[]): (readonly [path: readonly string[], fetch: FlatFetch])[] {
  const before = predecessorsOf(schedule);
  const all = schedule.flatMap(({ fetches }, request) => fetches.map((fetch) => ({ fetch, request })));
  const candidates = new Map<string, FlatFetch>();
  for (const { fetch } of all) {
    const place = JSON.stringify(fetch.path);
    if (fetch.node.requires && fetch.path.includes('@') && !candidates.has(place)) candidates.set(place, fetch);
  }
  return [...candidates.values()]
    .filter(({ path }) => {
      const position = positionOf(path);
      const [inside, outside] = [true, false].map((isInside) => all.filter(({ fetch }) => isAbove(path, fetch.path) === isInside));
      const writers = (outside ?? []).filter(({ fetch }) => fetch.effects.positions.has(position));
      return (inside ?? []).every(({ request }) => writers.every((writer) => before[request]?.has(writer.request)));
    })
    .map((fetch) => [fetch.path, fetch] as const)
    .toSorted(([a], [b]) => a.length - b.length);
}

function longestAbove(places: readonly UnifiedPlace[], path: readonly string[]): UnifiedPlace | null {
  return places.filter((place) => isAbove(place.path, path)).at(-1) ?? null;
}

function isAbove(above: readonly string[], path: readonly string[]): boolean {
  return above.every((step, index) => path[index] === step);
}
