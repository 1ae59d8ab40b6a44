import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { generateSync } from 'otplib';
import { createTotp } from './totp.ts';

const totp = createTotp('a master key that only this test knows');
const secret = totp.newSecret();
const sealed = totp.seal(secret);
const NOW_SECONDS = 1_800_000_010;
const STEP = NOW_SECONDS / 30 - (NOW_SECONDS % 30) / 30;
const codeOf = (steps: number) => generateSync({ secret, epoch: NOW_SECONDS + steps * 30 });

beforeAll(() => void jest.spyOn(Date, 'now').mockReturnValue(NOW_SECONDS * 1000));
afterAll(() => void jest.restoreAllMocks());

test.each([-1, 0, 1])('a code is good %i steps from now', (steps) => {
  expect(totp.stepOf(sealed, codeOf(steps))).toBe(STEP + steps);
});

test.each([-2, 2, -10, 10])('a code is of no use %i steps from now', (steps) => {
  expect(totp.stepOf(sealed, codeOf(steps))).toBeNull();
});

test.each(['', '12345', '1234567', 'abcdef', '１２３４５６', '12 456', '\0'])('%j is no code', (text) => {
  expect(totp.stepOf(sealed, text)).toBeNull();
});

test('a secret has 160 bits, is kept sealed, and is of no use with another key', () => {
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(sealed).not.toContain(secret);
  expect(() => createTotp('another master key').stepOf(sealed, codeOf(0))).toThrow();
});

test('apps read the secret, whose it is and of what from a code to scan', () => {
  const uri = new URL(totp.uriOf(secret, 'ana+shop@agora.example'));
  expect([uri.protocol, uri.host, decodeURIComponent(uri.pathname)]).toEqual(['otpauth:', 'totp', '/Agora:ana+shop@agora.example']);
  expect(Object.fromEntries(uri.searchParams)).toMatchObject({ secret, issuer: 'Agora' });
});
