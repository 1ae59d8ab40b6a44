import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { eventually } from '@agora/platform/testing/eventually';
import { testRun } from './test-run.ts';

const MADE_WITHIN_MS = 300_000;

/** What whoever asks first makes for every worker of this test run: where it is, in a line. */
export async function onceInTestRun(name: string, make: () => Promise<string>): Promise<string> {
  const files = {
    lock: path.join(testRun(), `${name}.lock`),
    made: path.join(testRun(), name),
    failed: path.join(testRun(), `${name}.failed`),
  };
  await mkdir(testRun(), { recursive: true });
  if (await takes(files.lock)) {
    try {
      await writeWhole(files.made, await make());
    } catch (error) {
      await writeWhole(files.failed, error instanceof Error ? error.message : String(error));
    }
  }
  await eventually(() => existsSync(files.made) || existsSync(files.failed), MADE_WITHIN_MS);
  if (existsSync(files.failed)) throw new Error(await readFile(files.failed, 'utf8'));
  return readFile(files.made, 'utf8');
}

async function takes(lock: string): Promise<boolean> {
  try {
    await (await open(lock, 'wx')).close();
    return true;
  } catch {
    return false;
  }
}

/** Who waits for the file never sees half of it. */
async function writeWhole(file: string, text: string): Promise<void> {
  await writeFile(`${file}.new`, text);
  await rename(`${file}.new`, file);
}
