import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { MAX_BODY_BYTES } from '@agora/platform/http-messages';
import { isRecord } from '../is-record.ts';
import { BROKEN, TOO_LARGE, UNKNOWN_CODING, type Unreadable } from './unreadable.ts';

const CODINGS = new Map([
  ['gzip', gunzipSync],
  ['x-gzip', gunzipSync],
  ['deflate', inflateSync],
  ['br', brotliDecompressSync],
]);

/**
 * A whole body as it was before its `content-encoding`, at most 1 MB of it. One is done at a time: however little a client sends,
 * brotli takes up to 16 MB, and 40 ms to fill them before it gives anything out.
 */
export function decompress(bytes: Buffer, coding: string): Buffer | Unreadable {
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
