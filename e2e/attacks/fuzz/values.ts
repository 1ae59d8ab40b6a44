import type { Random } from '@agora/executor/testing/random';

const b64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Text that somebody who means harm, or a broken client, puts where a text belongs. */
const TEXTS: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\r\n',
  'a\r\nx-evil: 1',
  '\n\n',
  '\t',
  '\u000b\u000c',
  '\u007f',
  '\u0080',
  'é',
  'ключ',
  '🦩',
  '\ud800',
  '\udfff\ud800',
  '\u202e\u2066',
  '\ufeff',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'null',
  'undefined',
  'NaN',
  '-0',
  '1e309',
  '9007199254740993',
  '../../etc/passwd',
  '%00%0d%0a%ff',
  "'; drop table account; --",
  '<script>alert(1)</script>',
  '${7*7}{{7*7}}',
  '{"a":1}',
  '[]',
  'Bearer',
  'Bearer ',
  'Bearer  a b',
  'Bearer null',
  'Bearer a.b.c',
  `Bearer ${b64({ alg: 'none' })}.${b64({ sub: 'usr_1', iss: 'agora', aud: 'agora', exp: 1e300 })}.`,
  `Bearer ${b64({ alg: 'EdDSA', kid: '__proto__' })}.${b64({ exp: 1e300 })}.${'A'.repeat(86)}`,
  `Bearer ${b64({ alg: 'EdDSA', crit: ['x'] })}.${b64({})}.AA`,
  `Bearer ${'='.repeat(300)}`,
  `00-${'0'.repeat(32)}-${'0'.repeat(16)}-00`,
  `00-${'ab'.repeat(16)}-${'cd'.repeat(8)}-zz`,
  `ff-${'ab'.repeat(16)}-${'cd'.repeat(8)}-01-more`,
  'es-CO;q=nan, *;q=2',
  `${'en,'.repeat(300)}`,
  'application/json; charset=utf-7',
  'application/json; boundary="',
  'multipart/form-data',
  'multipart/mixed;subscriptionSpec=1.0, application/json;q=-1',
  'text/event-stream',
  'x'.repeat(255),
  'x'.repeat(256),
  'я'.repeat(300),
  'x'.repeat(4_000),
  'x'.repeat(15_000),
  '(((((',
  '{'.repeat(200),
  '{ __typename }',
  'query Q { __typename } query R { __typename }',
  'mutation { sessionRevoke(input: { sessionId: "ses_" }) { userErrors { code } } }',
  'subscription { __typename }',
  'subscription ($x: Boolean!) { notificationReceived @include(if: $x) { cursor } }',
  'fragment F on Query { ...F } { ...F }',
  'query ($representations: [ID!]) { nodes(ids: $representations) { id } }',
  '{ __proto__: __typename constructor: __typename }',
  '{ node(id: "\\u0000") { id } }',
  '{ products(first: 99999999999) { totalCount } }',
  '{ product(slug: "\\ud800") { name } }',
];

export function hostileText(random: Random): string {
  const text = random.pick(TEXTS);
  if (random.chance(0.8)) return text;
  const other = random.pick(TEXTS);
  return random.chance(0.5)
    ? text + other
    : `${text.slice(0, random.between(0, text.length))}${random.pick(['\u0000', '\n', 'я', '\\', '"'])}${other}`;
}

const VALUES: readonly string[] = [
  'null',
  'true',
  'false',
  '0',
  '-1',
  '1.5',
  '1e308',
  '1e400',
  '123456789012345678901234567890',
  '[]',
  '{}',
  '[null]',
  '[[[[[[[[[[]]]]]]]]]]',
  '{"__proto__":{"polluted":true}}',
  '{"__proto__":null}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"toString":1,"valueOf":1}',
  '{"toString":null}',
  '{"length":-1}',
  '{"then":{}}',
  '{"kind":"Document","definitions":[]}',
  '{"toJSON":{}}',
  '{"a":1,"a":2}',
  `${'['.repeat(900)}${']'.repeat(900)}`,
  `${'{"a":'.repeat(900)}1${'}'.repeat(900)}`,
  `[${'0,'.repeat(5_000)}0]`,
];

/** A JSON value as text: what JavaScript's own objects could not hold is among them. */
export function hostileJson(random: Random): string {
  if (random.chance(0.5)) return JSON.stringify(hostileText(random));
  const value = random.pick(VALUES);
  if (random.chance(0.7)) return value;
  return `{${JSON.stringify(hostileText(random))}:${value},${JSON.stringify(hostileText(random))}:${JSON.stringify(hostileText(random))}}`;
}

/** What clients persist a query with, more or less. */
export function hostilePersistedQuery(random: Random): string {
  const version = random.pick(['1', '1', '1', '2', '"1"', 'null', hostileJson(random)]);
  const hash = random.chance(0.4) ? `"${'ab'.repeat(32)}"` : hostileJson(random);
  return random.chance(0.15) ? hostileJson(random) : `{"version":${version},"sha256Hash":${hash}}`;
}

const EXTENSIONS = [
  'idempotency-key',
  'accept-language',
  'traceparent',
  'persistedQuery',
  'x-agora-identity',
  'wants-start',
  'code',
  '__proto__',
];

export function hostileExtensions(random: Random): string {
  if (random.chance(0.15)) return hostileJson(random);
  const fields = Array.from({ length: random.between(1, 3) }, () => {
    const name = random.chance(0.85) ? random.pick(EXTENSIONS) : hostileText(random);
    return `${JSON.stringify(name)}:${name === 'persistedQuery' ? hostilePersistedQuery(random) : hostileJson(random)}`;
  });
  return `{${fields.join()}}`;
}
