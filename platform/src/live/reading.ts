import type { Database } from '../database/database.ts';
import type { Stoppable } from '../service/every.ts';
import type { Logger } from '../observe/logging.ts';
import { keepRunning } from '../service/loop.ts';
import type { Follower } from './follower.ts';
import { type Place, readPages } from './read.ts';

/** Most pages in one statement, which bounds the memory it takes. */
const PAGES = 100;
const LONG_MS = 60_000;

export interface Reading extends Stoppable {
  /** Reads for this follower with the next statement. */
  feed(follower: Follower): void;
}

/**
 * Reads for all hungry followers together: those of one place share a page, and a statement reads many places. When it
 * fails, they are hungry again as soon as their feeds are found to have grown.
 */
export function startReading(database: Database, log: Logger): Reading {
  const hungry = new Set<Follower>();
  const loop = keepRunning('Reading live feeds', log, async (run) => {
    while (!run.stopped) {
      const meals = nextMeals(hungry);
      if (meals.size === 0) await run.sleep(LONG_MS);
      else await serve(database, meals);
      run.healthy();
    }
  });
  return {
    feed(follower) {
      hungry.add(follower);
      loop.wake();
    },
    stop: () => loop.stop(),
  };
}

type Meals = ReadonlyMap<Follower, readonly Place[]>;

function nextMeals(hungry: Set<Follower>): Meals {
  const meals = new Map<Follower, readonly Place[]>();
  let pages = 0;
  for (const follower of hungry) {
    if (pages >= PAGES) break;
    hungry.delete(follower);
    const places = follower.wants();
    if (places.length === 0) continue;
    meals.set(follower, places);
    pages += places.length;
  }
  return meals;
}

async function serve(database: Database, meals: Meals): Promise<void> {
  const places = new Map([...meals.values()].flat().map((place) => [nameOf(place), place]));
  const read = await readPages(database.fork(), [...places.values()]);
  const pages = new Map([...places.keys()].map((name, index) => [name, read[index]]));
  for (const [follower, wanted] of meals) {
    follower.take(wanted.map((place) => ({ feed: place.feed, entries: pages.get(nameOf(place)) ?? [] })));
  }
}

function nameOf({ feed, after }: Place): string {
  return `${after} ${feed}`;
}
