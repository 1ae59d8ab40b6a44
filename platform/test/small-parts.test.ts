import { expect, test } from '@jest/globals';
import * as z from 'zod';
import { event } from '@agora/schema/events/event';
import { createCursors } from '../src/cursor.ts';
import { Refusal } from '../src/errors.ts';
import { signIdentity, verifyIdentity } from '../src/identity.ts';
import { newId, newUuid, prefixOf } from '../src/ids.ts';
import { checked } from '../src/input.ts';
import { amountOf, minorUnitsOf, MoneyInput, sumOf } from '../src/money.ts';
import { readSettings, settings, SettingsError } from '../src/settings.ts';

const SECRET = 'a secret that only tests know, long enough';

test('ids made in one process sort in the order they were made, and tell their type', () => {
  const ids = Array.from({ length: 10_000 }, () => newId('ord'));
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
  expect(prefixOf(ids[0] ?? '')).toBe('ord');
  for (const nonsense of ['', 'ord', 'ord_', 'ord_zzz', `${ids[0]}x`, `ORD_${ids[0]?.slice(4)}`, "ord_' or 1=1"])
    expect(prefixOf(nonsense)).toBeNull();
  expect(newUuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('money goes to text and back without losing a cent, in currencies of 0, 2 and 3 digits', () => {
  expect(amountOf({ minorUnits: 129900, currencyCode: 'EUR' })).toBe('1299.00');
  expect(amountOf({ minorUnits: -5, currencyCode: 'EUR' })).toBe('-0.05');
  expect(amountOf({ minorUnits: 5, currencyCode: 'JPY' })).toBe('5');
  expect(amountOf({ minorUnits: 5, currencyCode: 'KWD' })).toBe('0.005');
  for (const currencyCode of ['EUR', 'JPY', 'KWD'])
    for (const minorUnits of [0, 1, 99, 100, 101, 2_140_000_001])
      expect(minorUnitsOf(amountOf({ minorUnits, currencyCode }), currencyCode)).toBe(minorUnits);
  for (const nonsense of ['', '1,5', '1e3', 'NaN', '0.001', '9999999999999999', '.5']) expect(minorUnitsOf(nonsense, 'EUR')).toBeNull();
});

test('amounts in two currencies are never added', () => {
  expect(
    sumOf('EUR', [
      { minorUnits: 1, currencyCode: 'EUR' },
      { minorUnits: 2, currencyCode: 'EUR' },
    ]).minorUnits,
  ).toBe(3);
  expect(() => sumOf('EUR', [{ minorUnits: 1, currencyCode: 'USD' }])).toThrow();
});

test('bad input is refused with every field that is wrong', () => {
  const schema = z.object({ name: z.string().min(1), price: MoneyInput });
  const refusal = caught(() => checked(schema, { name: '', price: { amount: '1.999', currencyCode: 'EUR' } }));
  expect(refusal.problems.map(({ code, field }) => [code, field])).toEqual([
    ['INVALID', ['name']],
    ['INVALID', ['price', 'amount']],
  ]);
});

test('a cursor that was changed, or made with another secret, is refused with the name of its argument', () => {
  const cursors = createCursors(SECRET);
  const position = z.object({ at: z.number() });
  const cursor = cursors.encode({ at: 7 });
  expect(cursors.decode(cursor, position, 'after')).toEqual({ at: 7 });
  const forged = `${Buffer.from('{"at":8}').toString('base64url')}.${cursor.split('.')[1]}`;
  for (const bad of [forged, createCursors(`${SECRET}!`).encode({ at: 7 }), 'nonsense', '', '.', cursors.encode({ at: 'x' })]) {
    const refusal = caught(() => cursors.decode(bad, position, 'after'));
    expect([refusal.code, refusal.problems[0]?.field]).toEqual(['BAD_USER_INPUT', ['after']]);
  }
});

test('only the gateway can vouch for somebody, and only for a minute', () => {
  const identity = { actor: { id: newId('usr'), roles: ['USER' as const], sessionId: newId('ses') }, ip: '127.0.0.1' };
  const token = signIdentity(SECRET, identity);
  expect(verifyIdentity(SECRET, token)).toEqual(identity);
  expect(() => verifyIdentity(`${SECRET}!`, token)).toThrow('not signed by the gateway');
  const body = Buffer.from(JSON.stringify({ ...identity, exp: 9e9 })).toString('base64url');
  for (const bad of [undefined, '', 'x', `${body}.`, `${body}.${token.split('.')[1]}`]) {
    expect(() => verifyIdentity(SECRET, bad)).toThrow('not signed by the gateway');
  }
});

test.each([
  [90_000, 'ahead of'],
  [-90_000, 'behind'],
])('a clock that is off by %d ms is called a clock that is off', (skewMs, side) => {
  const identity = { actor: null, ip: '127.0.0.1' };
  const now = Date.now();
  expect(verifyIdentity(SECRET, signIdentity(SECRET, identity, now), now + skewMs / 2)).toEqual(identity);
  expect(() => verifyIdentity(SECRET, signIdentity(SECRET, identity, now), now + skewMs)).toThrow(
    new RegExp(`^The clock of this subgraph is (89|90|91) s ${side} the gateway's`),
  );
});

test('every broken setting is reported at once, by its name', () => {
  const shape = {
    PORT: settings.PORT.default(4000),
    KAFKA_BROKERS: settings.KAFKA_BROKERS.optional(),
    AGORA_GATEWAY_SECRET: settings.AGORA_GATEWAY_SECRET,
  };
  const read = () => readSettings(shape, { PORT: '99999', KAFKA_BROKERS: 'nowhere' });
  expect(read).toThrow(SettingsError);
  expect(read).toThrow(/PORT.*\nKAFKA_BROKERS.*\nAGORA_GATEWAY_SECRET is not set/);
  expect(readSettings(shape, { PORT: '', AGORA_GATEWAY_SECRET: SECRET }).PORT).toBe(4000);
});

test('an event belongs to the subgraph, and travels under the key, that its declaration names', () => {
  const TeaPoured = event('tearoom.tea.poured.v1', 'cupId', 'Tea was poured.', { cupId: z.string(), ml: z.int() });
  expect([TeaPoured.owner, TeaPoured.topic, TeaPoured.keyOf({ cupId: 'c1', ml: 200 })]).toEqual(['tearoom', 'tearoom.events', 'c1']);
  expect(() => event('pour-tea', 'cupId', 'A wish is no event.', { cupId: z.string() })).toThrow();
});

function caught(work: () => unknown): Refusal {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('Nothing was refused.');
}
