import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { testRun } from './test-run.ts';

/** A new file for a log that is looked through when this run of the tests is over. */
export function logOfTestRun(name: string): string {
  const folder = logFolder();
  mkdirSync(folder, { recursive: true });
  return path.join(folder, `${process.env['AGORA_TEST_FILE'] ?? 'run'}.${name}-${randomUUID().slice(0, 8)}.log`);
}

export function logFolder(): string {
  return path.join(testRun(), 'logs');
}

/** Where the logs of test files with failures are, when the run is over. */
export const KEPT_LOGS = path.resolve(import.meta.dirname, '../../.cache/failed-tests');

const LAST_LINES = 40;

/** What the programs of a test file have logged last. */
export async function lastLines(testFile: string): Promise<string> {
  const tails = await Promise.all(
    (await logsOf(testFile)).map(async (log) => {
      const lines = (await readFile(log, 'utf8')).trimEnd().split('\n');
      return `\n${path.basename(log)} ends with:\n${lines.slice(-LAST_LINES).join('\n')}\n`;
    }),
  );
  return tails.join('');
}

export async function keepLogs(testFile: string): Promise<void> {
  await mkdir(KEPT_LOGS, { recursive: true });
  for (const log of await logsOf(testFile)) await copyFile(log, path.join(KEPT_LOGS, path.basename(log)));
}

async function logsOf(testFile: string): Promise<string[]> {
  if (!existsSync(logFolder())) return [];
  const files = await readdir(logFolder());
  return files.filter((file) => file.startsWith(`${testFile}.`)).map((file) => path.join(logFolder(), file));
}

/** What tests use as secrets, by what it is. */
const SECRETS: Readonly<Record<string, RegExp>> = {
  'a password': /correct horse battery|agora-demo-2026/,
  'a hash of a password': /\$argon2id\$/,
  'an access token': /eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{40,}/,
  'a refresh token': /ses_[0-9a-z]{26}\.\d+\.[\w-]{43}/,
  'an authorization': /Bearer \w/,
  'an e-mail': /[\w.+-]+@(people|agora)\.example/i,
};

/** Every line below a folder that tells a secret. */
export async function toldSecrets(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const files = await readdir(folder);
  const found = await Promise.all(
    files.map(async (file) => {
      const lines = (await readFile(path.join(folder, file), 'utf8')).split('\n');
      return lines.flatMap((line, index) => kindsIn(line).map((kind) => `${file}:${index + 1} holds ${kind}: ${line.slice(0, 300)}`));
    }),
  );
  return found.flat();
}

function kindsIn(line: string): string[] {
  return Object.entries(SECRETS).flatMap(([kind, form]) => (form.test(line) ? [kind] : []));
}
