import { test } from '@jest/globals';

/** Leaves a test out, and says why. */
export function skipped(reason: string): typeof test.skip {
  console.warn(`Skipped: ${reason}`);
  return test.skip;
}
