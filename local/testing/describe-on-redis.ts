import { spawnSync } from 'node:child_process';
import { describe } from '@jest/globals';

/**
 * A suite that needs Redis. Where none is installed it is skipped and says what to install; in CI, which must have
 * everything, it fails.
 */
export function describeOnRedis(name: string, suite: () => void): void {
  if (spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status === 0) return describe(name, suite);
  const missing = 'That needs redis-server on the PATH; on Debian: apt-get install redis-server.';
  if (process.env['CI'] === 'true') throw new Error(missing);
  console.warn(`Skipped: ${name}. ${missing}`);
  describe.skip(name, suite);
}
