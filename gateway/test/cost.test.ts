import { eventually } from '@agora/platform/testing/eventually';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { type RunningGateway, start } from '../src/main.ts';
import { ask, connect, send } from '../testing/client.ts';
import { type Marketplace, openMarketplace, SECRET } from '../testing/marketplace.ts';

describe("what operations on Agora's graph cost", () => {
  /** Refuses everything, and says what it would have cost. */
  let gateway: RunningGateway;
  beforeAll(async () => {
    const nowhere = Object.fromEntries(
      ['USER', 'CATALOG', 'ORDER', 'FORUM', 'NOTIFICATION'].map((name) => [`${name}_URL`, 'http://127.0.0.1:1/graphql']),
    );
    gateway = await start({ env: { PORT: '0', AGORA_GATEWAY_SECRET: SECRET, LOG_LEVEL: 'silent', MAX_OPERATION_COST: '1', ...nowhere } });
  });
  afterAll(() => gateway.stop());

  const costOf = async (query: string, variables: object = {}): Promise<unknown> => {
    const { status, errors, data } = await ask(gateway.url, query, {}, variables);
    expect({ status, data }).toEqual({ status: 400, data: undefined });
    expect(errors).toMatchObject([{ extensions: { code: 'QUERY_TOO_COSTLY', cost: expect.any(Number), limit: 1 } }]);
    return errors?.[0]?.extensions?.['cost'];
  };

  // A root field 300, a page 10, an entity 5, a value or another object 1.
  test.each([
    ['a value', '{ viewer { id } }', 300 + 5 + 1],
    ['the name of a type', '{ __typename viewer { __typename } }', 1 + 300 + 5 + 1],
    ['a page as long as it is', '{ products(first: 7) { nodes { id } } }', 300 + 10 + 7 * (5 + 1)],
    ['a page from the end', '{ products(last: 3) { nodes { id } } }', 300 + 10 + 3 * (5 + 1)],
    ['a page of the usual length', '{ products { nodes { id } } }', 300 + 10 + 20 * (5 + 1)],
    ['a page that will be refused', '{ products(first: 1000000) { nodes { id } } }', 300 + 10 + 100 * (5 + 1)],
    ['what a page says of itself', '{ products(first: 7) { totalCount pageInfo { hasNextPage } } }', 300 + 10 + 10 + 2],
    ['edges and what they hold', '{ products(first: 7) { edges { cursor node { id } } } }', 300 + 10 + 7 * (1 + 1 + 5 + 1)],
    ['a list that says how long it can be', '{ product(id: "p") { variants { sku } } }', 300 + 5 + 50 * (5 + 1)],
    ['long text', '{ post(id: "p") { title body } }', 300 + 5 + 1 + 20],
    ['pages in pages', '{ communities(first: 4) { nodes { posts(first: 3) { nodes { id } } } } }', 300 + 10 + 4 * (5 + 10 + 3 * (5 + 1))],
    ['each alias', '{ a: viewer { id } b: viewer { id } }', 2 * (300 + 5 + 1)],
    ['a fragment wherever it is spread', '{ a: viewer { ...F } b: viewer { ...F } } fragment F on User { id }', 2 * (300 + 5 + 1)],
    ['objects by their number', '{ nodes(ids: ["a", "b", "c"]) { id } }', 300 + 3 * (5 + 1)],
    ['all there are where none is named', '{ eventServices { name } }', 20 * (100 + 1)],
    ['those that are named', '{ eventServices(names: ["order", "user"]) { name } }', 2 * (100 + 1)],
    ['what is asked of every service', '{ auditTrail(first: 3) { nodes { eventName data } } }', 1_500 + 3 * (5 + 1 + 20)],
    ['the dearest of several types', '{ node(id: "p") { id ... on Post { body } ... on Product { slug } } }', 300 + 5 + 1 + 20],
    ['what is left out', '{ viewer { id username @skip(if: true) } }', 300 + 5 + 1],
    ['a change', 'mutation { orderCancel(input: { orderId: "o" }) { order { id } } }', 4_000 + 1 + 5 + 1],
  ])('%s', async (_, query, cost) => {
    expect(await costOf(query)).toBe(cost);
  });

  test('variables decide as literals do', async () => {
    const page = 'query ($n: Int = 5) { products(first: $n) { nodes { id } } }';
    expect(await costOf(page, { n: 9 })).toBe(300 + 10 + 9 * 6);
    expect(await costOf(page)).toBe(300 + 10 + 5 * 6);
    expect(await costOf(page, { n: null })).toBe(300 + 10 + 20 * 6);
    expect(await costOf(page, { n: 'many' })).toBe(300 + 10 + 100 * 6);
    const either = 'query ($x: Boolean!) { viewer { id @include(if: $x) username @skip(if: $x) displayName @include(if: $x) } }';
    expect(await costOf(either, { x: true })).toBe(300 + 5 + 2);
    expect(await costOf(either, { x: false })).toBe(300 + 5 + 1);
    expect(await costOf('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: ['a', 'b'] })).toBe(300 + 2 * 6);
  });

  test('a cost too large to be told is as large as can be', async () => {
    const deep = (levels: number): string => (levels === 0 ? 'id' : `comments(first: 100) { nodes { post { ${deep(levels - 1)} } } }`);
    expect(await costOf(`{ post(id: "p") { ${deep(4)} } }`)).toBeGreaterThan(700_000_000);
    const replies = `{ node(id: "c") { ... on Comment { ${'replies(first: 100) { nodes { '.repeat(6)}id${' } }'.repeat(6)} } } }`;
    expect(await costOf(replies)).toBe(2 ** 31 - 1);
  });

  test('the question what can be asked, with room to spare', async () => {
    // It grows with the graph; one operation may cost 100,000.
    expect(await costOf(getIntrospectionQuery())).toBeLessThan(100_000 / 3);
  });
});

describe('on every way in', () => {
  let market: Marketplace;
  beforeAll(async () => (market = await openMarketplace('in one process', { MAX_OPERATION_COST: '4300' })));
  afterAll(() => market.stop());

  const LINES = ['a', 'b', 'c', 'd', 'e'].map((alias) => `${alias}: lines { product { sku name } }`).join(' ');
  const post = (body: object) =>
    send(market.gateway.url, '/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const get = (query: string, extensions = '{}') =>
    send(market.gateway.url, `/graphql?${new URLSearchParams({ query, extensions }).toString()}`);
  const overSocket = async (query: string, extensions: Record<string, unknown> = {}) => {
    const client = connect(market.gateway.url);
    const listener = client.listen(query, {}, extensions);
    await eventually(() => listener.events.length > 0 || listener.ended.errors);
    await client.close();
    return listener;
  };

  test('what costs too much is refused, and no subgraph is asked', async () => {
    const refused = (cost: number) => [{ extensions: { code: 'QUERY_TOO_COSTLY', cost, limit: 4_300 } }];
    const query = `{ order(id: "o") { ${LINES} } }`;
    expect(await post({ query })).toMatchObject({ status: 400, errors: refused(4_305) });
    expect(await get(query)).toMatchObject({ status: 400, errors: refused(4_305) });
    expect((await overSocket(query)).events).toMatchObject([{ errors: refused(4_305) }]);
    expect((await overSocket(`subscription { orderUpdated { order { ${LINES} } } }`)).ended).toMatchObject({ errors: refused(4_306) });
    expect(await post({ query: `mutation { orderPlace { ${LINES} } }` })).toMatchObject({ status: 400, errors: refused(8_005) });
    expect(market.asked['order']).toEqual([]);
  });

  test('who asks for it is told what was spent', async () => {
    const query = '{ order(id: "o") { status } }';
    const told = { cost: { spent: 306, limit: 4_300 } };
    const posted = await post({ query, extensions: { cost: true } });
    expect(JSON.parse(posted.text)).toEqual({ data: { order: { status: 'PENDING' } }, extensions: told });
    expect((await get(query, '{"cost":true}')).text).toBe(posted.text);
    expect((await overSocket(query, { cost: true })).events).toEqual([JSON.parse(posted.text)]);
    for (const extensions of [undefined, {}, { cost: false }, { cost: 'yes' }]) {
      expect(JSON.parse((await post({ query, extensions })).text)).not.toHaveProperty('extensions');
    }
    const failed = await post({ query: '{ broken(how: "FORBIDDEN") asker { ip } }', extensions: { cost: true } });
    expect(JSON.parse(failed.text)).toMatchObject({
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
      extensions: { cost: { spent: 603 } },
    });
  });

  test('every event of a live operation says what it cost, where that was asked for', async () => {
    const client = connect(market.gateway.url);
    const listener = client.listen('subscription { orderUpdated { number } }', {}, { cost: true });
    await eventually(() => {
      market.updates.happened({ number: 1 });
      return listener.events.length > 0;
    });
    expect(listener.events[0]).toEqual({ data: { orderUpdated: { number: 1 } }, extensions: { cost: { spent: 302, limit: 4_300 } } });
    await client.close();
  });
});
