import type { Database } from '@agora/platform/database/database';
import type { Logger } from '@agora/platform/observe/logging';
import type { Stoppable } from '@agora/platform/service/every';
import { keepRunning } from '@agora/platform/service/loop';
import { followSchedule } from './commands/follow-schedule.ts';
import { SCHEDULES } from './commands/schedule-publication.ts';

/** How often it is looked at least, should another process have scheduled something and ended. */
const LOOK_MS = 60_000;
/** What is due is another replica's, or changing. */
const LEAST_WAIT_MS = 100;

/** Puts products on sale and takes them off it when their sellers said; sleeps until the next is due. */
export function startSchedule(database: Database, log: Logger): Stoppable {
  const loop = keepRunning('The schedule of products', log, async (run) => {
    while (!run.stopped) {
      const next = await followSchedule(database.fork());
      run.healthy();
      await run.sleep(Math.max(LEAST_WAIT_MS, Math.min(LOOK_MS, next ? next.getTime() - Date.now() : LOOK_MS)));
    }
  });
  database.onAnnounced(({ work }) => {
    if (work.has(SCHEDULES)) loop.wake();
  });
  return loop;
}
