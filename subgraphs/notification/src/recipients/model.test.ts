import { expect, test } from '@jest/globals';
import { newRow } from '@agora/platform/database/new-row';
import { Recipient } from './model.ts';

test('the unread count goes up with each notification and down with what was read', () => {
  const recipient = recipientWith(0);
  expect(recipient.receive()).toBe(1);
  expect(recipient.receive()).toBe(2);
  expect(recipient.read(1)).toBe(1);
  expect(recipient.read(0)).toBe(1);
});

test('nobody reads more than was unread', () => {
  const recipient = recipientWith(1);
  expect(() => recipient.read(2)).toThrow('usr_1 read 2 notifications, but 1 were unread.');
  expect(recipient.unreadCount).toBe(1);
});

function recipientWith(unreadCount: number): Recipient {
  return newRow(Recipient, { id: 'usr_1', displayName: null, locale: null, unreadCount, isModerator: false });
}
