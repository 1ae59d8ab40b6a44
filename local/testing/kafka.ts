import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startKafka } from '../src/kafka.ts';
import { testRun } from './test-run.ts';

const PATIENCE_MS = 180_000;

/** The broker of this test run, started by whoever asks first. Name topics and groups so that nobody else has them. */
export async function testKafka(): Promise<{ readonly brokers: string }> {
  const run = testRun();
  await mkdir(run, { recursive: true });
  if (await isFirst(run)) await startIn(run);
  return { brokers: await brokersOf(run) };
}

async function isFirst(run: string): Promise<boolean> {
  try {
    await (await open(path.join(run, 'kafka.lock'), 'wx')).close();
    return true;
  } catch {
    return false;
  }
}

async function startIn(run: string): Promise<void> {
  try {
    const kafka = await startKafka({ dir: path.join(run, 'kafka'), log: (line) => console.warn(line) });
    kafka.unref();
    await tell(run, 'kafka.brokers', kafka.brokers);
  } catch (error) {
    await tell(run, 'kafka.failed', error instanceof Error ? error.message : String(error));
  }
}

async function tell(run: string, name: string, text: string): Promise<void> {
  const file = path.join(run, name);
  await writeFile(`${file}.new`, text);
  await rename(`${file}.new`, file);
}

async function brokersOf(run: string): Promise<string> {
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await sleep(50)) {
    if (existsSync(path.join(run, 'kafka.brokers'))) return readFile(path.join(run, 'kafka.brokers'), 'utf8');
    if (existsSync(path.join(run, 'kafka.failed'))) throw new Error(await readFile(path.join(run, 'kafka.failed'), 'utf8'));
  }
  throw new Error(`The broker of this test run was not ready within ${PATIENCE_MS / 1000} s.`);
}
