import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { codeOf } from '@agora/platform/database/database-errors';
import type { MediaStore } from './media-store.ts';

const PRIVATE_FOLDER = 0o700;
const PRIVATE_FILE = 0o600;

/** Keeps bytes as files of a folder, which is of one machine, or shared by all replicas. What it takes, the door hands on to `receive`. */
export class DiskStore implements MediaStore {
  readonly #folder: string;
  readonly uploadUrl: MediaStore['uploadUrl'];

  constructor(folder: string, uploadUrl: MediaStore['uploadUrl']) {
    this.#folder = path.resolve(folder);
    this.uploadUrl = uploadUrl;
  }

  async sizeOf(key: string): Promise<number | null> {
    return stat(this.#fileOf(key)).then(({ size }) => size, nullWhereMissing);
  }

  read(key: string, range?: { readonly start: number; readonly end: number }): Promise<Readable> {
    return Promise.resolve(createReadStream(this.#fileOf(key), range));
  }

  async write(key: string, bytes: Buffer): Promise<void> {
    await this.#whole(key, (draft) => writeFile(draft, bytes, { mode: PRIVATE_FILE }));
  }

  async receive(key: string, bytes: AsyncIterable<Buffer>): Promise<void> {
    await this.#whole(key, (draft) => pipeline(bytes, createWriteStream(draft, { mode: PRIVATE_FILE })));
  }

  async move(from: string, to: string): Promise<void> {
    const target = this.#fileOf(to);
    await mkdir(path.dirname(target), { recursive: true, mode: PRIVATE_FOLDER });
    try {
      await rename(this.#fileOf(from), target);
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
    }
  }

  async remove(key: string): Promise<void> {
    await rm(this.#fileOf(key), { recursive: true, force: true });
  }

  async removeDrafts(before: Date): Promise<void> {
    for (const name of await readdir(this.#drafts).catch(noneWhereMissing)) {
      const draft = path.join(this.#drafts, name);
      const writtenAt = await stat(draft).then(({ mtime }) => mtime, nullWhereMissing);
      if (writtenAt && writtenAt < before) await rm(draft, { force: true });
    }
  }

  get #drafts(): string {
    return path.join(this.#folder, 'drafts');
  }

  /** Readers see the whole file or none: it gets its name at the end. */
  async #whole(key: string, write: (draft: string) => Promise<void>): Promise<void> {
    const file = this.#fileOf(key);
    const draft = path.join(this.#drafts, randomUUID());
    for (const folder of [this.#drafts, path.dirname(file)]) await mkdir(folder, { recursive: true, mode: PRIVATE_FOLDER });
    try {
      await write(draft);
      await rename(draft, file);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }

  /** Keys are our own; one that leads out of the folder is a bug. */
  #fileOf(key: string): string {
    const file = path.join(this.#folder, key);
    if (!file.startsWith(this.#folder + path.sep)) throw new Error(`The key ${key} leads out of the folder of files.`);
    return file;
  }
}

function nullWhereMissing(error: unknown): null {
  if (codeOf(error) === 'ENOENT') return null;
  throw error;
}

function noneWhereMissing(error: unknown): string[] {
  return nullWhereMissing(error) ?? [];
}
