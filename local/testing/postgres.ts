import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startPostgres } from '../src/postgres.ts';
import { logOfTestRun } from './logs.ts';

/** A PostgreSQL for one run of the tests. */
export interface TestPostgres {
  readonly url: string;
  /** Ends it and deletes its data. */
  stop(): Promise<void>;
}

/** Starts a PostgreSQL in a temporary folder; it ends with this process, however that ends. */
export async function startTestPostgres(): Promise<TestPostgres> {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'agora-test-'));
  const postgres = await startPostgres({ dir, databases: [], connections: 500, durable: false });
  const guard = guardAgainstKill(postgres.pid, dir);
  return {
    url: postgres.url('postgres'),
    async stop() {
      await postgres.stop();
      if (process.env['AGORA_TEST_RUN']) copyFileSync(path.join(dir, 'postgres.log'), logOfTestRun('postgres'));
      guard.kill('SIGKILL');
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** A shell that waits for the end of its input, which is our end: it stops what a killed run of the tests leaves. */
function guardAgainstKill(pid: number, dir: string) {
  const script = 'trap "" INT TERM HUP; read -r _; kill -QUIT "$0"; sleep 1; rm -rf "$1"';
  const guard = spawn('sh', ['-c', script, String(pid), dir], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  guard.on('error', () => {});
  guard.unref();
  return guard;
}
