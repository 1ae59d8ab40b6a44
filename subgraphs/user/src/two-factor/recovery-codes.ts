import { createHash, randomInt } from 'node:crypto';

/** Without letters that are taken for digits, and without vowels but a and e: no code is a word. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const CODES = 10;
const GROUPS = 4;
const GROUP_LENGTH = 4;

/** Ten codes of 80 random bits each, in groups that people can copy: `0a1b-2c3d-4e5f-6g7h`. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: CODES }, () => Array.from({ length: GROUPS }, () => group()).join('-'));
}

function group(): string {
  return Array.from({ length: GROUP_LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
}

/** What is kept of a code, however it is typed. */
export function recoveryHashOf(code: string): string {
  return createHash('sha256').update(code.replace(/[\s-]/g, '').toLowerCase()).digest('base64url');
}
