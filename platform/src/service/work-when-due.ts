import type { Announced, Database } from '../database/database.ts';
import type { Logger } from '../observe/logging.ts';
import { keepRunning, type Loop, type Run } from './loop.ts';

/** What is due may be another replica's, or changing. */
const LEAST_WAIT_MS = 100;

export interface DueWork {
  readonly database: Database;
  readonly log: Logger;
  /** How often it is looked at least, for what becomes due without this process knowing. */
  readonly lookMs: number;
  /** Whether what a transaction of this process left is a reason to look at once. */
  readonly isWokenBy?: (announced: Announced) => boolean;
  /** Does what is due; answers when the next will be, null where nothing is known of it. */
  readonly work: (run: Run) => Promise<Date | null>;
}

/** Looks, works and sleeps until the next is due, until stopped. */
export function workWhenDue(what: string, { database, log, lookMs, isWokenBy, work }: DueWork): Loop {
  const loop = keepRunning(what, log, async (run) => {
    while (!run.stopped) {
      const next = await work(run);
      run.healthy();
      await run.sleep(Math.max(LEAST_WAIT_MS, Math.min(lookMs, next ? next.getTime() - Date.now() : lookMs)));
    }
  });
  if (isWokenBy)
    database.onAnnounced((announced) => {
      if (isWokenBy(announced)) loop.wake();
    });
  return loop;
}
