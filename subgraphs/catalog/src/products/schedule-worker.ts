import type { Database } from '@agora/platform/database/database';
import type { Logger } from '@agora/platform/observe/logging';
import type { Stoppable } from '@agora/platform/service/every';
import { workWhenDue } from '@agora/platform/service/work-when-due';
import { followSchedule } from './commands/follow-schedule.ts';
import { SCHEDULES } from './commands/schedule-publication.ts';

/** Should another process have scheduled something and ended. */
const LOOK_MS = 60_000;

/** Puts products on sale and takes them off it when their sellers said; sleeps until the next is due. */
export function startSchedule(database: Database, log: Logger): Stoppable {
  return workWhenDue('The schedule of products', {
    database,
    log,
    lookMs: LOOK_MS,
    isWokenBy: ({ work }) => work.has(SCHEDULES),
    work: () => followSchedule(database.fork()),
  });
}
