import type { Database } from '@agora/platform/database/database';
import type { Logger } from '@agora/platform/observe/logging';
import type { Stoppable } from '@agora/platform/service/every';
import { workWhenDue } from '@agora/platform/service/work-when-due';
import { RELISTINGS } from './leave-to-list.ts';
import { listLeftAgain } from './list-again.ts';

/** Should another process have left something and ended. */
const LOOK_MS = 60_000;

/** Announces terms anew of what is in categories that were moved. */
export function startRelisting(database: Database, log: Logger): Stoppable {
  return workWhenDue('Listing what is in other categories', {
    database,
    log,
    lookMs: LOOK_MS,
    isWokenBy: ({ work }) => work.has(RELISTINGS),
    work: async () => {
      await listLeftAgain(() => database.fork());
      return null;
    },
  });
}
