import type { Database } from '@agora/platform/database/database';
import type { Stoppable } from '@agora/platform/service/every';
import type { Logger } from '@agora/platform/observe/logging';
import { keepRunning } from '@agora/platform/service/loop';
import { processLateAnswers } from './saga.ts';

/** How often late answers are looked for where their times are not known: others process them, and operators change them. */
const LOOK_MS = 5_000;
const LEAST_WAIT_MS = 100;

/** Processes answers as they become late. `timeoutMs` is how long an answer may take: what begins to wait meanwhile is not late before. */
export function startLateAnswers(options: { database: Database; timeoutMs: number; log: Logger }): Stoppable {
  const { database, timeoutMs, log } = options;
  return keepRunning('Processing late answers', log, async (run) => {
    while (!run.stopped) {
      const next = await processLateAnswers(database.fork(), log);
      run.healthy();
      const waitMs = Math.min(LOOK_MS, timeoutMs, next ? next.getTime() - Date.now() : LOOK_MS);
      await run.sleep(Math.max(LEAST_WAIT_MS, waitMs));
    }
  });
}
