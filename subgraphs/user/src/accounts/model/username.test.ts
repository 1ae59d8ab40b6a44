import { expect, test } from '@jest/globals';
import { USERNAME, usernameFrom } from './username.ts';

test.each([
  ['Marta Ruiz', 'marta-ruiz'],
  ['  José  Ñandú! ', 'jose-nandu'],
  ['Nordic Timber & Furniture Company of the North', 'nordic-timber-furniture'],
  ['李小龙', 'member'],
  ['Li', 'member'],
  ['---', 'member'],
])('"%s" becomes "%s"', (displayName, username) => {
  expect(usernameFrom(displayName)).toBe(username);
  expect(`${username}-0a1b2`).toMatch(USERNAME);
});
