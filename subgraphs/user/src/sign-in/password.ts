import { argon2, type Argon2Parameters, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** The least that OWASP advises (https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html). */
const MEMORY_KIB = 19_456;
const PASSES = 2;
const PARALLELISM = 1;
const SALT_BYTES = 16;
const TAG_BYTES = 32;
/** https://github.com/P-H-C/phc-string-format/blob/master/phc-sf-spec.md */
const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** Fits no password, and takes as long to find out as any other. */
export const DECOY_HASH = phc(Buffer.alloc(SALT_BYTES), Buffer.alloc(TAG_BYTES));

/** What of a password counts: the same characters, however a keyboard composes them or how wide it writes them (NFKC). */
export function normalisedPassword(password: string): string {
  return password.normalize('NFKC');
}

/** The argon2id hash (https://www.rfc-editor.org/rfc/rfc9106) of a password as a PHC string, made off the event loop. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(SALT_BYTES);
  return phc(
    nonce,
    await argon2id({
      message: normalisedPassword(password),
      nonce,
      memory: MEMORY_KIB,
      passes: PASSES,
      parallelism: PARALLELISM,
      tagLength: TAG_BYTES,
    }),
  );
}

/**
 * Compares by the cost that is written in the hash, so that older hashes stay good when the cost is raised; and with the
 * password as it was typed, where that differs, so that those stay good that were made of it.
 */
export async function passwordFits(password: string, hash: string): Promise<boolean> {
  const normalised = normalisedPassword(password);
  if (await fits(normalised, hash)) return true;
  return normalised !== password && fits(password, hash);
}

/** Whether it was made when a hash cost less to try than it does now. */
export function isOutdated(hash: string): boolean {
  const [, memory, passes] = PHC.exec(hash) ?? [];
  return Number(memory) * Number(passes) < MEMORY_KIB * PASSES;
}

async function fits(password: string, hash: string): Promise<boolean> {
  const [, memory, passes, parallelism, salt, tag] = PHC.exec(hash) ?? [];
  if (!salt || !tag) throw new Error('A stored password hash is no PHC string of argon2id.');
  const right = Buffer.from(tag, 'base64');
  const given = await argon2id({
    message: password,
    nonce: Buffer.from(salt, 'base64'),
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: right.length,
  });
  return timingSafeEqual(given, right);
}

const argon2Async = promisify(argon2);

function argon2id(parameters: Argon2Parameters): Promise<Buffer> {
  return argon2Async('argon2id', parameters);
}

function phc(salt: Buffer, tag: Buffer): string {
  return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${PARALLELISM}$${unpadded(salt)}$${unpadded(tag)}`;
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
