import { expect, test } from '@jest/globals';
import { Account } from './account.ts';

const now = new Date('2026-03-01T12:00:00Z');

test('a role is granted once', () => {
  const account = register();
  expect(account.grant('ADMIN', new Date())).toBe(true);
  expect(account.grant('SELLER', new Date())).toBe(true);
  expect(account.grant('SELLER', new Date())).toBe(false);
  expect(account.roles).toEqual(['USER', 'SELLER', 'ADMIN']);
});

test('a suspension begins and ends once', () => {
  const account = register();
  expect(account.restore()).toBe(false);
  const suspension = { reason: 'Spam.', until: null, by: null };
  expect(account.suspend(suspension, now)).toBe(true);
  expect(account.suspend(suspension, now)).toBe(false);
  expect(account.suspend({ ...suspension, reason: 'Fraud.' }, now)).toBe(true);
  expect(account.isSuspended).toBe(true);
  expect(account.restore()).toBe(true);
  expect(account.isSuspended).toBe(false);
});

function register(): Account {
  const person = { id: 'usr_1', email: 'ana@agora.example', username: 'ana', displayName: 'Ana', passwordHash: 'x', locale: 'en' };
  return Account.register(person, now);
}
