import { chmodSync, lstatSync, mkdirSync, readdirSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { runAs } from './postgres/run-as.ts';

/** Nobody else reads or writes it. */
export const PRIVATE_FILE = 0o600;
const PRIVATE_FOLDER = 0o700;
/** Nobody else sees what is in it; whoever knows a name may reach that. */
const CROSSABLE_FOLDER = 0o711;

/**
 * Makes a folder that only this user may enter. One that was there is tightened where it is this user's and holds nothing
 * but files whose names begin with `ours`: a setting may name a folder that others use as well.
 */
export function makePrivateFolder(folder: string, ours: readonly string[]): void {
  mkdirSync(folder, { recursive: true, mode: folderMode() });
  const stats = statSync(folder);
  if (!isMine(stats) || !readdirSync(folder).every((name) => ours.some((own) => name.startsWith(own)))) return;
  chmodSync(folder, stats.mode & folderMode());
}

/** Takes from everybody else a file that an earlier start may have left them, or a folder with all that is in it. */
export function tighten(entry: string): void {
  const stats = lstatSync(entry, { throwIfNoEntry: false });
  if (!stats || stats.isSymbolicLink()) return;
  chmodSync(entry, stats.mode & PRIVATE_FOLDER);
  if (stats.isDirectory()) for (const name of readdirSync(entry)) tighten(path.join(entry, name));
}

/** Root may change what anybody owns. */
function isMine({ uid }: Stats): boolean {
  return [0, uid].includes(process.geteuid?.() ?? 0);
}

/** Outside of Linux, PostgreSQL's own user reaches its folder only by a path that it may cross. */
function folderMode(): number {
  return runAs().uid === undefined || process.platform === 'linux' ? PRIVATE_FOLDER : CROSSABLE_FOLDER;
}
