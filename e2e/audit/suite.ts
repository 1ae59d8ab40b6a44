import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const REPOSITORY = 'https://github.com/graphql-hive/federation-gateway-audit.git';
const COMMIT = 'f59c05e3f48f4a4f8e8a731d67a1b71a9788a96f';

const run = promisify(execFile);

/** The folder of the suite, which is fetched and installed below `cache` once. */
export async function fetchSuite(cache: string): Promise<string> {
  const folder = path.join(cache, `federation-gateway-audit-${COMMIT.slice(0, 7)}`);
  if (isInstalled(folder)) return folder;
  console.log(`Fetching the audit (${COMMIT.slice(0, 7)}) into ${folder}, once.`);
  const draft = `${folder}.new`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  const inDraft = (program: string, ...args: string[]) => run(program, args, { cwd: draft });
  await inDraft('git', 'init', '--quiet');
  await inDraft('git', 'fetch', '--quiet', '--depth', '1', REPOSITORY, COMMIT);
  await inDraft('git', 'checkout', '--quiet', 'FETCH_HEAD');
  await inDraft('npm', 'ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error');
  await rename(draft, folder);
  return folder;
}

/** Whether a folder is a checkout of the suite with its packages. */
export function isInstalled(folder: string): boolean {
  return existsSync(path.join(folder, 'node_modules/fets'));
}
