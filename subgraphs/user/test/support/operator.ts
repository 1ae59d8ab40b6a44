import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { compileCacheOf } from '@agora/platform/testing/compile-cache';
import type { SubgraphUnderTest } from '@agora/platform/testing/subgraph';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));
const PROGRAM = fileURLToPath(new URL('../../src/operator.ts', import.meta.url));

/** Runs the operator's program as a shell would; what it said is its output and its errors. */
export function operatorOf(user: () => SubgraphUnderTest) {
  return async (...words: readonly string[]): Promise<{ code: number; said: string }> => {
    try {
      const env = { USER_DATABASE_URL: user().databaseUrl, ...compileCacheOf(ROOT) };
      const { stdout, stderr } = await run(process.execPath, ['--no-warnings', PROGRAM, ...words], { env });
      return { code: 0, said: stdout + stderr };
    } catch (error) {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { code, said: stdout + stderr };
    }
  };
}
