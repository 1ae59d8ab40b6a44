import { createHash } from 'node:crypto';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** The id of a thing in the demo data: the same in every installation, so that services can speak of each other's. */
export function demoId(prefix: string, name: string): string {
  const bytes = createHash('sha256').update(`${prefix}:${name}`).digest();
  const text = Array.from(bytes.subarray(0, 25), (byte) => ALPHABET.charAt(byte & 31)).join('');
  return `${prefix}_0${text}`;
}
