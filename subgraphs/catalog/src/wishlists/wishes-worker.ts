import type { Database } from '@agora/platform/database/database';
import type { Logger } from '@agora/platform/observe/logging';
import type { Stoppable } from '@agora/platform/service/every';
import { workWhenDue } from '@agora/platform/service/work-when-due';
import { WISHES } from './commands/look-again.ts';
import { tellWishers } from './commands/tell-wishers.ts';

/** How often it is looked at least, should the process that left work have ended. */
const LOOK_MS = 10_000;

/** Looks at who wishes for what has another price or stock, soon after that was heard. */
export function startWishes(database: Database, log: Logger): Stoppable {
  return workWhenDue('Telling who wishes for something', {
    database,
    log,
    lookMs: LOOK_MS,
    isWokenBy: ({ work }) => work.has(WISHES),
    async work(run) {
      while (!run.stopped) if (!(await tellWishers(database.fork()))) break;
      return null;
    },
  });
}
