import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { MAX_BODY_BYTES } from '@agora/platform/http-messages';
import { isRecord } from '../is-record.ts';

export const TOO_LARGE = Symbol('too large');
export const UNKNOWN_CODING = Symbol('unknown coding');
export const BROKEN = Symbol('broken');

const CODINGS = new Map([
  ['gzip', gunzipSync],
  ['x-gzip', gunzipSync],
  ['deflate', inflateSync],
  ['br', brotliDecompressSync],
]);

/** What a body may be compressed with, as `accept-encoding` says it. */
export const KNOWN_CODINGS = 'gzip, deflate, br';

/**
 * A whole body as it was before its `content-encoding`, at most 1 MB of it. One is done at a time: however little many clients
 * send, a decompressor takes up to 16 MB.
 */
export function decompress(bytes: Buffer, coding: string): Buffer | typeof TOO_LARGE | typeof UNKNOWN_CODING | typeof BROKEN {
  const name = coding.trim().toLowerCase();
  if (name === 'identity' || name === '') return bytes;
  const decode = CODINGS.get(name);
  if (!decode) return UNKNOWN_CODING;
  try {
    return decode(bytes, { maxOutputLength: MAX_BODY_BYTES });
  } catch (error) {
    return isRecord(error) && error['code'] === 'ERR_BUFFER_TOO_LARGE' ? TOO_LARGE : BROKEN;
  }
}
