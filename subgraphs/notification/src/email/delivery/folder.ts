import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import nodemailer from 'nodemailer';
import type { Delivery } from './delivery.ts';
import { messageOf } from './message-of.ts';

const PRIVATE_FILE = 0o600;
const PRIVATE_FOLDER = 0o700;
const MAX_KEPT = 1_000;
const PART = '.part';
/** Longer than any mail is written for. */
const MAX_WRITING_MS = 3_600_000;

/** Keeps each mail as a file that mail programs open, for a laptop: nobody else may read them, for their links are good. */
export function folderDelivery({ folder, from }: { readonly folder: string; readonly from: string }): Delivery {
  const composer = nodemailer.createTransport({ streamTransport: true, buffer: true });
  return {
    async deliver(letter) {
      const { message } = await composer.sendMail(messageOf(letter, from));
      await mkdir(folder, { recursive: true, mode: PRIVATE_FOLDER });
      const file = mailFile(folder, letter.id);
      await write(file, message);
      return { response: `Kept as ${file}`, providerMessageId: path.basename(file) };
    },
    stop: () => composer.close(),
  };
}

/** Where the mail of that id is kept. */
export function mailFile(folder: string, id: string): string {
  return path.join(folder, `${id}.eml`);
}

/** Deletes all but the latest thousand, whose names sort in the order in which they were made, and what a process that died left half written. */
export async function forgetOldMails(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (isNoFile(error)) return [];
    throw error;
  });
  const mails = names.filter((name) => name.endsWith('.eml')).sort();
  for (const name of mails.slice(0, -MAX_KEPT)) await rm(path.join(folder, name), { force: true });
  for (const name of names.filter((each) => each.endsWith(PART))) await forgetHalf(path.join(folder, name));
}

export function isNoFile(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** A mail that the log calls sent is there whole, even after the power went. */
async function write(file: string, content: Buffer | NodeJS.ReadableStream): Promise<void> {
  if (!Buffer.isBuffer(content)) throw new Error('A mail was composed as a stream.');
  const part = `${file}${PART}`;
  try {
    await writeFile(part, content, { mode: PRIVATE_FILE, flush: true });
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

async function forgetHalf(part: string): Promise<void> {
  const { mtimeMs } = await stat(part);
  if (Date.now() - mtimeMs > MAX_WRITING_MS) await rm(part, { force: true });
}
