import type { Database } from '@agora/platform/database/database';
import type { Stoppable } from '@agora/platform/service/every';
import type { Logger } from '@agora/platform/observe/logging';
import { workWhenDue } from '@agora/platform/service/work-when-due';
import { processLateAnswers } from './saga.ts';

/** How often late answers are looked for where their times are not known: others process them, and operators change them. */
const LOOK_MS = 5_000;

/** Processes answers as they become late. `timeoutMs` is how long an answer may take: what begins to wait meanwhile is not late before. */
export function startLateAnswers(options: { database: Database; timeoutMs: number; log: Logger }): Stoppable {
  const { database, timeoutMs, log } = options;
  return workWhenDue('Processing late answers', {
    database,
    log,
    lookMs: Math.min(LOOK_MS, timeoutMs),
    work: () => processLateAnswers(database.fork(), log),
  });
}
