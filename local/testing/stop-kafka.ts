import { existsSync } from 'node:fs';
import { copyFile, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { logOfTestRun } from './logs.ts';
import { testRun } from './test-run.ts';

/** Stops the brokers of this test run, and keeps what they logged; called once after all tests. */
export async function stopTestKafka(): Promise<void> {
  for (const folder of await brokerFolders()) {
    const pidFile = path.join(folder, 'broker.pid');
    if (existsSync(pidFile)) await end(Number(await readFile(pidFile, 'utf8')));
    await copyFile(path.join(folder, 'broker.log'), logOfTestRun('kafka'));
  }
}

async function brokerFolders(): Promise<string[]> {
  if (!existsSync(testRun())) return [];
  const folders = (await readdir(testRun())).map((name) => path.join(testRun(), name));
  return folders.filter((folder) => existsSync(path.join(folder, 'broker.log')));
}

async function end(pid: number): Promise<void> {
  try {
    for (process.kill(pid, 'SIGTERM'); ; await sleep(50)) process.kill(pid, 0);
  } catch {
    // It has ended.
  }
}
