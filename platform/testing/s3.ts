import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../src/free-port.ts';
import { eventually } from './eventually.ts';
import { guardAgainstKill } from './guard-against-kill.ts';

const BUILD = path.join(import.meta.dirname, 'versitygw.sh');
export const S3_ACCESS = { accessKeyId: 'agora', secretAccessKey: 'only-tests-know-this' };

/** A real S3 server of one test, on a folder of its own. */
export interface TestS3 {
  readonly url: string;
  stop(): Promise<void>;
}

/** Why there can be none here; null where there can. In CI there must be one. */
export function s3Missing(): string | null {
  if (spawnSync('go', ['version'], { stdio: 'ignore' }).status === 0) return null;
  const missing = 'That needs Go on the PATH, which builds versitygw.';
  if (process.env['CI'] === 'true') throw new Error(missing);
  return missing;
}

/** Starts one in a temporary folder; it ends with this process, however that ends. */
export async function startS3(): Promise<TestS3> {
  const program = (await promisify(execFile)('bash', [BUILD])).stdout.trim();
  const dir = await mkdtemp(path.join(os.tmpdir(), 'agora-s3-'));
  const port = await freePort();
  const env = { ...process.env, ROOT_ACCESS_KEY: S3_ACCESS.accessKeyId, ROOT_SECRET_KEY: S3_ACCESS.secretAccessKey };
  const server = spawn(program, ['--port', `127.0.0.1:${port}`, '--health', '/health', 'posix', dir], { env, stdio: 'ignore' });
  const guard = guardAgainstKill(server.pid ?? 0);
  const url = `http://127.0.0.1:${port}`;
  await eventually(async () => (await fetch(`${url}/health`)).ok);
  return {
    url,
    async stop() {
      guard.kill('SIGKILL');
      const gone = once(server, 'exit');
      server.kill('SIGKILL');
      await gone;
      await rm(dir, { recursive: true, force: true });
    },
  };
}
