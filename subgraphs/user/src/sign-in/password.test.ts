import { argon2Sync } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { DECOY_HASH, hashPassword, passwordFits } from './password.ts';

const TYPED = 'Ünïcode ﬁsh ① ½';

test('the hash of a password fits it, however it is composed, and nothing else', async () => {
  const hash = await hashPassword(TYPED.normalize('NFD'));
  for (const same of [TYPED, TYPED.normalize('NFD'), TYPED.normalize('NFKC'), TYPED.normalize('NFKD')])
    expect(await passwordFits(same, hash)).toBe(true);
  for (const other of ['', 'Unicode fish 1 1⁄2', TYPED.toLowerCase()]) expect(await passwordFits(other, hash)).toBe(false);
  expect(await passwordFits(TYPED, DECOY_HASH)).toBe(false);
});

test('a hash that was made of a password as it was typed still fits what is typed so', async () => {
  const nonce = Buffer.alloc(16, 7);
  const tag = argon2Sync('argon2id', { message: TYPED, nonce, memory: 64, passes: 1, parallelism: 1, tagLength: 32 });
  const [salt, sum] = [nonce, tag].map((bytes) => bytes.toString('base64').replace(/=+$/, ''));
  const old = `$argon2id$v=19$m=64,t=1,p=1$${salt}$${sum}`;
  expect(await passwordFits(TYPED, old)).toBe(true);
  expect(await passwordFits(TYPED.normalize('NFKC'), old)).toBe(false);
});
