import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { testRun } from './test-run.ts';

/** Stops the broker of this test run, where there is one; called once after all tests. */
export async function stopTestKafka(): Promise<void> {
  const pidFile = path.join(testRun(), 'kafka', 'broker.pid');
  if (existsSync(pidFile)) await end(Number(await readFile(pidFile, 'utf8')));
}

async function end(pid: number): Promise<void> {
  try {
    for (process.kill(pid, 'SIGTERM'); ; await sleep(50)) process.kill(pid, 0);
  } catch {
    // It has ended.
  }
}
