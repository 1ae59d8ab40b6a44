import { expect, test } from '@jest/globals';
import { createLogger } from '@agora/platform/observe/logging';
import { createAuthenticate } from '../src/auth/authenticate.ts';
import { Keys } from '../src/auth/keys.ts';
import { TokenIssuer } from '../testing/token-issuer.ts';

const NONE_ENDED = { has: () => false };

test('a token is checked once, however much is written around it', async () => {
  const tokens = await TokenIssuer.create();
  const authenticate = createAuthenticate(new Keys(() => tokens.jwks(), createLogger('test', 'silent')), NONE_ENDED, 1_000_000);
  const token = await tokens.token();
  const first = await authenticate(`Bearer ${token}`);
  expect(authenticate(`Bearer ${token}`)).toBe(first);
  for (const spaces of [1, 100, 10_000]) expect(await authenticate(`bearer${' '.repeat(spaces)}${token}`)).toBe(first);
});

test('tokens that were checked are remembered up to a number of bytes', async () => {
  const tokens = await TokenIssuer.create();
  const authenticate = createAuthenticate(new Keys(() => tokens.jwks(), createLogger('test', 'silent')), NONE_ENDED, 2_000);
  const given = await Promise.all(Array.from({ length: 20 }, (_, i) => tokens.token({ expiresAt: Date.now() + 60_000 + i * 1_000 })));
  for (const token of given) expect(await authenticate(`Bearer ${token}`)).toMatchObject({ actor: { id: 'usr_1' } });
  const known = given.filter((token) => !(authenticate(`Bearer ${token}`) instanceof Promise));
  expect(known.join('').length).toBeLessThanOrEqual(2_000);
  expect(known).toContain(given.at(-1));
});
