import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Stoppable } from '@agora/platform/service/every';
import { SettingsError } from '@agora/platform/service/settings';
import { takeLock } from '../launch/lock.mjs';
import { alreadyRunning, runningFile } from '../launch/preflight.mjs';
import { codeOf } from './postgres/failure.ts';
import { makePrivateFolder, PRIVATE_FILE, tighten } from './private-files.ts';

/** The folder that AGORA_DATA names, for this process alone; `stop` lets go of it. */
export interface DataFolder extends Stoppable {
  /** Where the embedded PostgreSQL is. */
  readonly postgres: string;
  /** What the gateway signs with, made on first use. */
  secret(): string;
}

export function postgresIn(dir: string): string {
  return path.join(dir, 'postgres');
}

/** Takes the folder, and makes it where it is missing. `url` is told to whoever starts a second time. */
export async function claimDataFolder(dir: string, url: string): Promise<DataFolder> {
  const lock = await writing(dir, () => {
    makePrivateFolder(dir, ['running.json', 'gateway-secret', 'postgres']);
    for (const file of [runningFile(dir), secretFile(dir)]) tighten(file);
    return takeLock(runningFile(dir), { url }, PRIVATE_FILE);
  });
  if (lock.takenBy) throw new SettingsError([alreadyRunning(lock.takenBy)]);
  return {
    postgres: postgresIn(dir),
    secret: () => readSecret(dir) ?? makeSecret(dir),
    stop: () => Promise.resolve(lock.release()),
  };
}

/** The secret that an earlier start made; null where there is none. */
export function readSecret(dir: string): string | null {
  const file = secretFile(dir);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
}

function makeSecret(dir: string): string {
  const secret = randomBytes(32).toString('hex');
  const draft = `${secretFile(dir)}.${process.pid}`;
  writeFileSync(draft, `${secret}\n`, { mode: PRIVATE_FILE });
  renameSync(draft, secretFile(dir));
  return secret;
}

function secretFile(dir: string): string {
  return path.join(dir, 'gateway-secret');
}

async function writing<T>(dir: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new SettingsError([
      `AGORA_DATA: the folder ${dir} cannot be written (${codeOf(error)}). Make it writable, or choose another folder: AGORA_DATA=/path/to/folder npm start`,
    ]);
  }
}
