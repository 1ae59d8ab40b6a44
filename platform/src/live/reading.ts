import type { Database } from '../database/database.ts';
import type { Stoppable } from '../service/every.ts';
import type { Logger } from '../observe/logging.ts';
import { keepRunning } from '../service/loop.ts';
import type { Follower } from './follower.ts';
import type { KnownPlaces } from './known-places.ts';
import { type Place, readPages } from './read.ts';

/** Bounds the memory that one statement takes. */
const MAX_PAGES = 100;
const LONG_MS = 60_000;

export interface Reading extends Stoppable {
  /** Reads for this follower with the next statement. */
  request(follower: Follower): void;
}

/**
 * Reads for all waiting followers in one batch: those of one place share a page, and a statement reads many places. After a
 * failure each waits again once its feeds are found to have grown.
 */
export function startReading(database: Database, places: KnownPlaces, log: Logger): Reading {
  const waiting = new Set<Follower>();
  const loop = keepRunning('Reading live feeds', log, async (run) => {
    while (!run.stopped) {
      const batch = nextBatch(waiting);
      if (batch.size === 0) await run.sleep(LONG_MS);
      else await serve(database, places, batch);
      run.healthy();
    }
  });
  return {
    request(follower) {
      waiting.add(follower);
      loop.wake();
    },
    stop: () => loop.stop(),
  };
}

/** The places that each follower wants a page of. */
type Batch = ReadonlyMap<Follower, readonly Place[]>;

function nextBatch(waiting: Set<Follower>): Batch {
  const batch = new Map<Follower, readonly Place[]>();
  let pages = 0;
  for (const follower of waiting) {
    if (pages >= MAX_PAGES) break;
    waiting.delete(follower);
    const places = follower.wants();
    if (places.length === 0) continue;
    batch.set(follower, places);
    pages += places.length;
  }
  return batch;
}

async function serve(database: Database, known: KnownPlaces, batch: Batch): Promise<void> {
  const places = new Map([...batch.values()].flat().map((place) => [nameOf(place), place]));
  const read = await readPages(database.fork(), [...places.values()]);
  const pages = new Map([...places.keys()].map((name, index) => [name, read[index]]));
  for (const [index, { feed }] of [...places.values()].entries())
    for (const { eventId, seq } of read[index] ?? []) known.note(feed, eventId, seq);
  for (const [follower, wanted] of batch) {
    follower.take(wanted.map((place) => ({ feed: place.feed, entries: pages.get(nameOf(place)) ?? [] })));
  }
}

function nameOf({ feed, after }: Place): string {
  return `${after} ${feed}`;
}
