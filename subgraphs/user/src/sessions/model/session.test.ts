import { expect, test } from '@jest/globals';
import { Account } from '../../accounts/model/account.ts';
import { Session } from './session.ts';

const DAY_MS = 24 * 3_600_000;
const LIFETIME_MS = 30 * DAY_MS;
const laptop = { ip: '192.0.2.1', userAgent: 'curl/8.5.0' };
const now = new Date('2026-03-01T12:00:00Z');
const later = (ms: number) => new Date(now.getTime() + ms);
const after = (days: number) => new Date(now.getTime() + days * DAY_MS);

test('each refresh token works once, and one that is older than the last ends the session', () => {
  const session = begin();
  expect(session.exchange(1, laptop, after(1), LIFETIME_MS)).toBe('SPENT');
  expect(session.exchange(2, laptop, after(2), LIFETIME_MS)).toBe('SPENT');
  expect(session.exchange(1, laptop, after(2), LIFETIME_MS)).toBe('REFUSED');
  expect(session.exchange(3, laptop, after(2), LIFETIME_MS)).toBe('REFUSED');
  expect(session.isOver(after(2))).toBe(true);
});

test('the last one is answered again for 30 seconds, then it ends the session too', () => {
  const session = begin();
  expect(session.exchange(1, laptop, now, LIFETIME_MS)).toBe('SPENT');
  expect(session.exchange(1, laptop, later(30_000), LIFETIME_MS)).toBe('REPEATED');
  expect(session.exchange(2, laptop, later(30_000), LIFETIME_MS)).toBe('SPENT');
  expect(session.exchange(2, laptop, later(60_000), LIFETIME_MS)).toBe('REPEATED');
  expect(session.exchange(2, laptop, later(60_001), LIFETIME_MS)).toBe('REFUSED');
  expect(session.exchange(3, laptop, later(60_001), LIFETIME_MS)).toBe('REFUSED');
});

test('a session ends when it was not used for its lifetime', () => {
  const session = begin();
  expect(session.exchange(1, laptop, after(29), LIFETIME_MS)).toBe('SPENT');
  expect(session.isOver(after(58))).toBe(false);
  expect(session.exchange(2, laptop, after(59), LIFETIME_MS)).toBe('REFUSED');
});

test('a session knows from where it was used last; a client that does not say what it is leaves what it was', () => {
  const session = begin();
  expect(session).toMatchObject({ ipAddress: '192.0.2.1', userAgent: 'curl/8.5.0' });
  session.exchange(1, { ip: '', userAgent: null }, now, LIFETIME_MS);
  expect(session).toMatchObject({ ipAddress: null, userAgent: 'curl/8.5.0' });
});

test('a session proves again who is there for as long as it has not ended, and its refresh token is not answered again', () => {
  const session = begin();
  session.exchange(1, laptop, later(1), LIFETIME_MS);
  session.sealedAccess = 'sealed';
  expect(session.reauthenticate(laptop, later(2), LIFETIME_MS)).toBe(true);
  expect(session).toMatchObject({ generation: 3, authenticatedAt: later(2), sealedAccess: null });
  expect(session.exchange(3, laptop, later(3), LIFETIME_MS)).toBe('SPENT');
  expect(session.authenticatedAt).toEqual(later(2));
  session.revoke(later(4));
  expect(session.reauthenticate(laptop, later(5), LIFETIME_MS)).toBe(false);
});

test('a session is revoked once', () => {
  const session = begin();
  expect(session.revoke(now)).toBe(true);
  expect(session.revoke(now)).toBe(false);
  expect(session.exchange(1, laptop, now, LIFETIME_MS)).toBe('REFUSED');
});

function begin(): Session {
  return Session.begin({ id: 'ses_1', account: new Account(), method: 'PASSWORD', transport: 'BEARER', client: laptop }, now, LIFETIME_MS);
}
