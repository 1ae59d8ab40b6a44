import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import nodemailer from 'nodemailer';
import type { Delivery } from './delivery.ts';
import { messageOf } from './message-of.ts';

const PRIVATE_FILE = 0o600;
const PRIVATE_FOLDER = 0o700;
const MAX_KEPT = 1_000;

/** Keeps each mail as a file that mail programs open, for a laptop: nobody else may read them, for their links are good. */
export function folderDelivery({ folder, from }: { readonly folder: string; readonly from: string }): Delivery {
  const composer = nodemailer.createTransport({ streamTransport: true, buffer: true });
  return {
    async deliver(letter) {
      const { message } = await composer.sendMail(messageOf(letter, from));
      await mkdir(folder, { recursive: true, mode: PRIVATE_FOLDER });
      const file = mailFile(folder, letter.id);
      await write(`${file}.part`, message);
      await rename(`${file}.part`, file);
      return { response: `Kept as ${file}`, providerMessageId: path.basename(file) };
    },
    stop: () => composer.close(),
  };
}

/** Where the mail of that id is kept. */
export function mailFile(folder: string, id: string): string {
  return path.join(folder, `${id}.eml`);
}

/** Deletes all but the latest thousand: their names sort in the order in which they were made. */
export async function forgetOldMails(folder: string): Promise<void> {
  const files = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml')).sort();
  for (const name of files.slice(0, -MAX_KEPT)) await rm(path.join(folder, name), { force: true });
}

/** A mail that the log calls sent is there even after the power went. */
async function write(file: string, content: Buffer | NodeJS.ReadableStream): Promise<void> {
  if (!Buffer.isBuffer(content)) throw new Error('A mail was composed as a stream.');
  const handle = await open(file, 'w', PRIVATE_FILE);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
