import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Stoppable } from '@agora/platform/service/every';
import { SettingsError } from '@agora/platform/service/settings';
import { takeLock } from '../launch/lock.mjs';
import { alreadyRunning, runningFile } from '../launch/preflight.mjs';
import { codeOf } from './postgres/failure.ts';
import { makePrivateFolder, PRIVATE_FILE, tighten } from './private-files.ts';

/** What the gateway signs identities with; what seals the secrets that one service hands to another. */
export type SecretName = 'gateway-secret' | 'master-key';

/** The folder that AGORA_DATA names, for this process alone; `stop` lets go of it. */
export interface DataFolder extends Stoppable {
  /** Where the embedded PostgreSQL is. */
  readonly postgres: string;
  /** Where mails are kept that no mail server takes. */
  readonly mail: string;
  /** Where uploaded files are kept. */
  readonly media: string;
  /** Where the gateway keeps plans of operations. */
  readonly plans: string;
  /** What is kept in the file of that name, made on first use. */
  secret(name: SecretName): string;
}

export function postgresIn(dir: string): string {
  return path.join(dir, 'postgres');
}

/** Takes the folder, and makes it where it is missing. `url` is told to whoever starts a second time. */
export async function claimDataFolder(dir: string, url: string): Promise<DataFolder> {
  const lock = await writing(dir, () => {
    makePrivateFolder(dir, ['running.json', 'gateway-secret', 'master-key', 'postgres', 'mail', 'media', 'plans']);
    for (const file of [runningFile(dir), secretFile(dir, 'gateway-secret'), secretFile(dir, 'master-key'), mailIn(dir)]) tighten(file);
    return takeLock(runningFile(dir), { url }, PRIVATE_FILE);
  });
  if (lock.takenBy) throw new SettingsError([alreadyRunning(lock.takenBy)]);
  return {
    postgres: postgresIn(dir),
    mail: mailIn(dir),
    media: mediaIn(dir),
    plans: plansIn(dir),
    secret: (name) => readSecret(dir, name) ?? makeSecret(dir, name),
    stop: () => Promise.resolve(lock.release()),
  };
}

/** The secret that an earlier start made; null where there is none. */
export function readSecret(dir: string, name: SecretName): string | null {
  const file = secretFile(dir, name);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
}

function makeSecret(dir: string, name: SecretName): string {
  const secret = randomBytes(32).toString('hex');
  const draft = `${secretFile(dir, name)}.${process.pid}`;
  writeFileSync(draft, `${secret}\n`, { mode: PRIVATE_FILE });
  renameSync(draft, secretFile(dir, name));
  return secret;
}

function secretFile(dir: string, name: SecretName): string {
  return path.join(dir, name);
}

export function mailIn(dir: string): string {
  return path.join(dir, 'mail');
}

export function mediaIn(dir: string): string {
  return path.join(dir, 'media');
}

export function plansIn(dir: string): string {
  return path.join(dir, 'plans');
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
