import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { request } from 'undici';
import { type Marketplace, openMarketplace } from '../testing/marketplace.ts';

let express: Marketplace;
let apollo: Marketplace;
beforeAll(async () => {
  const env = { CORS_ORIGINS: 'https://shop.example', MAX_OPERATION_COST: '7000' };
  express = await openMarketplace('in one process', env);
  apollo = await openMarketplace('in one process', env, { expressLane: false });
});
afterAll(async () => {
  await express.stop();
  await apollo.stop();
});

type Headers = Readonly<Record<string, string>>;

interface Sent {
  readonly path?: string;
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly headers?: Headers;
  readonly body?: string | Buffer;
}

const JSON_TYPE = { 'content-type': 'application/json' };
const post = (body: unknown, headers: Headers = {}): Sent => ({ body: JSON.stringify(body), headers: { ...JSON_TYPE, ...headers } });

const PAGE = '{ order(id: "o") { status buyer { name } lines { quantity product { name seller { name } } } } }';
const ONE = 'query One($id: ID!) { order(id: $id) { status } }';
const TWO = 'query A { asker { ip } } query B { order(id: "b") { id } }';
const UNCONFIRMED = 'query($id: ID!) { node(id: $id) { id ... on Product { sku } } }';
const PERSISTED = '{ asker { ip } order(id: "persisted") { status } }';
const persistedQuery = { version: 1, sha256Hash: createHash('sha256').update(PERSISTED).digest('hex') };

const usual: readonly (readonly [string, Sent])[] = [
  ['a query', post({ query: PAGE })],
  ['a query that says its character set', post({ query: PAGE }, { 'content-type': 'application/json; charset=utf-8' })],
  ['variables', post({ query: ONE, variables: { id: 'o' } })],
  ['variables that nobody asked for', post({ query: ONE, variables: { id: 'o', more: { __proto__: 1 } } })],
  ['a name', post({ query: TWO, operationName: 'B' })],
  ['nulls', post({ query: PAGE, operationName: null, variables: null, extensions: null })],
  ['other extensions', post({ query: PAGE, extensions: { client: 'test' } })],
  ['a mutation', post({ query: 'mutation { orderPlace { status } }' })],
  ['introspection', post({ query: '{ __schema { queryType { name } } __typename }' })],
  ['an error of a resolver', post({ query: '{ broken(how: "FORBIDDEN") asker { ip } }' })],
  ['an error that asks for a status', post({ query: '{ broken(how: "RATE_LIMITED") }' })],
  ['a bug', post({ query: '{ broken(how: "bug") }' })],
  ['a null that the schema forbids', post({ query: '{ strict }' })],
  ['an object that is not confirmed', post({ query: UNCONFIRMED, variables: { id: 'prd_0193a8f0000070008000000000000000' } })],
  ['text beyond ASCII', post({ query: '{ product(id: "ñandú 🦩") { name } }' })],
  ['a fragment', post({ query: '{ order(id: "o") { ...F } } fragment F on Order { id status }' })],
  ['a condition', post({ query: 'query($x: Boolean = false) { asker { ip roles @include(if: $x) } }' })],
  ['a language and a key', post({ query: '{ asker { locale key } }' }, { 'accept-language': 'es-CO', 'idempotency-key': 'k' })],
  ['a key beyond ASCII', post({ query: '{ asker { key } }' }, { 'idempotency-key': Buffer.from('ключ 🔑').toString('latin1') })],
  ['a language that is none', post({ query: '{ asker { locale } }' }, { 'accept-language': 'x'.repeat(300) })],
  ['a page that may call', post({ query: PAGE }, { origin: 'https://shop.example' })],
  ['a page that may not', post({ query: PAGE }, { origin: 'https://evil.example' })],
  ['a byte order mark', { headers: JSON_TYPE, body: `\ufeff${JSON.stringify({ query: PAGE })}` }],
  ['accept: */*', post({ query: PAGE }, { accept: '*/*' })],
  ['accept: JSON', post({ query: PAGE }, { accept: 'application/json' })],
  ['accept: what axios says', post({ query: PAGE }, { accept: 'application/json, text/plain, */*' })],
  ['accept: GraphQL', post({ query: PAGE }, { accept: 'application/graphql-response+json' })],
  ['accept: GraphQL before JSON', post({ query: PAGE }, { accept: 'application/graphql-response+json, application/json' })],
  ['accept: what Apollo Client says', post({ query: PAGE }, { accept: 'application/graphql-response+json,application/json;q=0.9' })],
  ['an unknown field', post({ query: '{ nothing }' })],
  ['a syntax error', post({ query: '{ order(' })],
  ['too many tokens', post({ query: `{ ${'__typename '.repeat(5_000)} }` })],
  ['much that is wrong', post({ query: '{ nothing order(id: 1, no: 2) { ...F } } fragment F on Nobody { id }' })],
  ['too deep a query', post({ query: `{ order(id: "o") { ${'previous { '.repeat(20)}id${' }'.repeat(20)} } }` })],
  [
    'what costs too much',
    post({
      query: `{ ${'abcdefgh'
        .split('')
        .map((a) => `${a}: order(id: "o") { lines { product { name } } }`)
        .join(' ')} }`,
    }),
  ],
  ['the question what it costs', post({ query: PAGE, extensions: { cost: true } })],
  ['the question what it costs, of what fails', post({ query: '{ broken(how: "FORBIDDEN") asker { ip } }', extensions: { cost: true } })],
  ['the question what it costs, of what has no data', post({ query: '{ strict }', extensions: { cost: true } })],
  ['the question what it costs, of what is refused', post({ query: '{ nothing }', extensions: { cost: true } })],
  ['a GraphQL answer with errors', post({ query: '{ broken(how: "bug") }' }, { accept: 'application/graphql-response+json' })],
];

const unusual: readonly (readonly [string, Sent])[] = [
  ['GET', { method: 'GET', path: '/graphql?query={__typename}' }],
  ['GET of a mutation', { method: 'GET', path: '/graphql?query=mutation{orderPlace{id}}' }],
  ['PUT', { ...post({ query: PAGE }), method: 'PUT' }],
  ['a search part', { ...post({ query: PAGE }), path: '/graphql?x=1' }],
  ['plain text', post({ query: PAGE }, { 'content-type': 'text/plain' })],
  ['another JSON type', post({ query: PAGE }, { 'content-type': 'application/graphql+json' })],
  ['another character set', post({ query: PAGE }, { 'content-type': 'application/json; charset=latin1' })],
  ['accept: HTML', post({ query: PAGE }, { accept: 'text/html' })],
  ['accept: parts', post({ query: PAGE }, { accept: 'multipart/mixed; deferSpec=20220824, application/json' })],
  ['accept: qualities', post({ query: PAGE }, { accept: 'application/json;q=0.1, application/graphql-response+json;q=0.2' })],
  ['accept: a version', post({ query: PAGE }, { accept: 'application/json;v=2' })],
  ['a type in capitals', post({ query: PAGE }, { 'content-type': 'Application/JSON' })],
  ['a compressed body', { headers: { ...JSON_TYPE, 'content-encoding': 'gzip' }, body: gzipSync(JSON.stringify({ query: PAGE })) }],
  ['an unknown coding', post({ query: PAGE }, { 'content-encoding': 'zstd' })],
  ['no JSON', { headers: JSON_TYPE, body: '{' }],
  ['an empty body', { headers: JSON_TYPE, body: '' }],
  ['a batch', post([{ query: PAGE }, { query: PAGE }])],
  ['a query that is no text', post({ query: 1 })],
  ['an empty query', post({ query: '' })],
  ['no query', post({ variables: {} })],
  ['variables as text', post({ query: ONE, variables: '{}' })],
  ['variables as a list', post({ query: ONE, variables: [] })],
  ['a name that is no text', post({ query: PAGE, operationName: 7 })],
  ['extensions as a list', post({ query: PAGE, extensions: [] })],
  ['a variable of the wrong type', post({ query: ONE, variables: { id: { no: 1 } } })],
  ['a variable that is missing', post({ query: ONE })],
  ['no name among several', post({ query: TWO })],
  ['an unknown name', post({ query: TWO, operationName: 'C' })],
  ['an empty name', post({ query: PAGE, operationName: '' })],
  ['a subscription', post({ query: 'subscription { orderTicked }' })],
  ['an unknown hash', post({ extensions: { persistedQuery: { ...persistedQuery, sha256Hash: '0' } } })],
  ['another version of hashes', post({ extensions: { persistedQuery: { ...persistedQuery, version: 2 } } })],
  ['a hash that is not its query’s', post({ query: PAGE, extensions: { persistedQuery } })],
  ['a key that is too long', post({ query: PAGE }, { 'idempotency-key': 'k'.repeat(256) })],
  ['a token that is none', post({ query: PAGE }, { authorization: 'Bearer nonsense' })],
  ['too large a body', post({ query: `{ order(id: "${'x'.repeat(1_100_000)}") { status } }` })],
];

test.each(usual)('%s is answered by the express lane as Apollo Server answers it', async (_, sent) => {
  const before = await expressAnswers();
  const answer = await answerOf(express, sent);
  expect(await expressAnswers()).toBe(before + 1);
  expect(answer).toEqual(await answerOf(apollo, sent));
  expect(await expressAnswers()).toBe(before + 1);
});

test.each(unusual)('%s is left to Apollo Server', async (_, sent) => {
  const before = await expressAnswers();
  const answer = await answerOf(express, sent);
  expect(await expressAnswers()).toBe(before);
  expect(answer).toEqual(await answerOf(apollo, sent));
});

test('a query is sent once with its hash, and then the hash alone takes the express lane', async () => {
  for (const marketplace of [express, apollo]) {
    expect(await answerOf(marketplace, post({ query: PERSISTED, extensions: { persistedQuery } }))).toMatchObject({ status: 200 });
  }
  const before = await expressAnswers();
  const answer = await answerOf(express, post({ extensions: { persistedQuery } }));
  expect(await expressAnswers()).toBe(before + 1);
  expect(JSON.parse(answer.body)).toEqual({ data: { asker: { ip: '127.0.0.1' }, order: { status: 'PENDING' } } });
  expect(answer).toEqual(await answerOf(apollo, post({ extensions: { persistedQuery } })));
  const otherVersion = post({ extensions: { persistedQuery: { ...persistedQuery, version: 2 } } });
  expect(await answerOf(express, otherVersion)).toEqual(await answerOf(apollo, otherVersion));
  expect(await expressAnswers()).toBe(before + 1);
});

test('who asks is known in the express lane, at the first sight of a token and afterwards', async () => {
  const body = { query: '{ asker { actorId roles ip traceparent } }' };
  const trace = `00-${'ab'.repeat(16)}-${'cd'.repeat(8)}-01`;
  for (const roles of [['USER'], ['USER', 'SELLER']]) {
    const authorization = `Bearer ${await express.tokens.token({ roles })}`;
    for (let time = 0; time < 2; time++) {
      const before = await expressAnswers();
      const answer = await answerOf(express, post(body, { authorization, traceparent: trace }));
      expect(await expressAnswers()).toBe(before + 1);
      expect(JSON.parse(answer.body)).toEqual({ data: { asker: { actorId: 'usr_1', roles, ip: '127.0.0.1', traceparent: trace } } });
    }
  }
});

test('a token that was good is refused when it has expired', async () => {
  const expiresAt = Date.now() + 5_000;
  const authorization = `Bearer ${await express.tokens.token({ expiresAt })}`;
  const ask = () => answerOf(express, post({ query: '{ asker { actorId } }' }, { authorization }));
  expect(await ask()).toMatchObject({ status: 200 });
  while (Date.now() < expiresAt) await ask();
  expect(await ask()).toMatchObject({ status: 401, body: expect.stringContaining('TOKEN_EXPIRED') });
});

interface Answer {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  readonly body: string;
}

/** As it was sent, but for the time and the ids of traces. */
async function answerOf(marketplace: Marketplace, { path = '/graphql', method = 'POST', headers, body }: Sent): Promise<Answer> {
  const answer = await request(new URL(path, marketplace.gateway.url), { method, headers, body });
  const text = (await answer.body.text()).replaceAll(/(?<=trace |"traceId":")[0-9a-f]{32}/g, 'TRACE');
  const { date, ...others } = answer.headers;
  expect(date).toBeDefined();
  return { status: answer.statusCode, headers: others, body: text };
}

async function expressAnswers(): Promise<number> {
  const { body } = await request(new URL('/metrics', express.gateway.url));
  return Number(/^agora_gateway_express_answers_total (\d+)$/m.exec(await body.text())?.[1]);
}
