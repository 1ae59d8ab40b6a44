import { expect, test } from '@jest/globals';
import { Account } from '../../accounts/model/account.ts';
import { Profile, type ProfileKind } from './profile.ts';

test('a business is a seller from the start, others are not', () => {
  expect(begin('BUSINESS').account.roles).toEqual(['USER', 'SELLER']);
  expect(begin('CONSUMER').account.roles).toEqual(['USER']);
  expect(begin('SPECIALIST').account.roles).toEqual(['USER']);
});

test('a profile is verified once', () => {
  const profile = begin('BUSINESS');
  expect(profile.isVerifiedSeller).toBe(false);
  expect(profile.verify(new Date())).toBe(true);
  expect(profile.verify(new Date())).toBe(false);
  expect(profile.isVerifiedSeller).toBe(true);
});

function begin(kind: ProfileKind): Profile {
  const person = { id: 'usr_1', email: 'ana@agora.example', username: 'ana', displayName: 'Ana', passwordHash: 'x', locale: 'en' };
  return Profile.of(Account.register(person, new Date()), { id: 'prf_1', kind, bio: null });
}
