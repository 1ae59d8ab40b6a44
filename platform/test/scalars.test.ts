import { describe, expect, test } from '@jest/globals';
import { GraphQLError, type GraphQLScalarType, parseValue as parseLiteral } from 'graphql';
import { scalars } from '../src/graph/scalars.ts';

const { DateTime, Decimal, SafeInt, CurrencyCode, Locale } = scalars;

describe('an instant', () => {
  test.each([
    ['2026-11-22T09:30:00Z', '2026-11-22T09:30:00.000Z'],
    ['2026-11-22t09:30:00z', '2026-11-22T09:30:00.000Z'],
    ['2026-11-22T09:30:00.5-00:00', '2026-11-22T09:30:00.500Z'],
    ['2026-11-22T09:30:00.123999999Z', '2026-11-22T09:30:00.123Z'],
    ['2026-11-22T01:00:00+05:30', '2026-11-21T19:30:00.000Z'],
    ['2026-11-22T23:00:00-23:59', '2026-11-23T22:59:00.000Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
    ['2000-02-29T00:00:00Z', '2000-02-29T00:00:00.000Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
    ['0099-12-31T23:59:59.999Z', '0099-12-31T23:59:59.999Z'],
    ['9999-12-31T23:59:59.999999Z', '9999-12-31T23:59:59.999Z'],
    ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00.000Z'],
    ['2015-06-30T16:59:60.25-07:00', '2015-07-01T00:00:00.250Z'],
  ])('%s is told on as %s', (given, instant) => {
    expect(DateTime.parseValue(given)).toBe(instant);
    expect(DateTime.parseLiteral(parseLiteral(JSON.stringify(given)))).toBe(instant);
  });

  test.each([
    ['a day that the month does not have', '2026-02-30T00:00:00Z'],
    ['29 February of a common year', '2026-02-29T00:00:00Z'],
    ['29 February of a common century', '1900-02-29T00:00:00Z'],
    ['31 November', '2026-11-31T00:00:00Z'],
    ['day 0', '2026-11-00T00:00:00Z'],
    ['month 13', '2026-13-01T00:00:00Z'],
    ['month 0', '2026-00-01T00:00:00Z'],
    ["24 o'clock", '2026-11-22T24:00:00Z'],
    ['minute 60', '2026-11-22T09:60:00Z'],
    ['second 61', '2016-12-31T23:59:61Z'],
    ['a leap second at noon', '2026-11-22T12:00:60Z'],
    ['a leap second at the end of March', '2026-03-31T23:59:60Z'],
    ['a leap second of local midnight', '2016-12-31T23:59:60+01:00'],
    ['an offset of 24 hours', '2026-11-22T09:30:00+24:00'],
    ['an offset of 60 minutes', '2026-11-22T09:30:00+01:60'],
    ['the year 0', '0000-12-31T23:59:59Z'],
    ['the year 0 by its offset', '0001-01-01T00:00:00+00:01'],
    ['the year 10000 by its offset', '9999-12-31T23:59:59-00:01'],
    ['the year 10000 by its leap second', '9999-12-31T23:59:60Z'],
    ['a year of five digits', '+02026-01-01T00:00:00Z'],
    ['a year before Christ', '-0044-03-15T00:00:00Z'],
    ['no offset', '2026-11-22T09:30:00'],
    ['no seconds', '2026-11-22T09:30Z'],
    ['no decimals behind the point', '2026-11-22T09:30:00.Z'],
    ['a blank between day and time', '2026-11-22 09:30:00Z'],
    ['a day alone', '2026-11-22'],
    ['digits of another script', '٢٠٢٦-11-22T09:30:00Z'],
    ['NUL', '2026-11-22T09:30:00Z\0'],
    ['nothing', ''],
    ['milliseconds since 1970', 1_764_000_000_000],
    ['a list', ['2026-11-22T09:30:00Z']],
    ['true', true],
  ])('%s is refused', (_what, given) => {
    expect(refusal(() => DateTime.parseValue(given)).extensions).toEqual({ code: 'BAD_USER_INPUT' });
  });
});

test.each<[GraphQLScalarType, unknown[], unknown[]]>([
  [
    Decimal,
    ['0', '-0.01', '1299.00', '999999999999999.999999999'],
    ['', '1e5', 'NaN', 'Infinity', '+1', '1.', '.5', '1,5', '٣', '0x10', '1\n', '1234567890123456', '0.0123456789', 5, 1.5],
  ],
  [SafeInt, [0, -1, 2 ** 53 - 1, -(2 ** 53 - 1)], [2 ** 53, -(2 ** 53), 0.5, NaN, Infinity, 1e300, '1', true]],
  [CurrencyCode, ['EUR', 'JPY', 'COP'], ['', 'eur', 'EU', 'EURO', 'ZZZ', 'BTC', 'EUR\n', 978]],
  [
    Locale,
    ['en', 'es-CO', 'zh-Hans-CN', 'de-1996', 'en-u-ca-buddhist'],
    ['', 'a', 'en_US', 'en-', 'en--US', 'en-US-en-US', "en';", 'x-private', 'en\0', `en-${'abcdefgh-'.repeat(4)}x`, 5],
  ],
  [
    scalars.Date,
    ['2026-11-22', '2024-02-29', '0001-01-01'],
    ['', '2026-02-29', '2026-13-01', '2026-1-1', '0000-01-01', '2026-11-22T00:00:00Z', '2026-11-22\n', 20261122],
  ],
  [
    scalars.URL,
    ['https://agora.example/', 'http://a.example/?b=c#d', 'https://xn--bcher-kva.example/'],
    ['', 'agora.example', '/path', 'javascript:alert(1)', 'data:text/html,x', 'ftp://a.example/', 'https://a:b@c.example/', 'https://', 5],
  ],
  [scalars.CountryCode, ['CO', 'ES', 'GB'], ['', 'co', 'UK', 'XX', 'EU', 'COL', 'CO\n', 170]],
  [
    scalars.TimeZone,
    ['UTC', 'America/Bogota', 'Asia/Kolkata', 'America/Argentina/Buenos_Aires'],
    ['', 'Bogota', '+05:00', 'America/Nowhere', "UTC'--", 5],
  ],
])('a %s takes what is one, and refuses what is none without repeating it', (scalar, right, wrong) => {
  for (const value of right) expect(scalar.parseValue(value)).toBe(value);
  for (const value of wrong) {
    const { message, extensions } = refusal(() => scalar.parseValue(value));
    expect(extensions).toEqual({ code: 'BAD_USER_INPUT' });
    expect(message).toMatch(new RegExp(`^A ${scalar.name} is .+\\.$`));
  }
  expect(refusal(() => scalar.parseLiteral(parseLiteral('{ secret: "hunter2" }'))).message).not.toContain('hunter2');
});

test('a time zone and an address of the web are told on as they are written', () => {
  expect(scalars.TimeZone.parseValue('america/bogota')).toBe('America/Bogota');
  expect(scalars.URL.parseValue('https://Bücher.example')).toBe('https://xn--bcher-kva.example/');
});

test('a language tag is told on in the form that everybody writes', () => {
  expect(['EN', 'es-co', 'zh-hans-cn'].map((tag) => Locale.parseValue(tag))).toEqual(['en', 'es-CO', 'zh-Hans-CN']);
});

test.each([
  ['2026-01-02 03:04:05.678901+00', '2026-01-02T03:04:05.678Z'],
  ['2026-01-02 03:04:05.6+00', '2026-01-02T03:04:05.600Z'],
  ['2026-01-02 03:04:05+00', '2026-01-02T03:04:05.000Z'],
  ['2026-01-02 03:04:05+02', '2026-01-02T01:04:05.000Z'],
  ['2026-01-02T03:04:05Z', '2026-01-02T03:04:05.000Z'],
  [new Date(5), '1970-01-01T00:00:00.005Z'],
])('the instant %s is told in UTC with milliseconds', (stored, told) => {
  expect(DateTime.serialize(stored)).toBe(told);
});

function refusal(work: () => unknown): GraphQLError {
  try {
    const taken = work();
    throw new Error(`It was taken as ${String(taken)}.`);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}
