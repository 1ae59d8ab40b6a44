import type { Database } from '@agora/platform/database/database';
import type { Logger } from '@agora/platform/observe/logging';
import type { Stoppable } from '@agora/platform/service/every';
import { HOUR_MS } from '@agora/platform/durations';
import { workWhenDue } from '@agora/platform/service/work-when-due';
import { countWords } from './count-words.ts';

/** It works for a twentieth of the time at most, however many words there are; while nothing changes, not at all. */
const REST_FACTOR = 20;
const LEAST_REST_MS = 500;

/** Keeps the words counted that misspelled ones are put right to: soon after something was announced. */
export function keepWordsCounted(database: Database, log: Logger): Stoppable {
  let counted: string | null = null;
  return workWhenDue('Counting words', {
    database,
    log,
    lookMs: HOUR_MS,
    isWokenBy: () => true,
    async work(run) {
      const begun = performance.now();
      counted = await countWords(database.fork(), counted);
      await run.pause(Math.max(LEAST_REST_MS, REST_FACTOR * (performance.now() - begun)));
      return null;
    },
  });
}
