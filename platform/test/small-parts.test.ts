import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { event } from '@agora/schema/events/event';
import { createCursors } from '../src/reading/cursor.ts';
import { Refusal } from '../src/errors.ts';
import { signIdentity, verifyIdentity } from '../src/security/identity.ts';
import { newId, newUuid, prefixOf } from '../src/ids.ts';
import { person } from '../testing/subgraph.ts';
import { checked } from '../src/input/input.ts';
import { amountOf, minorUnitsOf, MoneyInput, sumOf } from '../src/money.ts';
import { signText, verifiedText } from '../src/security/signed-text.ts';
import { readSettings, settings, SettingsError } from '../src/service/settings.ts';

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

test('what was signed for one purpose is not taken for another, and what was signed before is still taken', () => {
  const cursors = createCursors(SECRET);
  const identity = { actor: null, ip: '127.0.0.1' };
  expect(() => cursors.decode(signIdentity(SECRET, identity), z.unknown(), 'after')).toThrow('not one of ours');
  expect(() => verifyIdentity(SECRET, cursors.encode({ ...identity, exp: 9e9 }))).toThrow('not signed by the gateway');
  const body = Buffer.from(JSON.stringify({ ...identity, exp: 9e9 })).toString('base64url');
  expect(() => verifyIdentity(SECRET, signText(SECRET, 'refresh', body))).toThrow('not signed by the gateway');
  expect(verifiedText(SECRET, 'cursor', signText(SECRET, 'cursor', body))).toBe(body);
  expect(verifiedText(SECRET, 'cursor', signText(SECRET, 'cursor', body, 16))).toBeNull();

  expect(cursors.decode('WyIyMDI2LTExLTMwIiwib3JkXzEiXQ.1OVu9rarDBPQDk8y', z.array(z.string()), 'after')).toEqual(['2026-11-30', 'ord_1']);
  const refreshToken = 'ses_00000000000000000000000000.3.hlBQvaIcDj4Pv3uBqeBBdXPogE6JiCl10HtYZDkPke4';
  expect(verifiedText(SECRET, 'refresh', refreshToken)).toBe('ses_00000000000000000000000000.3');
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
  const identity = { actor: person(), ip: '127.0.0.1' };
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

test.each([
  ['PORT', 'abc', 'PORT: must be a whole number, not "abc".'],
  ['PORT', '1.5', 'PORT: must be a whole number, not "1.5".'],
  ['PORT', '-1', 'PORT: must be at least 0, not -1.'],
  ['PORT', '70000', 'PORT: must be at most 65535, not 70000.'],
  ['AGORA_DEMO', 'yes', 'AGORA_DEMO: must be one of on, off, not "yes".'],
  ['AGORA_GATEWAY_SECRET', 'short', 'AGORA_GATEWAY_SECRET: must have at least 32 characters'],
] as const)('%s=%s is told in a sentence', (name, value, sentence) => {
  expect(() => readSettings({ [name]: settings[name] }, { [name]: value })).toThrow(new SettingsError([sentence]));
});

describe('a secret from a file', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'agora-secrets-'));
  const file = (name: string, text: string) => {
    writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  };
  afterAll(() => rmSync(folder, { recursive: true }));
  const { AGORA_GATEWAY_SECRET, METRICS_TOKEN, REDIS_URL, BUS_DATABASE_URL } = settings;

  test('counts as the setting, without the line end of an editor', () => {
    const env = { AGORA_GATEWAY_SECRET_FILE: file('gateway', `${SECRET}\n`), METRICS_TOKEN_FILE: file('metrics', 'sixteen characters') };
    expect(readSettings({ AGORA_GATEWAY_SECRET, METRICS_TOKEN }, env)).toEqual({
      AGORA_GATEWAY_SECRET: SECRET,
      METRICS_TOKEN: 'sixteen characters',
    });
    expect(() => readSettings({ AGORA_GATEWAY_SECRET, METRICS_TOKEN }, { ...env, AGORA_GATEWAY_SECRET: SECRET.toUpperCase() })).toThrow(
      new SettingsError(['AGORA_GATEWAY_SECRET and AGORA_GATEWAY_SECRET_FILE are both set: leave one of them out.']),
    );
  });

  test('may be the password alone, for databases whose URL holds none', () => {
    const env = { DATABASE_PASSWORD_FILE: file('password', 'a/b@c d\n'), ORDER_DATABASE_URL: 'postgres://agora@db:5432/order' };
    expect(readSettings({ url: BUS_DATABASE_URL }, env, { url: 'ORDER_DATABASE_URL' }).url).toBe(
      'postgres://agora:a%2Fb%40c%20d@db:5432/order',
    );
    const whole = { ...env, BUS_DATABASE_URL_FILE: file('bus', 'postgres://agora:own@db:5432/bus') };
    expect(readSettings({ BUS_DATABASE_URL }, whole).BUS_DATABASE_URL).toBe('postgres://agora:own@db:5432/bus');
  });

  test('that cannot be read, holds nothing or holds nonsense is told with the others', () => {
    const [missing, empty] = [path.join(folder, 'missing'), file('empty', '\n')];
    const read = () =>
      readSettings(
        { AGORA_GATEWAY_SECRET, METRICS_TOKEN, REDIS_URL: REDIS_URL.optional(), PORT: settings.PORT },
        { AGORA_GATEWAY_SECRET_FILE: missing, METRICS_TOKEN_FILE: file('short', 'short'), REDIS_URL_FILE: empty, PORT: 'abc' },
      );
    expect(read).toThrow(SettingsError);
    expect(read).toThrow(
      /^AGORA_GATEWAY_SECRET_FILE: .*ENOENT.*\nREDIS_URL_FILE: .* is empty\.\nMETRICS_TOKEN: must have .*\nPORT: must be a whole number, not "abc"\.$/,
    );
  });
});

test('an event belongs to the subgraph, and travels under the key, that its declaration names', () => {
  const TeaPoured = event('tearoom.tea.poured.v1', 'cupId', 'Tea was poured.', { cupId: z.string(), ml: z.int() });
  expect([TeaPoured.owner, TeaPoured.topic, TeaPoured.keyOf({ cupId: 'c1', ml: 200 })]).toEqual(['tearoom', 'tearoom.events', 'c1']);
  expect(() => event('pour-tea', 'cupId', 'A wish is no event.', { cupId: z.string() })).toThrow();
});

function caught(work: () => unknown): Refusal<string> {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('Nothing was refused.');
}
