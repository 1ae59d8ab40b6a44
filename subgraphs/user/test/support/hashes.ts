import { createHook } from 'node:async_hooks';
import { argon2Sync, randomBytes } from 'node:crypto';

/** How many passwords are hashed meanwhile, which is all of a sign-in that takes long enough to be measured from outside. */
export async function hashesDuring(work: () => Promise<unknown>): Promise<number> {
  let hashes = 0;
  const jobs = createHook({ init: (_, type) => void (hashes += type === 'ARGON2REQUEST' ? 1 : 0) }).enable();
  await work();
  jobs.disable();
  return hashes;
}

/** A hash of a password as an earlier version may have made it: with 8 MiB and one pass. */
export function cheapHash(password: string): string {
  const nonce = randomBytes(16);
  const tag = argon2Sync('argon2id', { message: password, nonce, memory: 8_192, passes: 1, parallelism: 1, tagLength: 32 });
  const [salt, hash] = [nonce, tag].map((bytes) => bytes.toString('base64').replace(/=+$/, ''));
  return `$argon2id$v=19$m=8192,t=1,p=1$${salt}$${hash}`;
}
