import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SignJWT } from 'jose';
import { WebSocket } from 'ws';
import * as z from 'zod';
import { createDatabase } from '@agora/platform/testing/databases';
import { eventually } from '@agora/platform/testing/eventually';
import { type SeverableWay, severableWay } from '@agora/platform/testing/severable';
import { ask, socket } from '../client.ts';
import { type Agora, startAgora } from '../agora.ts';
import { signingKey } from '../signing-key.ts';
import { buy, fillCart, inParallel, listProduct, type Person, register, signIn } from '../shop.ts';
import { underAttack } from './under-attack.ts';

let agora: Agora;
let orders: { readonly url: string; drop(): Promise<void> };
let wayToOrders: SeverableWay;
let buyer: Person;
let seller: Person;

beforeAll(async () => {
  orders = await createDatabase('order');
  wayToOrders = await severableWay(orders.url);
  agora = await startAgora('one process', { ORDER_DATABASE_URL: wayToOrders.url });
  [buyer, seller] = await Promise.all([register(agora, 'Ana Ruiz'), signIn(agora, 'seller')]);
});
afterAll(async () => {
  await agora?.stop();
  await wayToOrders?.cut();
  await orders?.drop();
});

/** Whose fault it is when something is wrong with what a client sent; 200 and data, or one of these. */
const CLIENT_FAULTS = [
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
];

const Errors = z.object({ errors: z.array(z.object({ extensions: z.object({ code: z.string() }) })).optional() });

/** The codes of an answer, in order; empty where all is well. */
async function codesOf(body: object | string, person: Person | null = buyer): Promise<string[]> {
  const response = await fetch(`${agora.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(person && { authorization: `Bearer ${person.token}` }) },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  expect(response.status).toBeLessThan(500);
  const { errors = [] } = Errors.parse(await response.json());
  return errors.map(({ extensions }) => extensions.code);
}

/** Lines of errors that the marketplace has logged. */
function bugs(): string[] {
  return agora
    .output()
    .split('\n')
    .filter((line) => line.includes('"level":50'));
}

/** What clients send where anybody could expect something else. */
const KINDS: readonly string[] = [
  ...['', ' ', '\n', '\0', 'a\0b', '\ud800', 'x\udc00', '\ufeff', '\u200b', '\u3164', '\u202e', '💥', 'ﷺ'.repeat(40), '\u0300'.repeat(150)],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'then', '$representations', 'null', 'undefined', '[object Object]'],
  ...["' or 1=1 --", '"; drop table account', '%', '_', '\\', "''", '$1', '{}', '[]', '{"a":1}', '<b>', '../../etc/passwd'],
  ...['-'.repeat(40), '- '.repeat(90), '"'.repeat(41), '(((', '&|!', ':*', '<->', 'or or or', '-"-"', '!'.repeat(100), "a' & 'b"],
  ...['1e300', '-1', 'NaN', '9223372036854775808', '0x10', '2026-02-30T00:00:00Z', '2026-11-22T09:30:60Z', 'EUR', 'es-CO', 'true'],
  ...[
    'prd_01kb0000000000000000000000',
    'usr_01kb0000000000000000000000',
    'bm9wZQ.bm9wZQ',
    'e30.e30',
    '.',
    'x'.repeat(300),
    'x'.repeat(30_000),
  ],
];

/** Where a client's text goes: each place answers, or says whose fault it is. */
const PLACES: Readonly<Record<string, (text: string) => { readonly query: string; readonly variables?: object; readonly as?: Person }>> = {
  'an id': (id) => ({
    query: `query ($id: ID!) { product(id: $id) { id } order(id: $id) { id } post(id: $id) { id } community(id: $id) { id } user(id: $id) { id }
      node(id: $id) { id ... on Product { slug } ... on Order { number } ... on Notification { title } } nodes(ids: [$id]) { id } }`,
    variables: { id },
  }),
  'a name': (name) => ({
    query: `query ($name: String!) { product(slug: $name) { id } order(number: $name) { id } community(slug: $name) { id }
      user(username: $name) { id } cart(token: $name) { id } }`,
    variables: { name },
  }),
  'a cursor': (cursor) => ({
    query: `query ($c: String) { products(after: $c) { totalCount } back: products(last: 1, before: $c) { totalCount } categories(after: $c) { totalCount }
      communities(after: $c) { totalCount } profiles(after: $c) { totalCount } viewer { orders(after: $c) { totalCount } notifications(after: $c) { totalCount } } }`,
    variables: { c: cursor },
  }),
  'a filter': (text) => ({
    query: 'query ($f: ProductFilterInput) { products(filter: $f) { totalCount nodes { id } } }',
    variables: {
      f: { query: text, categorySlugs: [text], sellerIds: [text], sku: { eq: text, in: [text], startsWith: text, contains: text } },
    },
  }),
  'a search': (text) => ({
    query:
      'query ($f: ProductFilterInput) { products(filter: $f, sort: { field: RELEVANCE, direction: DESC }) { totalCount nodes { id } } }',
    variables: { f: { query: text } },
  }),
  'an instant': (at) => ({
    query: `query ($at: DateTime) { products(filter: { createdAt: { gte: $at, lt: $at } }) { totalCount }
      viewer { orders(filter: { placedAt: { gte: $at, lt: $at } }) { totalCount } } }`,
    variables: { at },
  }),
  'an instant in the document': (at) => ({
    query: `{ products(filter: { createdAt: { gte: ${literal(at)} } }) { totalCount } viewer { orders(filter: { placedAt: { lt: ${literal(at)} } }) { totalCount } } }`,
  }),
  'an amount': (amount) => ({
    query:
      'query ($amount: Decimal, $code: CurrencyCode!) { products(filter: { price: { currencyCode: $code, gte: $amount } }) { totalCount } }',
    variables: { amount, code: amount },
  }),
  'an amount in the document': (amount) => ({
    query: `{ products(filter: { price: { currencyCode: ${literal(amount)}, gte: ${literal(amount)}, lte: ${literal(amount)} } }) { totalCount } }`,
  }),
  'a language': (locale) => ({
    query: 'query ($l: Locale) { products(first: 1) { nodes { name(locale: $l) description(locale: $l) category { name(locale: $l) } } } }',
    variables: { l: locale },
  }),
  'a number': (number) => ({ query: 'query ($n: Int) { products(first: $n) { totalCount } }', variables: { n: Number(number) } }),
  'a key': (key) => ({
    query: 'mutation ($key: String!) { notificationMarkRead(input: { ids: [] }) @idempotent(key: $key) { userErrors { code } } }',
    variables: { key },
  }),
  'an order': (text) => ({
    query: `mutation ($t: String!, $id: ID!) { cartLinesAdd(input: { cartToken: $t, lines: [{ variantId: $id }] }) { userErrors { code field } }
      checkoutComplete(input: { cartId: $id, paymentMethodId: $t }) { userErrors { code field } }
      orderCancel(input: { orderId: $id, reason: $t }) { userErrors { code field } } notificationMarkRead(input: { ids: [$id] }) { userErrors { code } } }`,
    variables: { t: text, id: text },
  }),
  'what is said': (text) => ({
    query: `mutation ($t: String!, $id: ID!) { postCreate(input: { communityId: $id, title: $t, body: $t, productId: $id }) { userErrors { code field } }
      commentCreate(input: { postId: $id, parentId: $id, body: $t }) { userErrors { code field } } }`,
    variables: { t: text, id: text },
  }),
  'a product': (text) => ({
    query: `mutation ($t: String!, $id: ID!) { productCreate(input: { name: $t, description: $t, sku: $t, categorySlug: $t,
      price: { amount: "1", currencyCode: "EUR" } }) { userErrors { code field } } productPublish(input: { productId: $id }) { userErrors { code } } }`,
    variables: { t: text, id: text },
    as: seller,
  }),
  'an account': (text) => ({
    query: `mutation ($t: String!, $id: ID!) { userRegister(input: { email: $t, password: $t, displayName: $t, username: $t }) { userErrors { code field } }
      sessionRefresh(input: { refreshToken: $t }) { userErrors { code } } sessionRevoke(input: { sessionId: $id }) { userErrors { code } } }`,
    variables: { t: text, id: text },
  }),
};

test('whatever a client sends, wherever it goes, is answered or is the fault of the client', async () => {
  const cases = Object.entries(PLACES).flatMap(([place, say]) => KINDS.map((kind) => [place, kind, say(kind)] as const));
  await underAttack(agora, () =>
    inParallel(cases, 8, async ([place, kind, { as, ...body }]) => {
      const codes = await codesOf(body, as);
      const where = `${place}: ${JSON.stringify(kind.slice(0, 60))}`;
      expect([where, codes.filter((code) => !CLIENT_FAULTS.includes(code))]).toEqual([where, []]);
    }),
  );
  expect(bugs()).toEqual([]);
});

test('what a scalar does not take is refused before anybody is asked, in the document and in the variables', async () => {
  const rest = '{ viewer { displayName } products(filter: { createdAt: { gte:';
  const inDocument = await ask(agora, `${rest} "2026-02-30T00:00:00Z" } }) { totalCount } }`, {}, buyer);
  const inVariables = await ask(agora, `query ($at: DateTime) ${rest} $at } }) { totalCount } }`, { at: '2026-02-30T00:00:00Z' }, buyer);
  for (const [{ data, errors }, code] of [
    [inDocument, 'GRAPHQL_VALIDATION_FAILED'],
    [inVariables, 'BAD_USER_INPUT'],
  ] as const) {
    expect(data).toBeUndefined();
    expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual([code]);
  }
});

/** What nobody can read as it was meant, or at all. */
const UNREADABLE: readonly string[] = [
  ...['', ' ', '\u200b', '\u3164', '\u2800', '\u0301', '\ufe0f', '\u{e0041}', '\u00ad', '\u2067\u2069'],
  ...['a\0b', 'a\u0007', 'a\u001b[2J', 'a\u009b', 'a\u202eb', '\u202da', 'a\u2067b', 'a\u202ab', 'a\u2069', 'a\ud83d', '\ude00', 'a\ufffe'],
];

/** Every text of a client that other people read: what refuses it, and the field that the refusal has to name. */
const READ_BY_PEOPLE: readonly (readonly [field: string, mutation: string, input: object, lines: 'one' | 'several'])[] = [
  ['displayName', 'userRegister', { email: 'x', password: 'correct horse battery' }, 'one'],
  ['name', 'productCreate', { description: 'd', sku: 's', price: { amount: '1', currencyCode: 'EUR' }, categorySlug: 'x' }, 'one'],
  ['sku', 'productCreate', { description: 'd', name: 'n', price: { amount: '1', currencyCode: 'EUR' }, categorySlug: 'x' }, 'one'],
  ['description', 'productCreate', { name: 'n', sku: 's', price: { amount: '1', currencyCode: 'EUR' }, categorySlug: 'x' }, 'several'],
  ['title', 'postCreate', { communityId: 'x', body: 'b' }, 'one'],
  ['body', 'postCreate', { communityId: 'x', title: 't' }, 'several'],
  ['body', 'commentCreate', { postId: 'x' }, 'several'],
  ['reason', 'orderCancel', { orderId: 'x' }, 'several'],
];

test.each(READ_BY_PEOPLE)('%s of %s is readable, or is refused by its name', async (field, mutation, input, lines) => {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const problems = async (text: string): Promise<unknown[]> => {
    const { data, errors } = await ask(
      agora,
      `mutation ($input: ${type}!) { answer: ${mutation}(input: $input) { userErrors { code field } } }`,
      { input: { ...input, [field]: text } },
      mutation === 'productCreate' ? seller : buyer,
    );
    expect(errors).toBeUndefined();
    const { answer } = z
      .object({ answer: z.object({ userErrors: z.array(z.object({ code: z.string(), field: z.array(z.string()) })) }) })
      .parse(data);
    return answer.userErrors.filter((problem) => problem.field.join('.') === field).map(({ code }) => code);
  };
  for (const text of UNREADABLE) expect([text, await problems(text)]).toEqual([text, ['INVALID']]);
  expect(await problems('one\nother')).toEqual(lines === 'one' ? ['INVALID'] : []);
  for (const text of ['👩\u200d👧', 'می\u200cخواهم', 'ספר \u2066A\u2069', '한국어', 'e\u0301'])
    expect([text, await problems(text)]).toEqual([text, []]);
});

test.each([
  ['notifications after', 'subscription ($t: String!) { notificationReceived(after: $t) { cursor } }'],
  ['orders after', 'subscription ($t: String!) { orderUpdated(after: $t) { cursor } }'],
  ['an order that is called', 'subscription ($t: ID!) { orderUpdated(orderId: $t) { cursor } }'],
  ['comments on a post that is called', 'subscription ($t: ID!) { postCommentAdded(postId: $t) { cursor } }'],
  ['the stock of a variant that is called', 'subscription ($t: ID!) { variantStockChanged(variantIds: [$t]) { cursor } }'],
])('whoever wants to follow %s nonsense is told so, and the socket lives on', async (_what, query) => {
  const client = socket(agora, buyer.token);
  const kinds = KINDS.filter((kind) => kind !== '');
  await inParallel(kinds, 8, async (kind) => {
    const refused = await firstOf(client.iterate({ query, variables: { t: kind } })).catch((errors: unknown) => ({ errors }));
    const codes = Errors.parse(refused).errors?.map(({ extensions }) => extensions.code) ?? [];
    expect([kind.slice(0, 60), codes]).toEqual([kind.slice(0, 60), ['BAD_USER_INPUT']]);
  });
  expect(await firstOf(client.iterate({ query: '{ viewer { id } }' }))).toEqual({ data: { viewer: { id: buyer.id } } });
  await client.dispose();
  expect(bugs()).toEqual([]);
});

/** Names that every object of JavaScript has, and names that we make up ourselves. */
const NAMES = ['constructor', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__', 'then', 'prototype'];
const OURS = [
  'representations',
  'executor_representations',
  'executor_value_0',
  'executor_alias_0',
  'r',
  'r0',
  'e0',
  '_entities',
  'agora_after',
];

test.each([...NAMES, ...OURS])('"%s" is a name like others: of aliases, variables, fragments and operations', async (name) => {
  const query = `query ${name}($${name}: Int, $more: Boolean!) {
    ${name}: products(first: $${name}, filter: { query: "" }) { ...${name} }
  }
  fragment ${name} on ProductConnection {
    ${name}: nodes { ${name}: name seller { ${name}: displayName } discussions(first: $${name}) { ${name}: totalCount } more: slug @include(if: $more) }
  }`;
  const { data, errors } = await ask(agora, query, { ...JSON.parse(`{"${name}": 2}`), more: false }, buyer);
  expect(errors).toBeUndefined();
  const product = { [name]: expect.any(String), seller: { [name]: expect.any(String) }, discussions: { [name]: expect.any(Number) } };
  expect(data).toEqual({ [name]: { [name]: [product, product] } });
});

test.each([
  ['an alias', { query: '{ __proto__: viewer { id } }' }],
  ['an alias of a mutation', { query: 'mutation { __proto__: notificationMarkRead(input: { ids: [] }) { userErrors { code } } }' }],
  [
    'a variable',
    { query: 'query ($__proto__: Int) { products(first: $__proto__) { totalCount } }', variables: JSON.parse('{"__proto__": 2}') },
  ],
  ['a fragment', { query: '{ viewer { ...__proto__ } } fragment __proto__ on User { id }' }],
  ['an operation', { query: 'query __proto__ { viewer { id } }', operationName: '__proto__' }],
  [
    'a condition',
    { query: 'query ($__proto__: Boolean!) { viewer { id @include(if: $__proto__) } }', variables: JSON.parse('{"__proto__": true}') },
  ],
])('"__proto__" is not allowed as the name of %s, over HTTP and over a socket', async (_what, body) => {
  expect(new Set(await codesOf(body))).toEqual(new Set(['GRAPHQL_VALIDATION_FAILED']));
  expect(await codesOverSocket(body)).toContain('GRAPHQL_VALIDATION_FAILED');
  expect(({} as Record<string, unknown>)['id']).toBeUndefined();
});

test("keys that a client makes up in its variables are refused by their name, or are nobody's", async () => {
  const filter = (key: string) => ({
    query: 'query ($f: ProductFilterInput) { products(filter: $f) { totalCount } }',
    variables: JSON.parse(`{"f": {"${key}": {"query": "x"}}}`) as object,
  });
  for (const key of ['__proto__', ...NAMES]) expect([key, await codesOf(filter(key))]).toEqual([key, ['BAD_USER_INPUT']]);
  for (const key of ['__proto__', ...NAMES])
    expect([key, await codesOf(`{"query": "{ viewer { id } }", "variables": {"${key}": {"id": 1}}}`)]).toEqual([key, []]);
});

test.each([
  ['a version that does not exist', { query: '{ viewer { id } }', extensions: { persistedQuery: { version: 2, sha256Hash: 'x' } } }],
  ['a hash of another query', { query: '{ viewer { id } }', extensions: { persistedQuery: { version: 1, sha256Hash: '0'.repeat(64) } } }],
  ['a hash that is none', { query: '{ viewer { id } }', extensions: { persistedQuery: { version: 1, sha256Hash: 7 } } }],
  ['a number in its place', { query: '{ viewer { id } }', extensions: { persistedQuery: 5 } }],
])('a persisted query with %s is the fault of the client', async (_what, body) => {
  const codes = await codesOf(body);
  expect(codes).toHaveLength(1);
  expect(CLIENT_FAULTS).toContain(codes[0]);
});

test.each([
  [1e300, 4401],
  [253_402_300_800, 4401],
  [-1, 4403],
  [0, 4403],
])('a token that ends %s s after 1970 is refused, over HTTP and over a socket', async (exp, closeCode) => {
  const { kid, key } = await signingKey(agora);
  const claims = { sub: buyer.id, sid: 'ses_01kb0000000000000000000000', auth_time: 0, roles: ['USER'], iss: 'agora', aud: 'agora', exp };
  const token = await new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA', kid }).sign(key);
  const { errors } = await ask(agora, '{ viewer { id } }', {}, { token });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
  const client = socket(agora, token);
  await expect(firstOf(client.iterate({ query: '{ viewer { id } }' }))).rejects.toMatchObject({ code: closeCode });
});

const DEEP = 100_000;
test.each<[what: string, body: string]>([
  ['lists in variables', deepBody('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', `{"ids":${'['.repeat(DEEP)}${']'.repeat(DEEP)}}`)],
  [
    'objects in variables',
    deepBody('query ($f: ProductFilterInput) { products(filter: $f) { totalCount } }', `{"f":${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}}`),
  ],
  ['variables that nobody asked for', deepBody('{ __typename }', `{"more":${'['.repeat(DEEP)}${']'.repeat(DEEP)}}`)],
  ['lists in a document', deepBody(`{ nodes(ids: ${'['.repeat(DEEP)}${']'.repeat(DEEP)}) { id } }`)],
  ['objects in a document', deepBody(`{ products(filter: ${'{ a: '.repeat(DEEP)}1${' }'.repeat(DEEP)}) { totalCount } }`)],
  ['extensions', `{"query":"{ __typename }","extensions":{"more":${'['.repeat(DEEP)}${']'.repeat(DEEP)}}}`],
])('%s that are nested 100,000 times are a client fault or none, over HTTP and sockets', async (_what, body) => {
  const before = bugs().length;
  for (const code of await codesOf(body)) expect([...CLIENT_FAULTS, 'QUERY_TOO_COSTLY']).toContain(code);
  for (const code of await codesOfText(body)) expect([...CLIENT_FAULTS, 'QUERY_TOO_COSTLY']).toContain(code);
  expect(bugs().length).toBe(before);
});

function deepBody(query: string, variables = '{}'): string {
  return `{"query":${JSON.stringify(query)},"variables":${variables}}`;
}

/** The same over a WebSocket; its messages are written by hand, because no client writes such. */
async function codesOfText(payload: string): Promise<string[]> {
  const client = new WebSocket(`${agora.url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws');
  await once(client, 'open');
  const next = async () =>
    z.object({ type: z.string(), payload: z.unknown().optional() }).parse(JSON.parse(String((await once(client, 'message'))[0])));
  client.send('{"type":"connection_init"}');
  await next();
  client.send(`{"id":"deep","type":"subscribe","payload":${payload}}`);
  const message = await next();
  client.terminate();
  const { errors = [] } = Errors.parse(message.type === 'error' ? { errors: message.payload } : message.payload);
  return errors.map(({ extensions }) => extensions.code);
}

test("while the orders' PostgreSQL is away, their part is unavailable and the rest is answered; then it is back", async () => {
  const { variantId } = await listProduct(agora, seller, 'Walnut tray', 5);
  const cartId = await fillCart(agora, buyer, variantId);
  const query = '{ viewer { displayName orders { totalCount } cart { id } } products(first: 1) { nodes { name } } }';
  const mutation = `mutation { checkoutComplete(input: { cartId: "${cartId}", paymentMethodId: "sandbox-approve" }) { order { id } } }`;

  await wayToOrders.cut();
  await eventually(() => agora.output().includes('A timer failed'));
  for (let times = 0; times < 5; times++) {
    const read = await ask(agora, query, {}, buyer);
    expect(read.data).toEqual({ viewer: { displayName: 'Ana Ruiz', orders: null, cart: null }, products: { nodes: [expect.anything()] } });
    const written = await ask(agora, mutation, {}, buyer);
    expect(written.data).toEqual({ checkoutComplete: null });
    for (const { extensions } of [...(read.errors ?? []), ...(written.errors ?? [])])
      expect(extensions).toEqual({ code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'order' });
    expect(written.errors).toHaveLength(1);
  }
  const said = agora
    .output()
    .split('\n')
    .filter((line) => line.includes('The database does not answer.'));
  expect(said).toHaveLength(1);

  await wayToOrders.mend();
  await eventually(async () => !(await ask(agora, query, {}, buyer)).errors);
  expect(await buy(agora, buyer, variantId)).toMatch(/^ord_/);
  expect(bugs()).toEqual([]);
});

async function codesOverSocket(body: {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
}) {
  const client = socket(agora, buyer.token);
  const answer = await firstOf(client.iterate(body)).catch((errors: unknown) => ({ errors }));
  await client.dispose();
  return Errors.parse(answer).errors?.map(({ extensions }) => extensions.code) ?? [];
}

async function firstOf<Answer>(answers: AsyncIterable<Answer>): Promise<Answer | null> {
  for await (const answer of answers) return answer;
  return null;
}

/** A text in a document; JSON's escapes are GraphQL's, but for halves of characters. */
function literal(text: string): string {
  return JSON.stringify(text.toWellFormed());
}
