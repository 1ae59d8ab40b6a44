import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openSocket, send, type SocketAnswer } from '../testing/client.ts';
import { type Marketplace, openMarketplace } from '../testing/marketplace.ts';

let marketplace: Marketplace;
let socket: Awaited<ReturnType<typeof openSocket>>;
beforeAll(async () => {
  marketplace = await openMarketplace('in one process', { MAX_OPERATION_COST: '7000' });
  socket = await openSocket(marketplace.gateway.url);
});
afterAll(async () => {
  socket.close();
  await marketplace.stop();
});

interface Payload {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

const ONE = 'query One($id: ID!) { order(id: $id) { status } }';
const TWO = 'query A { asker { ip } } query B { order(id: "b") { id } }';
const COSTLY = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((alias) => `${alias}: order(id: "o") { lines { product { name } } }`).join(' ');
const named = (name: string) => `query ($${name}: ID = "o") { order(id: $${name}) { id } }`;
const persisted = (sha256Hash: string, version = 1) => ({ persistedQuery: { version, sha256Hash } });
const hashOf = (query: string) => createHash('sha256').update(query).digest('hex');

const CASES: readonly (readonly [what: string, payload: Payload, code: string | null])[] = [
  ['a query', { query: '{ asker { ip } }' }, null],
  ['an ID that is a number', { query: ONE, variables: { id: 7 } }, null],
  ['a name among several', { query: TWO, operationName: 'B' }, null],
  ['what a subgraph forbids', { query: '{ broken(how: "FORBIDDEN") asker { ip } }' }, 'FORBIDDEN'],
  ['a bug', { query: '{ broken(how: "bug") }' }, 'INTERNAL_SERVER_ERROR'],
  ['a null where there may be none', { query: '{ strict }' }, null],
  ['no query', { query: '' }, 'BAD_REQUEST'],
  ['nothing but a comment', { query: '# nothing' }, 'GRAPHQL_PARSE_FAILED'],
  ['a syntax error', { query: '{ order(' }, 'GRAPHQL_PARSE_FAILED'],
  ['too many tokens', { query: `{ ${'a '.repeat(2_001)}}` }, 'GRAPHQL_PARSE_FAILED'],
  ['an unknown field', { query: '{ nothing }' }, 'GRAPHQL_VALIDATION_FAILED'],
  ['a fragment that is not there', { query: '{ ...F }' }, 'GRAPHQL_VALIDATION_FAILED'],
  ['a fragment alone', { query: 'fragment F on Query { asker { ip } }' }, 'OPERATION_RESOLUTION_FAILURE'],
  ['a forbidden name', { query: named('__proto__') }, 'GRAPHQL_VALIDATION_FAILED'],
  ['too deep a query', { query: `{ order(id: "o") { ${'previous { '.repeat(20)}id${' }'.repeat(20)} } }` }, 'QUERY_TOO_COSTLY'],
  ['too many aliases', { query: `{ ${Array.from({ length: 31 }, (_, i) => `a${i}: strict`).join(' ')} }` }, 'QUERY_TOO_COSTLY'],
  ['too long a name', { query: named('x'.repeat(257)) }, 'QUERY_TOO_COSTLY'],
  ['what costs too much', { query: `{ ${COSTLY} }` }, 'QUERY_TOO_COSTLY'],
  ['no name among several', { query: TWO }, 'OPERATION_RESOLUTION_FAILURE'],
  ['an unknown name', { query: TWO, operationName: 'C' }, 'OPERATION_RESOLUTION_FAILURE'],
  ['a name of an operation without one', { query: '{ asker { ip } }', operationName: 'A' }, 'OPERATION_RESOLUTION_FAILURE'],
  ['a variable of the wrong type', { query: ONE, variables: { id: { no: 1 } } }, 'BAD_USER_INPUT'],
  ['a variable that is missing', { query: ONE }, 'BAD_USER_INPUT'],
  ['a variable that is null', { query: ONE, variables: { id: null } }, 'BAD_USER_INPUT'],
  ['a literal of the wrong type', { query: '{ order(id: 1.5) { id } }' }, 'GRAPHQL_VALIDATION_FAILED'],
  [
    'a subscription with a condition at its root',
    { query: 'subscription ($x: Boolean!) { orderTicked @include(if: $x) }' },
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['an unknown hash', { query: '', extensions: persisted('0'.repeat(64)) }, 'PERSISTED_QUERY_NOT_FOUND'],
  ['another version of hashes', { query: '', extensions: persisted('0'.repeat(64), 2) }, 'BAD_REQUEST'],
  ['a hash that is not its query’s', { query: '{ asker { ip } }', extensions: persisted(hashOf('{ strict }')) }, 'BAD_REQUEST'],
  ['a hash and its query', { query: '{ asker { ip } }', extensions: persisted(hashOf('{ asker { ip } }')) }, null],
];

test.each(CASES)('%s is answered alike by POST, by GET and over a socket', async (_what, payload, code) => {
  const posted = await overHttp(payload);
  const codes = new Set(posted.errors?.map(({ extensions }) => extensions?.['code']));
  expect([...codes]).toEqual(code === null ? [] : [code]);
  expect(await byGet(payload)).toEqual(posted);
  expect(told(await socket.ask(payload))).toEqual(posted);
});

test.each(['1', '9007199254740993'])('a value of the wrong type is its client’s fault, however deep it is nested: %s', async (inner) => {
  const value = `${'['.repeat(50_000)}${inner}${']'.repeat(50_000)}`;
  const body = `{"query":${JSON.stringify(ONE)},"variables":{"id":${value}}}`;
  const { errors } = await send(marketplace.gateway.url, '/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});

test('a ping that is nested deeper than the stack ends no socket', async () => {
  const other = await openSocket(marketplace.gateway.url);
  other.say(`{"type":"ping","payload":{"nested":${'['.repeat(300_000)}${']'.repeat(300_000)}}}`);
  expect(await other.ask({ query: '{ asker { ip } }' })).toMatchObject({ data: { asker: { ip: expect.any(String) } } });
  other.close();
});

async function overHttp(payload: Payload): Promise<SocketAnswer> {
  const headers = { 'content-type': 'application/json' };
  return told(await send(marketplace.gateway.url, '/graphql', { method: 'POST', headers, body: JSON.stringify(payload) }));
}

async function byGet(payload: Payload): Promise<SocketAnswer> {
  const parameters = Object.entries(payload).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]);
  return told(await send(marketplace.gateway.url, `/graphql?${new URLSearchParams(Object.fromEntries(parameters))}`));
}

/** Without the ids of traces. */
function told({ data, errors }: SocketAnswer): SocketAnswer {
  const answer = { ...(data !== undefined && { data }), ...(errors && { errors }) };
  return JSON.parse(JSON.stringify(answer).replaceAll(/(?<=trace |"traceId":")[0-9a-f]{32}/g, 'TRACE'));
}
