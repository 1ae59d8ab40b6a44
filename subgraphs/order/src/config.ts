import { type Environment, readSettings } from '@agora/platform/settings';
import * as z from 'zod';

/** What order alone reads from the environment. */
export function readOrderConfig(env: Environment) {
  const read = readSettings(
    {
      ORDER_STEP_DEADLINE_MS: z.coerce
        .number()
        .int()
        .min(100)
        .max(600_000)
        .default(10_000)
        .describe('how long an answer to a step of a checkout may take (10000)'),
    },
    env,
  );
  return { patienceMs: read.ORDER_STEP_DEADLINE_MS };
}
