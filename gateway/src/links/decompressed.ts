import { constants } from 'node:buffer';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw, type ZlibOptions } from 'node:zlib';
import { isRecord } from '../is-record.ts';
import { TooLarge } from './too-large.ts';

type Decompress = (bytes: Buffer, options: ZlibOptions) => Promise<Buffer>;

const [ofZlib, raw] = [promisify<Buffer, ZlibOptions, Buffer>(inflate), promisify<Buffer, ZlibOptions, Buffer>(inflateRaw)];
const GZIP: Decompress = promisify<Buffer, ZlibOptions, Buffer>(gunzip);
const ZLIB_METHOD = 8;

const CODINGS: ReadonlyMap<string, Decompress> = new Map<string, Decompress>([
  ['gzip', GZIP],
  ['x-gzip', GZIP],
  ['br', promisify<Buffer, ZlibOptions, Buffer>(brotliDecompress)],
  // Some servers send what "deflate" is elsewhere, without the head that HTTP asks for.
  ['deflate', (bytes, options) => ((bytes[0] ?? 0) % 16 === ZLIB_METHOD ? ofZlib : raw)(bytes, options)],
  ['identity', async (bytes) => bytes],
]);

/** What subgraphs are told that they may use. */
export const ACCEPTED_CODINGS = 'gzip, br, deflate';

/** A body as it was before its `content-encoding`; rejects with `TooLarge` as soon as that is more than `maxBytes`. */
export async function decompressed(body: Buffer, codings: string, maxBytes: number): Promise<Buffer> {
  let bytes = body;
  for (const coding of codings.split(',').reverse()) {
    const decompress = CODINGS.get(coding.trim().toLowerCase());
    if (!decompress) throw new Error(`Its answer has an encoding that it was not asked for: ${coding.trim()}.`);
    bytes = await decompress(bytes, { maxOutputLength: Math.min(maxBytes, constants.MAX_LENGTH) }).catch((error: unknown) => {
      throw isRecord(error) && error['code'] === 'ERR_BUFFER_TOO_LARGE'
        ? new TooLarge(`Its answer has more than ${maxBytes} bytes.`)
        : error;
    });
  }
  return bytes;
}
