import { spawnSync } from 'node:child_process';
import { describe } from '@jest/globals';

/**
 * A suite that needs Redis. Where none is installed it is skipped and says what to install; in CI, which must have
 * everything, it fails.
 */
export function describeOnRedis(name: string, suite: () => void): void {
  if (hasRedis(name)) return describe(name, suite);
  describe.skip(name, suite);
}

/** Whether there is one for that; as above where there is none. */
export function hasRedis(what: string): boolean {
  if (spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status === 0) return true;
  const missing = 'That needs redis-server on the PATH; on Debian: apt-get install redis-server.';
  if (process.env['CI'] === 'true') throw new Error(missing);
  console.warn(`Skipped: ${what}. ${missing}`);
  return false;
}
