import { describe } from '@jest/globals';
import { browserMissing } from './browser.ts';

/** A suite that needs a browser. Where there is none it is skipped and says what to install; in CI, which must have one, it fails. */
export function describeInBrowser(name: string, suite: () => void): void {
  const missing = browserMissing();
  if (missing === null) return describe(name, suite);
  if (process.env['CI'] === 'true') throw new Error(missing);
  console.warn(`Skipped: ${name}. ${missing}`);
  describe.skip(name, suite);
}
