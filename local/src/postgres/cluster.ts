import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SettingsError } from '@agora/platform/service/settings';
import { makePrivateFolder, PRIVATE_FILE, tighten } from '../private-files.ts';
import { codeOf } from './failure.ts';

/** Where one PostgreSQL keeps its things. */
export interface Cluster {
  /** PostgreSQL's own folder. */
  readonly data: string;
  /** What PostgreSQL says. */
  readonly log: string;
  /** Of the user `postgres`. */
  readonly password: string;
}

/** The cluster of a folder; makes the folder and the password where they are missing. */
export function prepareCluster(dir: string): Cluster {
  try {
    makePrivateFolder(dir, ['data', 'password', 'postgres.log']);
    const cluster = clusterIn(realpathSync(dir), readPassword(dir) ?? makePassword(dir));
    for (const file of [passwordFile(dir), cluster.log]) tighten(file);
    return cluster;
  } catch (error) {
    throw new SettingsError([
      `AGORA_DATA: ${dir} cannot be written (${codeOf(error)}). Make it writable, or choose another folder with AGORA_DATA.`,
    ]);
  }
}

/** The cluster of a folder; null when there is none, or none that this user may read. */
export function openCluster(dir: string): Cluster | null {
  try {
    const password = readPassword(dir);
    return password === null ? null : clusterIn(realpathSync(dir), password);
  } catch {
    return null;
  }
}

function clusterIn(dir: string, password: string): Cluster {
  return { data: path.join(dir, 'data'), log: path.join(dir, 'postgres.log'), password };
}

function readPassword(dir: string): string | null {
  const file = passwordFile(dir);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
}

function makePassword(dir: string): string {
  const password = randomBytes(24).toString('base64url');
  const draft = `${passwordFile(dir)}.${process.pid}`;
  writeFileSync(draft, `${password}\n`, { mode: PRIVATE_FILE });
  renameSync(draft, passwordFile(dir));
  return password;
}

function passwordFile(dir: string): string {
  return path.join(dir, 'password');
}
