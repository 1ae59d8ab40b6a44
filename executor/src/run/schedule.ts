import type { FlatFetch } from './flat-fetch.ts';

/** Fetches that are one request, and the requests that must have been answered before it. */
export interface ScheduledRequest {
  readonly fetches: readonly [FlatFetch, ...FlatFetch[]];
  /** Earlier positions in the schedule. */
  readonly after: readonly number[];
}

/**
 * Merges the fetches of entities that could be sent to one subgraph at the same time. A fetch that nobody waits for is put
 * off until its subgraph is asked anyway: it moves behind others of the plan only if none of these reads or writes a key
 * that it writes. Each request starts as soon as those that it needs are answered.
 */
export function scheduleMerged(fetches: readonly FlatFetch[]): ScheduledRequest[] {
  const waves = putOff(fetches);
  const waveOf = (fetch: FlatFetch) => waves.get(fetch) ?? fetch.wave;
  const groups: [FlatFetch, ...FlatFetch[]][] = [];
  for (const fetch of fetches.toSorted((a, b) => waveOf(a) - waveOf(b))) {
    const group = groups.find(([other]) => isMergeable(fetch) && isMergeable(other) && sameRequest(waveOf, fetch, other));
    if (group) group.push(fetch);
    else groups.push([fetch]);
  }
  return groups.map((group) => ({
    fetches: group,
    after: groups.flatMap(([other, ...others], index) => {
      const isNeeded = group.some((fetch) =>
        [other, ...others].some((earlier) => fetch.after.has(earlier) && waveOf(earlier) < waveOf(fetch)),
      );
      return isNeeded ? [index] : [];
    }),
  }));
}

/** For each request all that must have been answered before it. */
export function predecessorsOf(schedule: readonly ScheduledRequest[]): ReadonlySet<number>[] {
  const before: Set<number>[] = [];
  schedule.forEach(({ after }, index) => {
    before[index] = new Set(after.flatMap((earlier) => [earlier, ...(before[earlier] ?? [])]));
  });
  return before;
}

/** One that renames what it gets, or carries directives of its own, keeps its own request. */
function isMergeable({ node, operation }: FlatFetch): boolean {
  return node.requires !== undefined && node.outputRewrites.length === 0 && !operation.operation.directives?.length;
}

function sameRequest(waveOf: (fetch: FlatFetch) => number, a: FlatFetch, b: FlatFetch): boolean {
  return waveOf(a) === waveOf(b) && a.node.serviceName === b.node.serviceName;
}

function putOff(fetches: readonly FlatFetch[]): ReadonlyMap<FlatFetch, number> {
  const waves = new Map(fetches.map((fetch) => [fetch, fetch.wave]));
  const waveOf = (fetch: FlatFetch) => waves.get(fetch) ?? fetch.wave;
  const last = Math.max(...fetches.map(({ wave }) => wave));
  for (const fetch of fetches.toSorted((a, b) => b.wave - a.wave)) {
    if (!isMergeable(fetch)) continue;
    const dependents = fetches.filter((other) => other.wave > fetch.wave && isTouched(fetch, other));
    const latest = Math.min(last, ...dependents.map((other) => waveOf(other) - 1));
    const meetings = fetches.filter(
      (other) => other !== fetch && isMergeable(other) && other.node.serviceName === fetch.node.serviceName && waveOf(other) <= latest,
    );
    waves.set(fetch, Math.max(fetch.wave, ...meetings.map(waveOf)));
  }
  return waves;
}

/** Whether the second reads or writes what the first writes. */
function isTouched({ effects: first }: FlatFetch, { effects: second }: FlatFetch): boolean {
  return [...first.writes].some((key) => second.reads.has(key) || second.writes.has(key));
}
