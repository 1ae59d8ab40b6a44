import { createHash } from 'node:crypto';
import { request as requestHttp } from 'node:http';
import { text } from 'node:stream/consumers';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ask, send } from '../testing/client.ts';
import { type Marketplace, openMarketplace } from '../testing/marketplace.ts';

let marketplace: Marketplace;
let url: string;
beforeAll(async () => {
  marketplace = await openMarketplace('in one process', { CORS_ORIGINS: 'https://shop.example' });
  url = marketplace.gateway.url;
});
afterAll(() => marketplace.stop());

const STATUS = 'query Status($id: ID!) {\n  order(id: $id) {\n    status\n    __typename\n  }\n}';
const ANSWER = { order: { status: 'PENDING', __typename: 'Order' } };
const extensions = JSON.stringify({ persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(STATUS).digest('hex') } });
const GRAPHQL_BEFORE_JSON = 'application/graphql-response+json,application/json;q=0.9';

const get = (parameters: Record<string, string>, headers: Record<string, string> = {}) =>
  send(url, `/graphql?${new URLSearchParams(parameters)}`, { headers, redirect: 'manual' });

describe('a query by GET', () => {
  const named = { operationName: 'Status', variables: '{"id":"o"}' };

  test.each([
    [
      'Apollo Client',
      { query: STATUS, ...named, extensions: '{"clientLibrary":{"name":"@apollo/client","version":"4.3.8"}}' },
      { accept: GRAPHQL_BEFORE_JSON },
    ],
    [
      'urql',
      { query: STATUS, ...named },
      { accept: 'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed' },
    ],
    ['Relay', { query: STATUS, variables: '{"id":"o"}' }, {}],
    ['curl', { query: '{order(id:"o"){status __typename}}' }, { accept: '*/*' }],
    [
      'a client that names the type of a body it does not send',
      { query: STATUS, ...named },
      { 'content-type': 'text/plain;charset=UTF-8' },
    ],
    [
      'somebody who opens it in a browser',
      { query: STATUS, ...named },
      { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' },
    ],
  ])('is answered as %s sends it, and kept by no cache', async (_client, parameters, headers) => {
    const answer = await get(parameters, headers);
    expect(answer).toMatchObject({ status: 200, data: ANSWER });
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test('goes by its hash, once the whole of it came with that', async () => {
    expect(await get({ ...named, extensions })).toMatchObject({
      status: 200,
      errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
    });
    expect(await get({ query: STATUS, ...named, extensions })).toMatchObject({ status: 200, data: ANSWER });
    expect(await get({ ...named, extensions }, { accept: GRAPHQL_BEFORE_JSON })).toMatchObject({ status: 200, data: ANSWER });
  });

  test('is read by pages of the allowed origins alone', async () => {
    const allowed = async (origin: string) =>
      (await get({ query: '{ __typename }' }, { origin })).headers.get('access-control-allow-origin');
    expect(await allowed('https://shop.example')).toBe('https://shop.example');
    expect(await allowed('https://evil.example')).toBeNull();
  });

  test('speaks for whoever signs it', async () => {
    const authorization = `Bearer ${await marketplace.tokens.token()}`;
    expect((await get({ query: '{ asker { actorId } }' }, { authorization })).data).toEqual({ asker: { actorId: 'usr_1' } });
  });

  test.each([
    ['no JSON as variables', { query: STATUS, variables: '{' }, 'BAD_REQUEST'],
    ['no query', { operationName: 'Status' }, 'BAD_REQUEST'],
    ['a query that does not parse', { query: '{ order(' }, 'GRAPHQL_PARSE_FAILED'],
    ['too many tokens', { query: `{ ${'a '.repeat(2_000)} }` }, 'GRAPHQL_PARSE_FAILED'],
    ['too many levels', { query: `{ order(id: "o") { ${'previous { '.repeat(15)}id${' }'.repeat(15)} } }` }, 'QUERY_TOO_COSTLY'],
    ['a subscription', { query: 'subscription { orderTicked }' }, 'BAD_REQUEST'],
    ['a variable of the wrong type', { query: STATUS, variables: '{"id":{}}' }, 'BAD_USER_INPUT'],
  ])('with %s is refused as it is by POST', async (_what, parameters, code) => {
    expect(await get(parameters)).toMatchObject({ status: 400, errors: [{ extensions: { code } }] });
  });

  test('that says something twice is refused, whichever it was', async () => {
    for (const [name, value] of Object.entries({ query: STATUS, ...named, extensions: '{}' })) {
      const parameters = new URLSearchParams({ query: STATUS, ...named, extensions: '{}' });
      parameters.append(name, value);
      expect(await send(url, `/graphql?${parameters}`)).toMatchObject({
        status: 400,
        errors: [{ message: `The '${name}' search parameter may only be specified once.` }],
      });
    }
  });

  test('whose name of an operation is empty names none', async () => {
    const asked = { variables: '{"id":"o"}', operationName: '' };
    const documents: Record<string, string>[] = [{ query: STATUS }, { query: STATUS, extensions }, { extensions }];
    for (const document of documents) {
      expect(await get({ ...asked, ...document })).toMatchObject({ status: 200, data: ANSWER });
    }
    expect(await get({ query: 'query A { __typename } query B { __typename }', operationName: '' })).toMatchObject({ status: 400 });
  });

  test('in too long an address is refused with a sentence', async () => {
    const commented = (length: number) => get({ query: `{__typename}#${'x'.repeat(length)}` });
    expect(await commented(12_000)).toMatchObject({ status: 200, data: { __typename: 'Query' } });
    expect(await commented(12_300)).toMatchObject({ status: 414, errors: [{ message: expect.stringContaining('POST') }] });
    expect((await commented(17_000)).status).toBe(431);
  });
});

test('nothing is changed by GET, whole or by its hash', async () => {
  const mutation = 'mutation { orderPlace { id } }';
  const persistedQuery = { version: 1, sha256Hash: createHash('sha256').update(mutation).digest('hex') };
  const ways: Record<string, string>[] = [{ query: mutation }, { query: mutation, extensions: JSON.stringify({ persistedQuery }) }];
  for (const parameters of ways) {
    for (const header of ['accept', 'apollo-require-preflight', 'content-type']) {
      const answer = await get(parameters, { [header]: 'application/json' });
      expect(answer).toMatchObject({ status: 405, errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
      expect(answer.headers.get('allow')).toBe('POST');
    }
  }
  expect(marketplace.asked['order']?.filter(({ query }) => query.startsWith('mutation'))).toEqual([]);
});

test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
  'what a page of another site could post without being asked is refused: %s',
  async (type) => {
    const body = Buffer.from(JSON.stringify({ query: 'mutation { orderPlace { id } }' }));
    const answer = await send(url, '/graphql', { method: 'POST', headers: type ? { 'content-type': type } : {}, body });
    expect(answer).toMatchObject({ status: 415, errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
    expect(marketplace.asked['order']?.filter(({ query }) => query.startsWith('mutation'))).toEqual([]);
  },
);

test.each(['GET', 'POST'])('a client that would rather speak HTTP/2 is answered in HTTP/1.1: %s', async (method) => {
  const path = method === 'GET' ? `/graphql?${new URLSearchParams({ query: '{ __typename }' })}` : '/graphql';
  // what curl --http2 and Java's HttpClient send to an address without TLS
  const headers = { connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c', 'http2-settings': 'AAMAAABkAAQCAAAAAAIAAAAA' };
  const answer = await new Promise<string>((resolve, reject) => {
    const request = requestHttp(url + path, { method, headers: { ...headers, 'content-type': 'application/json' } }, (response) => {
      void text(response).then(resolve, reject);
    });
    request.once('error', reject).end(method === 'POST' ? '{"query":"{ __typename }"}' : undefined);
  });
  expect(JSON.parse(answer)).toEqual({ data: { __typename: 'Query' } });
});

test('a browser that opens the graph sees the explorer', async () => {
  const page = await get({}, { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8' });
  expect({ status: page.status, location: page.headers.get('location') }).toEqual({ status: 302, location: '/altair/' });
  expect(await get({}, { accept: '*/*' })).toMatchObject({ status: 400, errors: [{}] });
  expect((await ask(url, '{ __typename }', { accept: 'text/html, */*' })).data).toEqual({ __typename: 'Query' });
});

describe('a body', () => {
  const ÑANDÚ = JSON.stringify({ query: '{ product(id: "ñandú 🦩") { name } }' });
  const NAME = { product: { name: 'name of ñandú 🦩' } };
  const post = (body: string | Buffer<ArrayBuffer>, headers: Record<string, string> = {}) =>
    send(url, '/graphql', { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });

  test.each([
    'Application/JSON',
    'application/json;charset=UTF-8',
    'application/json; charset="utf-8"',
    'application/json ; charset=utf8 ; q=1',
    'APPLICATION/GraphQL+JSON',
  ])('of the type %s is JSON', async (type) => {
    expect(await post(ÑANDÚ, { 'content-type': type })).toMatchObject({ status: 200, data: NAME });
  });

  test('in another character set is taken as far as that is the same', async () => {
    const type = { 'content-type': 'application/json; charset=iso-8859-1' };
    expect((await post('{"query":"{ __typename }"}', type)).data).toEqual({ __typename: 'Query' });
    expect((await post(Buffer.from(ÑANDÚ, 'latin1'), type)).status).toBe(415);
  });

  test('may begin with a byte order mark', async () => {
    expect(await post(`\ufeff${ÑANDÚ}`)).toMatchObject({ status: 200, data: NAME });
  });

  test.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['GZIP', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
    ['identity', (bytes: Buffer) => Buffer.from(bytes)],
  ] as const)('compressed with %s is decompressed', async (coding, compress) => {
    const headers = { 'content-encoding': coding };
    expect(await post(compress(Buffer.from(ÑANDÚ)), headers)).toMatchObject({ status: 200, data: NAME });
    expect(await post(compress(Buffer.from(`\ufeff${ÑANDÚ}`)), headers)).toMatchObject({ status: 200, data: NAME });
  });

  test.each(['zstd', 'compress', 'gzip, br', 'x'])('compressed with %s is refused with those that are known', async (coding) => {
    const { status, headers, errors } = await post(ÑANDÚ, { 'content-encoding': coding });
    expect({ status, known: headers.get('accept-encoding') }).toEqual({ status: 415, known: 'gzip, deflate, br' });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_REQUEST' } }]);
  });

  test.each(['gzip', 'deflate', 'br'])('that is not compressed with %s, or not wholly, is refused', async (coding) => {
    expect(await post(ÑANDÚ, { 'content-encoding': coding })).toMatchObject({ status: 400, errors: [{}] });
  });

  test.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ] as const)('has 1 MB before it is compressed with %s as well', async (coding, compress) => {
    const padded = (bytes: number) => Buffer.from(`${ÑANDÚ}${' '.repeat(bytes - Buffer.byteLength(ÑANDÚ))}`);
    const headers = { 'content-encoding': coding };
    expect(await post(compress(padded(1_048_576)), headers)).toMatchObject({ status: 200, data: NAME });
    expect(await post(compress(padded(1_048_577)), headers)).toMatchObject({ status: 413 });
    expect(await post(compress(padded(300_000_000)), headers)).toMatchObject({ status: 413 });
  });
});

test.each([
  ['application/json;v=2', /^application\/json/],
  ['application/json; profile="https://shop.example/a,b"; q=0.5', /^application\/json/],
  ['application/graphql-response+json;v=2, application/json;q=0.9', /^application\/graphql-response\+json/],
  ['*/*;v=1', /^application\/json/],
])('whoever accepts %s is answered', async (accept, type) => {
  const { status, headers, data } = await ask(url, '{ __typename }', { accept });
  expect({ status, data }).toEqual({ status: 200, data: { __typename: 'Query' } });
  expect(headers.get('content-type')).toMatch(type);
});

test('a name of an operation that is not there comes back, but no longer than a sentence', async () => {
  const body = JSON.stringify({ query: STATUS, operationName: 'A'.repeat(100_000) });
  const { text, errors } = await send(url, '/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  expect(errors?.[0]?.message).toMatch(/^Unknown operation named "A+…$/);
  expect(text.length).toBeLessThan(2_000);
});

test('whoever accepts no JSON is told so', async () => {
  expect((await ask(url, '{ __typename }', { accept: 'image/png' })).status).toBe(406);
  expect((await ask(url, '{ __typename }', { accept: 'application/json;v=2;q=0' })).status).toBe(406);
});

describe('pages that may call', () => {
  const preflight = async (origin: string, asked = 'authorization') => {
    const headers = { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': asked };
    return (await send(url, '/graphql', { method: 'OPTIONS', headers })).headers;
  };

  test.each(['https://shop.example', 'https://studio.apollographql.com', 'http://localhost:5173'])('are told so: %s', async (origin) => {
    const told = await preflight(origin);
    expect(told.get('access-control-allow-origin')).toBe(origin);
    expect(told.get('access-control-allow-headers')).toMatch(/authorization.*idempotency-key/);
    expect(told.get('access-control-allow-credentials')).toBe('true');
  });

  test.each(['https://evil.example', 'https://shop.example.evil.example', 'null'])('are not those of %s', async (origin) => {
    const told = await preflight(origin, 'baggage');
    expect([told.has('access-control-allow-origin'), told.has('access-control-allow-headers')]).toEqual([false, false]);
  });

  test('may send what their tools add', async () => {
    const asked = 'baggage,sentry-trace, Tracestate,x-datadog-trace-id';
    const names = (await preflight('https://shop.example', asked)).get('access-control-allow-headers')?.split(', ');
    expect(names).toEqual(expect.arrayContaining(['authorization', 'baggage', 'sentry-trace', 'tracestate', 'x-datadog-trace-id']));
    const odd = (await preflight('https://shop.example', 'a b, "c", baggage')).get('access-control-allow-headers');
    expect(odd).toMatch(/, baggage$/);
    expect(odd).not.toMatch(/a b|"c"/);
  });
});
