import { messageOf } from '@agora/platform/errors';
import type { Metadata, Sharp } from 'sharp';
import { rgbaToThumbHash } from 'thumbhash';
import { FileTooHard } from '../file-too-hard.ts';
import type { Found, Rejection } from '../model/media.ts';
import { MAX_PIXELS } from '../model/purposes.ts';
import { pictures } from './sharp.ts';

export interface Inspected {
  readonly found: Found;
  /** The picture upright, decoded and written anew, so that nothing else of what came is in it. */
  readonly bytes: Buffer;
}

/** What the picture is, and how it is kept; or why it is turned down. What its header says is too large is not decoded. */
export async function inspectPicture(bytes: Buffer, contentType: string): Promise<Inspected | Rejection> {
  const open = await pictures();
  let header: Metadata;
  try {
    header = await open(bytes, { limitInputPixels: false }).metadata();
  } catch {
    return 'DAMAGED';
  }
  const pages = contentType === 'image/gif' || contentType === 'image/webp' ? (header.pages ?? 1) : 1;
  if (header.width * (header.pageHeight ?? header.height) * pages > MAX_PIXELS) return 'TOO_LARGE';
  const options = { limitInputPixels: MAX_PIXELS, animated: pages > 1 };
  try {
    const whole = await written(open(bytes, options).autoOrient(), contentType).toBuffer({ resolveWithObject: true });
    const { width, height } = { width: whole.info.width, height: whole.info.pageHeight ?? whole.info.height };
    const thumbhash = await thumbhashOf(open(whole.data));
    return { bytes: whole.data, found: { byteSize: whole.data.length, width, height, thumbhash, durationMs: null } };
  } catch (error) {
    if (/timeout|memory/i.test(messageOf(error))) throw new FileTooHard('A picture takes too long, or too much.', { cause: error });
    return 'DAMAGED';
  }
}

function written(picture: Sharp, contentType: string): Sharp {
  if (contentType === 'image/jpeg') return picture.jpeg({ quality: 90 });
  if (contentType === 'image/png') return picture.png();
  if (contentType === 'image/webp') return picture.webp({ quality: 90 });
  if (contentType === 'image/avif') return picture.avif({ quality: 70, effort: 3 });
  return picture.gif();
}

const THUMBHASH_SIDE = 100;

async function thumbhashOf(picture: Sharp): Promise<string> {
  const small = picture.resize(THUMBHASH_SIDE, THUMBHASH_SIDE, { fit: 'inside', withoutEnlargement: true }).ensureAlpha();
  const { data, info } = await small.raw().toBuffer({ resolveWithObject: true });
  return Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString('base64');
}
