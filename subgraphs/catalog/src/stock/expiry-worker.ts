import type { Database } from '@agora/platform/database/database';
import type { Logger } from '@agora/platform/observe/logging';
import type { Stoppable } from '@agora/platform/service/every';
import { workWhenDue } from '@agora/platform/service/work-when-due';
import { expireReservations } from './expire-reservations.ts';

/** Should somebody have moved the times. */
const LOOK_MS = 60_000;

/** Reminds order of what is set aside for too long. What is set aside meanwhile is not due before `afterMs`. */
export function startExpiry({ database, afterMs, log }: { database: Database; afterMs: number; log: Logger }): Stoppable {
  return workWhenDue('Expiring reservations', {
    database,
    log,
    lookMs: Math.min(LOOK_MS, afterMs),
    work: () => expireReservations(database.fork(), afterMs),
  });
}
