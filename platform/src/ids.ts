import { randomFillSync } from 'node:crypto';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const PATTERN = /^([a-z]{3})_([0-7][0-9a-hjkmnp-tv-z]{25})$/;

/**
 * A new id, for example `ord_01kav8…`: a type prefix and a UUIDv7 in Crockford's base 32, as a TypeID is written
 * (https://github.com/jetify-com/typeid/tree/main/spec). Ids made by one process sort in the order they were made.
 */
export function newId(prefix: string): string {
  return `${prefix}_${base32(uuidv7Bytes())}`;
}

/** An id of 16 bytes that say where its object is found. */
export function idOfBytes(prefix: string, bytes: Uint8Array): string {
  return `${prefix}_${base32(bytes)}`;
}

/** The bytes in a well-formed id, null for anything else. */
export function bytesOfId(id: string): Buffer | null {
  const [, , text] = PATTERN.exec(id) ?? [];
  if (text === undefined) return null;
  const number = [...text].reduce((sum, digit) => (sum << 5n) | BigInt(ALPHABET.indexOf(digit)), 0n);
  return Buffer.from(number.toString(16).padStart(32, '0'), 'hex');
}

/** A new UUIDv7 (https://www.rfc-editor.org/rfc/rfc9562#section-5.7), for example of an event. */
export function newUuid(): string {
  const hex = Buffer.from(uuidv7Bytes()).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The type prefix of a well-formed id, null for anything else. */
export function prefixOf(id: string): string | null {
  return PATTERN.exec(id)?.[1] ?? null;
}

let lastMs = 0;
let counter = 0;

/**
 * Within one millisecond a 12-bit counter keeps the order (RFC 9562, section 6.2, method 1); when it is used up, the time of the
 * next one is taken.
 */
function uuidv7Bytes(): Uint8Array {
  const now = Date.now();
  if (now > lastMs) [lastMs, counter] = [now, 0];
  else if (++counter > 0xfff) [lastMs, counter] = [lastMs + 1, 0];
  const bytes = randomBytes16();
  const view = new DataView(bytes.buffer);
  view.setUint16(0, Math.floor(lastMs / 2 ** 32));
  view.setUint32(2, lastMs % 2 ** 32);
  view.setUint16(6, 0x7000 | counter);
  view.setUint8(8, 0x80 | (view.getUint8(8) & 0x3f));
  return bytes;
}

const pool = new Uint8Array(4_096);
let used = pool.length;

/** From a pool: to ask for each by itself takes as long as all the rest of an id. */
function randomBytes16(): Uint8Array<ArrayBuffer> {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  return pool.slice(used, (used += 16));
}

/** 128 bits as 26 characters; the first holds three bits. */
function base32(bytes: Uint8Array): string {
  let number = BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
  let text = '';
  for (let i = 0; i < 26; i++) {
    text = ALPHABET.charAt(Number(number & 31n)) + text;
    number >>= 5n;
  }
  return text;
}
