import type { Database } from '@agora/platform/database/database';
import type { Logger } from '@agora/platform/observe/logging';
import type { Stoppable } from '@agora/platform/service/every';
import { keepRunning } from '@agora/platform/service/loop';
import { expireReservations } from './expire-reservations.ts';

/** How often it is looked at least, should somebody have moved the times. */
const LOOK_MS = 60_000;
/** What is due is ending, or another replica's. */
const LEAST_WAIT_MS = 100;

/** Reminds order of what is set aside for too long. What is set aside meanwhile is not due before `afterMs`. */
export function startExpiry({ database, afterMs, log }: { database: Database; afterMs: number; log: Logger }): Stoppable {
  return keepRunning('Expiring reservations', log, async (run) => {
    while (!run.stopped) {
      const next = await expireReservations(database.fork(), afterMs);
      run.healthy();
      await run.sleep(Math.max(LEAST_WAIT_MS, Math.min(LOOK_MS, afterMs, next ? next.getTime() - Date.now() : LOOK_MS)));
    }
  });
}
