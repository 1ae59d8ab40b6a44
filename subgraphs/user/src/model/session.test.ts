import { expect, test } from '@jest/globals';
import { Account } from './account.ts';
import { Session } from './session.ts';

const DAY_MS = 24 * 3_600_000;
const now = new Date('2026-03-01T12:00:00Z');
const after = (days: number) => new Date(now.getTime() + days * DAY_MS);

test('each refresh token works once, and an earlier one ends the session', () => {
  const session = begin();
  expect(session.refresh(1, after(1))).toBe(true);
  expect(session.refresh(2, after(2))).toBe(true);
  expect(session.refresh(1, after(3))).toBe(false);
  expect(session.refresh(3, after(3))).toBe(false);
  expect(session.isOver(after(3))).toBe(true);
});

test('a session ends 30 days after it was last used', () => {
  const session = begin();
  expect(session.refresh(1, after(29))).toBe(true);
  expect(session.isOver(after(58))).toBe(false);
  expect(session.refresh(2, after(59))).toBe(false);
});

test('a session is revoked once', () => {
  const session = begin();
  expect(session.revoke(now)).toBe(true);
  expect(session.revoke(now)).toBe(false);
  expect(session.refresh(1, now)).toBe(false);
});

function begin(): Session {
  return Session.begin('ses_1', new Account(), now);
}
