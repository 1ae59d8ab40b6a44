import { type Environment, readSettings } from '@agora/platform/service/settings';
import * as z from 'zod';

/** What order alone reads from the environment. */
export const settings = {
  ORDER_STEP_TIMEOUT_MS: z.coerce
    .number()
    .int()
    .min(100)
    .max(600_000)
    .default(10_000)
    .describe('how long an answer to a step of a checkout may take, in milliseconds (10000)'),
};

export function readOrderConfig(env: Environment) {
  return { timeoutMs: readSettings(settings, env).ORDER_STEP_TIMEOUT_MS };
}
