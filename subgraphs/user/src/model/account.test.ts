import { expect, test } from '@jest/globals';
import { Account } from './account.ts';
import { Profile, type ProfileKind } from './profile.ts';

const now = new Date('2026-03-01T12:00:00Z');

test('a business is a seller from the start, others are not', () => {
  expect(register('BUSINESS').roles).toEqual(['USER', 'SELLER']);
  expect(register('CONSUMER').roles).toEqual(['USER']);
  expect(register('SPECIALIST').roles).toEqual(['USER']);
});

test('a role is granted once', () => {
  const account = register('CONSUMER');
  expect(account.grant('ADMIN')).toBe(true);
  expect(account.grant('SELLER')).toBe(true);
  expect(account.grant('SELLER')).toBe(false);
  expect(account.roles).toEqual(['USER', 'SELLER', 'ADMIN']);
});

test('a suspension begins and ends once', () => {
  const account = register('CONSUMER');
  expect(account.restore()).toBe(false);
  expect(account.suspend(now)).toBe(true);
  expect(account.suspend(now)).toBe(false);
  expect(account.isSuspended).toBe(true);
  expect(account.restore()).toBe(true);
  expect(account.isSuspended).toBe(false);
});

test('a profile is verified once', () => {
  const profile = Profile.of(register('BUSINESS'), { id: 'prf_1', kind: 'BUSINESS', bio: null });
  expect(profile.isVerifiedSeller).toBe(false);
  expect(profile.verify()).toBe(true);
  expect(profile.verify()).toBe(false);
  expect(profile.isVerifiedSeller).toBe(true);
});

function register(kind: ProfileKind): Account {
  const person = { id: 'usr_1', email: 'ana@agora.example', username: 'ana', displayName: 'Ana', passwordHash: 'x', locale: 'en' };
  return Account.register({ ...person, kind }, now);
}
