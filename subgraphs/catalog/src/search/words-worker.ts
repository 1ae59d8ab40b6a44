import type { Database } from '@agora/platform/database/database';
import type { Logger } from '@agora/platform/observe/logging';
import type { Stoppable } from '@agora/platform/service/every';
import { keepRunning } from '@agora/platform/service/loop';
import { countWords } from './count-words.ts';

/** It works for a twentieth of the time at most, however many words there are; while nothing changes, not at all. */
const REST_FACTOR = 20;
const LEAST_REST_MS = 500;
const HOUR_MS = 3_600_000;

/** Keeps the words counted that misspelled ones are put right to: soon after something was announced. */
export function keepWordsCounted(database: Database, log: Logger): Stoppable {
  let hasChanged = true;
  let counted: string | null = null;
  const loop = keepRunning('Counting words', log, async (run) => {
    const begun = performance.now();
    hasChanged = false;
    counted = await countWords(database.fork(), counted);
    run.healthy();
    const took = performance.now() - begun;
    const restsUntil = begun + took + Math.max(LEAST_REST_MS, REST_FACTOR * took);
    for (let rest = restsUntil - performance.now(); !run.stopped && (!hasChanged || rest > 0); rest = restsUntil - performance.now())
      await run.sleep(hasChanged ? rest : HOUR_MS);
  });
  database.onAnnounced(() => {
    hasChanged = true;
    loop.wake();
  });
  return loop;
}
