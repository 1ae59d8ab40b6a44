import type { Sharp, SharpOptions } from 'sharp';
import pLimit from 'p-limit';

/** How many pictures are made at a time for who looks at them: one may take 200 MB. */
const AT_ONCE = 2;
/** More would wait for longer than anybody looks at a page. */
const MAX_WAITING = 200;
const SECONDS = 20;

const turns = pLimit(AT_ONCE);

/** That more pictures are to be made than can be. */
export class TooManyPictures extends Error {
  override readonly name = 'TooManyPictures';
}

export type OpenPicture = (bytes: Buffer, options?: SharpOptions) => Sharp;

/** Gives what opens a picture to `work` once it is its turn. Decoding goes on beside the event loop, on one thread each. */
export function withPictures<T>(work: (open: OpenPicture) => Promise<T>): Promise<T> {
  if (turns.pendingCount >= MAX_WAITING) throw new TooManyPictures('Too many pictures wait to be made.');
  return turns(async () => work(await pictures()));
}

/** The same at once, for who looks at one picture at a time: behind those that are shown to strangers it might never be its turn. */
export function pictures(): Promise<OpenPicture> {
  return (opened ??= load());
}

let opened: Promise<OpenPicture> | undefined;

/** Native code, of which a process that shows no pictures needs nothing. */
async function load(): Promise<OpenPicture> {
  const { default: sharp } = await import('sharp');
  sharp.concurrency(1);
  sharp.cache(false);
  return (bytes, options) => sharp(bytes, { failOn: 'error', ...options }).timeout({ seconds: SECONDS });
}
