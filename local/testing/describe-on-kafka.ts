import { describe } from '@jest/globals';
import { kafkaMissing } from '../src/kafka.ts';

/**
 * A suite that needs a broker. Where none can run it is skipped and says what to install; in CI, which must have
 * everything, it fails.
 */
export function describeOnKafka(name: string, suite: () => void): void {
  const missing = kafkaMissing();
  if (!missing) return describe(name, suite);
  if (process.env['CI'] === 'true') throw new Error(missing);
  console.warn(`Skipped: ${name}. ${missing}`);
  describe.skip(name, suite);
}
