import { once } from 'node:events';
import { eventually } from '@agora/platform/testing/eventually';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { ask, connect, type Listener, openSocket, send, type SocketClient } from '../testing/client.ts';
import { type Marketplace, openMarketplace } from '../testing/marketplace.ts';
import { TokenIssuer } from '../testing/token-issuer.ts';

const UPDATES = `subscription($after: String) {
  orderUpdated(after: $after) { number order { state: status buyer { name } lines { quantity product { name price(currency: "COP") } } } }
}`;
/** What a stop gives whoever hangs. */
const FORCED_AFTER_MS = 10_000;
const NUMBERS = 'subscription($after: String) { orderUpdated(after: $after) { number } }';

const numbers = (listener: Listener) =>
  listener.events.map((event) => (event.data as { orderUpdated: { number: number } }).orderUpdated.number);
const upTo = (count: number, from = 1) => Array.from({ length: count }, (_, i) => from + i);

describe.each(['in one process', 'over HTTP'] as const)('with its subgraphs %s', (mode) => {
  let marketplace: Marketplace;
  let url: string;
  beforeAll(async () => {
    marketplace = await openMarketplace(mode);
    url = marketplace.gateway.url;
    await marketplace.gateway.ready;
  });
  afterAll(() => marketplace.stop());

  const following = (count: number) => eventually(() => marketplace.updates.followers === count);
  const openOperations = async () => Number(/^agora_gateway_subscriptions (\d+)$/m.exec((await send(url, '/metrics')).text)?.[1]);

  test('an event arrives with fields of three subgraphs, in the names the client gave them', async () => {
    const client = connect(url);
    const updates = client.listen(UPDATES);
    await following(1);
    marketplace.updates.happened({ number: 7 });
    await eventually(() => updates.events.length === 1);
    expect(updates.events).toEqual([
      {
        data: {
          orderUpdated: {
            number: 7,
            order: {
              state: 'PENDING',
              buyer: { name: 'name of buyer' },
              lines: [
                { quantity: 1, product: { name: 'name of order-7-a', price: 4_000_000 } },
                { quantity: 2, product: { name: 'name of order-7-b', price: 4_000_000 } },
              ],
            },
          },
        },
      },
    ]);
    await client.close();
    await following(0);
  });

  test('a number beyond those of JavaScript reaches the subgraph, an id digit by digit', async () => {
    const client = connect(url);
    const number = JSON.rawJSON('9007199254740993');
    const ids = client.listen('subscription($id: ID) { orderUpdated(orderId: $id) { orderId } }', { id: number });
    const floats = client.listen('subscription($above: Float) { orderTicked(above: $above) }', { above: number });
    await following(2);
    marketplace.updates.happened({ number: 2 ** 53 });
    await eventually(() => ids.events.length === 1 && floats.events.length === 1);
    expect(ids.events).toEqual([{ data: { orderUpdated: { orderId: '9007199254740993' } } }]);
    expect(floats.events).toEqual([{ data: { orderTicked: 0 } }]);
    await client.close();
    await following(0);
  });

  test('queries and mutations are answered on the same socket', async () => {
    const client = connect(url, await marketplace.tokens.token());
    const query = client.listen('query($id: ID!) { asker { actorId ip } order(id: $id) { buyer { name } } }', { id: 'o' });
    const mutation = client.listen('mutation { orderPlace { status } }');
    await eventually(() => query.ended.completed && mutation.ended.completed);
    expect(query.events).toEqual([{ data: { asker: { actorId: 'usr_1', ip: '127.0.0.1' }, order: { buyer: { name: 'name of buyer' } } } }]);
    expect(mutation.events).toEqual([{ data: { orderPlace: { status: 'PENDING' } } }]);
    await client.close();
  });

  test('what is wrong with one operation ends that operation alone', async () => {
    const client = connect(url, await marketplace.tokens.token({ roles: ['MODERATOR'] }));
    const healthy = client.listen('subscription { orderTicked }');
    await following(1);
    const cases: readonly (readonly [string, Record<string, unknown>, string])[] = [
      ['subscription($x: Boolean!) { orderTicked @include(if: $x) }', { x: true }, 'GRAPHQL_VALIDATION_FAILED'],
      [
        'subscription($x: Boolean!) { ...F } fragment F on Subscription { orderTicked @skip(if: $x) }',
        { x: true },
        'GRAPHQL_VALIDATION_FAILED',
      ],
      ['subscription { orderTicked orderUpdated { number } }', {}, 'GRAPHQL_VALIDATION_FAILED'],
      ['subscription { nonsense }', {}, 'GRAPHQL_VALIDATION_FAILED'],
      ['subscription {', {}, 'GRAPHQL_PARSE_FAILED'],
      ['query A { __typename } query B { __typename }', {}, 'OPERATION_RESOLUTION_FAILURE'],
      ['subscription($id: ID!) { orderUpdated(orderId: $id) { number } }', { id: { no: 1 } }, 'BAD_USER_INPUT'],
      ['subscription { orderUpdated { number } }', {}, 'FORBIDDEN'],
      [`{ ${'order(id: "o") { previous { '.repeat(1)}${'previous { '.repeat(15)}id${' }'.repeat(17)} }`, {}, 'QUERY_TOO_COSTLY'],
    ];
    for (const [query, variables, code] of cases) {
      const refused = client.listen(query, variables);
      await eventually(() => refused.ended.errors);
      expect(refused.ended.errors).toMatchObject([{ extensions: { code } }]);
      expect(refused.events).toEqual([]);
    }
    marketplace.updates.happened({ number: 1 });
    await eventually(() => healthy.events.length === 1);
    expect(healthy.events).toEqual([{ data: { orderTicked: 1 } }]);
    await client.close();
    await following(0);
  });

  test('a subgraph is released as soon as the client unsubscribes, and when its socket vanishes', async () => {
    const client = connect(url);
    const first = client.listen(NUMBERS);
    const second = client.listen(NUMBERS);
    await following(2);
    first.unsubscribe();
    await following(1);
    marketplace.updates.happened({ number: 1 });
    await eventually(() => second.events.length === 1);
    expect(first.events).toEqual([]);
    client.cut();
    await following(0);
  });

  test('a live operation counts as open once what happens from then on reaches its client, and no sooner', async () => {
    marketplace.hang('order');
    marketplace.asked['order']?.splice(0);
    const client = connect(url);
    const updates = client.listen(NUMBERS);
    await eventually(() => marketplace.asked['order']?.some(({ query }) => query.includes('orderUpdated')));
    expect(await openOperations()).toBe(0);
    marketplace.hang('order', false);
    await eventually(async () => (await openOperations()) === 1);
    marketplace.updates.happened({ number: 1 });
    await eventually(() => updates.events.length === 1);
    await client.close();
    await eventually(async () => (await openOperations()) === 0);
    await following(0);
  });

  test('a client comes back with its cursor and misses nothing', async () => {
    const withCursor = 'subscription($after: String) { orderUpdated(after: $after) { cursor number } }';
    const first = connect(url);
    const before = first.listen(withCursor);
    await following(1);
    marketplace.updates.happened({ number: 1 });
    await eventually(() => before.events.length === 1);
    await first.close();
    await following(0);
    for (const number of [2, 3]) marketplace.updates.happened({ number });
    const { cursor } = (before.events[0]?.data as { orderUpdated: { cursor: string } }).orderUpdated;
    const second = connect(url);
    const after = second.listen(withCursor, { after: cursor });
    await eventually(() => after.events.length === 2);
    marketplace.updates.happened({ number: 4 });
    await eventually(() => after.events.length === 3);
    expect(numbers(after)).toEqual([2, 3, 4]);
    await second.close();
    await following(0);
  });

  test('a stream that has seen nothing yet goes on when its subgraph ends it, and tells of what happened meanwhile', async () => {
    const client = connect(url);
    const updates = client.listen(NUMBERS);
    await following(1);
    marketplace.updates.endAll();
    for (const number of [1, 2]) marketplace.updates.happened({ number });
    await eventually(() => updates.events.length === 2 || updates.ended.errors);
    expect(updates.events).toEqual([1, 2].map((number) => ({ data: { orderUpdated: { number } } })));
    expect(updates.ended).toEqual({});
    await client.close();
    await following(0);
  });

  test('a socket is closed when its token runs out, after a warning, for its client to come back with a new one', async () => {
    const expiresAt = Math.floor(Date.now() / 1_000 + 6) * 1_000;
    const client = connect(url, `Bearer ${await marketplace.tokens.token({ expiresAt })}`);
    const updates = client.listen(NUMBERS);
    await following(1);
    await eventually(() => client.pings.length > 0);
    expect(client.pings).toEqual([{ tokenExpiresAt: new Date(expiresAt).toISOString() }]);
    marketplace.updates.happened({ number: 1 });
    await eventually(() => updates.events.length === 1);
    await eventually(() => updates.ended.closeCode);
    expect(updates.ended).toEqual({ closeCode: 4403 });
    await following(0);
    const late = connect(url, await marketplace.tokens.token({ expiresAt: Date.now() - 5_000 })).listen(NUMBERS);
    await eventually(() => late.ended.closeCode);
    expect(late.ended).toEqual({ closeCode: 4403 });
  });

  test('a socket is closed when its session ends elsewhere, and a token of that session opens nothing more', async () => {
    const authorization = `Bearer ${await marketplace.tokens.token({ sessionId: 'ses_stolen' })}`;
    const client = connect(url, authorization);
    const other = connect(url, `Bearer ${await marketplace.tokens.token()}`);
    const [updates, others] = [client.listen(NUMBERS), other.listen(NUMBERS)];
    await following(2);
    for (const session of ['ses_left', 'ses_copied', 'ses_stolen']) marketplace.tokens.end(session);
    await eventually(() => updates.ended.closeCode);
    expect(updates.ended).toEqual({ closeCode: 4403 });
    await following(1);

    const again = connect(url, authorization).listen(NUMBERS);
    await eventually(() => again.ended.closeCode);
    expect(again.ended).toEqual({ closeCode: 4403 });
    const { status, errors } = await ask(url, '{ viewer { id } }', { authorization });
    expect({ status, errors }).toMatchObject({
      status: 401,
      errors: [{ extensions: { code: 'UNAUTHENTICATED', reason: 'SESSION_ENDED' } }],
    });
    expect(others.ended).toEqual({});
    await other.close();
    await following(0);
  });

  test('who was sent away is not heard any more, though they do not leave', async () => {
    const expiresAt = Math.floor(Date.now() / 1_000 + 5) * 1_000;
    const client = connect(url, `Bearer ${await marketplace.tokens.token({ expiresAt })}`);
    const updates = client.listen(NUMBERS);
    await following(1);
    client.pause();
    await eventually(() => Date.now() > expiresAt + 100);
    const late = client.listen('mutation Late { orderPlace { id } }');
    client.resume();
    await eventually(() => updates.ended.closeCode && late.ended.closeCode);
    expect(marketplace.asked['order']?.filter(({ query }) => query.includes('Late'))).toEqual([]);
    await following(0);
  });

  test('a token in the header of the upgrade counts where connectionParams gives none', async () => {
    const [ana, ben] = await Promise.all(['usr_ana', 'usr_ben'].map((subject) => marketplace.tokens.token({ subject })));
    const viewerOf = async (client: SocketClient) => {
      const { events, ended } = client.listen('{ viewer { id } }');
      await eventually(() => ended.completed ?? ended.closeCode);
      await client.close();
      return ended.closeCode ?? events[0]?.data;
    };
    const header = { authorization: `Bearer ${ben}` };
    expect(await viewerOf(connect(url, undefined, header))).toEqual({ viewer: { id: 'usr_ben' } });
    expect(await viewerOf(connect(url, '', header))).toEqual({ viewer: { id: 'usr_ben' } });
    expect(await viewerOf(connect(url, ana, header))).toEqual({ viewer: { id: 'usr_ana' } });
    expect(await viewerOf(connect(url, undefined, { authorization: 'Bearer nonsense' }))).toBe(4401);
  });

  test('a socket is refused for good with a token that is none of ours', async () => {
    const elsewhere = await TokenIssuer.create();
    for (const authorization of ['nonsense', 'Bearer nonsense', await elsewhere.token()]) {
      const refused = connect(url, authorization).listen(NUMBERS);
      await eventually(() => refused.ended.closeCode);
      expect(refused.ended).toEqual({ closeCode: 4401 });
    }
    expect(marketplace.updates.followers).toBe(0);
  });

  test('an id that is used again is refused while its operation is planned, and no stream outlives its socket', async () => {
    const socket = await openSocket(url);
    const planned = upTo(20).map((n) => socket.ask({ query: `query Before${n} { asker { ip } }` }));
    void socket.ask({ query: 'subscription First { orderUpdated { number } }' }, 'same');
    socket.say('{"type":"complete","id":"same"}');
    const again = socket.ask({ query: 'subscription Second { orderUpdated(orderId: "2") { orderId } }' }, 'same');
    await Promise.all(planned);
    expect(await socket.ask({ query: 'query After { order(id: "o") { status } }' })).toMatchObject({ data: { order: {} } });
    await Promise.race([again, eventually(() => marketplace.updates.followers > 0)]);
    marketplace.updates.happened({ number: 1 });
    const refusal = { errors: [expect.objectContaining({ extensions: { code: 'BAD_REQUEST' } })] };
    // Where the first was planned and over before the second came, the second is a live operation with events of its own.
    const event = { data: { orderUpdated: { orderId: '2' } } };
    expect([refusal, event]).toContainEqual(await again);
    socket.close();
    await following(0);
  });

  test('a socket has at most 100 operations at a time', async () => {
    const client = connect(url);
    const allowed = upTo(100).map(() => client.listen(NUMBERS));
    const refused = client.listen(NUMBERS);
    await eventually(() => refused.ended.errors);
    expect(refused.ended.errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
    await following(100);
    expect(allowed.every(({ ended }) => Object.keys(ended).length === 0)).toBe(true);
    await client.close();
    await following(0);
  });
});

describe.each(['in one process', 'over HTTP'] as const)('an event that cannot be completed, with its subgraphs %s,', (mode) => {
  let marketplace: Marketplace;
  beforeAll(async () => {
    marketplace = await openMarketplace(mode, { SUBGRAPH_TIMEOUT_MS: '1000' });
    await marketplace.gateway.ready;
  });
  afterAll(() => marketplace.stop());

  test('says so, and the next one comes', async () => {
    const client = connect(marketplace.gateway.url);
    const updates = client.listen('subscription { orderUpdated { number order { lines { product { name } } } } }');
    await eventually(() => marketplace.updates.followers === 1);
    marketplace.hang('catalog');
    marketplace.updates.happened({ number: 1 });
    await eventually(() => updates.events.length === 1);
    marketplace.hang('catalog', false);
    marketplace.updates.happened({ number: 2 });
    await eventually(() => updates.events.length === 2);
    expect(updates.events).toMatchObject([
      {
        data: { orderUpdated: { number: 1, order: { lines: [{ product: { name: null } }, { product: { name: null } }] } } },
        errors: [{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'catalog' } }],
      },
      { data: { orderUpdated: { number: 2, order: { lines: [{ product: { name: 'name of order-2-a' } }, {}] } } } },
    ]);
    expect(updates.ended).toEqual({});
    await client.close();
  });
});

test('in one process, a client that does not read makes the gateway take no more events than it can send', async () => {
  const marketplace = await openMarketplace('in one process');
  const client = connect(marketplace.gateway.url);
  try {
    const updates = client.listen('subscription { orderUpdated { number note } }');
    await eventually(() => marketplace.updates.followers === 1);
    client.pause();
    for (const number of upTo(400)) marketplace.updates.happened({ number, note: 'x'.repeat(100_000) });
    const taken = await steady(() => marketplace.updates.taken);
    expect(taken).toBeLessThan(300);
    client.resume();
    await eventually(() => updates.events.length === 400);
    expect(numbers(updates)).toEqual(upTo(400));
  } finally {
    await client.close();
    await marketplace.stop();
  }
});

describe('over HTTP', () => {
  const NOTES = 'subscription($after: String) { orderUpdated(after: $after) { number note } }';

  test.each([
    ['a thousand small events at once', 1_000, 100, {}],
    ['many at once that are large', 300, 100_000, {}],
    ['what happened since its cursor', 2_000, 5_000, { after: 'c0' }],
  ])('a client gets all of %s: a burst is no slow client', async (_, count, size, variables) => {
    const marketplace = await openMarketplace('over HTTP');
    const client = connect(marketplace.gateway.url);
    try {
      const updates = client.listen(NOTES, variables);
      await eventually(() => marketplace.updates.followers === 1);
      for (const number of upTo(count)) marketplace.updates.happened({ number, note: 'x'.repeat(size) });
      await eventually(() => updates.events.length >= count || Object.keys(updates.ended).length > 0);
      expect(updates.ended).toEqual({});
      expect(numbers(updates)).toEqual(upTo(count));
    } finally {
      await client.close();
      await marketplace.stop();
    }
  });

  test('while a client does not read, its subgraph is released; then it goes on where it was', async () => {
    const marketplace = await openMarketplace('over HTTP');
    const client = connect(marketplace.gateway.url);
    try {
      const updates = client.listen(NOTES);
      await eventually(() => marketplace.updates.followers === 1);
      client.pause();
      for (const number of upTo(600)) marketplace.updates.happened({ number, note: 'x'.repeat(100_000) });
      await eventually(() => marketplace.updates.followers === 0);
      const taken = marketplace.updates.taken;
      expect(taken).toBeLessThan(300);
      client.resume();
      await eventually(() => updates.events.length >= 600 || Object.keys(updates.ended).length > 0);
      expect(updates.ended).toEqual({});
      expect(numbers(updates)).toEqual(upTo(600));
    } finally {
      await client.close();
      await marketplace.stop();
    }
  });

  test('a burst that is larger than may wait ends a stream without cursors, and its client is told', async () => {
    const marketplace = await openMarketplace('over HTTP', { LIVE_BACKLOG_BYTES: '20000' });
    const client = connect(marketplace.gateway.url);
    try {
      const ticks = client.listen('subscription { orderTicked }');
      await eventually(() => marketplace.updates.followers === 1);
      for (const number of upTo(1_000)) marketplace.updates.happened({ number });
      await eventually(() => ticks.ended.errors);
      expect(ticks.ended.errors).toMatchObject([{ extensions: { code: 'SUBSCRIPTION_OVERFLOW', subgraph: 'order' } }]);
      expect(ticks.events.map(({ data }) => data?.['orderTicked'])).toEqual(upTo(ticks.events.length));
      await eventually(() => marketplace.updates.followers === 0);
    } finally {
      await client.close();
      await marketplace.stop();
    }
  });

  test.each([
    ['a variable', NUMBERS, { after: 'c0' }],
    ['a default', 'subscription($from: String = "c0") { orderUpdated(after: $from) { number } }', {}],
    [
      'a variable called like our own',
      'subscription($agora_after: ID) { orderUpdated(after: "c0", orderId: $agora_after) { number } }',
      {},
    ],
    ['a literal', 'subscription { u: orderUpdated(after: "c0") { number } }', {}],
    [
      'nothing',
      'subscription($id: ID) { ...F } fragment F on Subscription { orderUpdated(orderId: $id) { agora_cursor: number number } }',
      {},
    ],
  ])('a stream that begins with %s survives the death of its subgraph, without loss or repeat', async (_, query, variables) => {
    const marketplace = await openMarketplace('over HTTP');
    const client = connect(marketplace.gateway.url);
    try {
      const updates = client.listen(query, variables);
      await eventually(() => marketplace.updates.followers === 1);
      let happened = 0;
      const happen = (count: number) =>
        upTo(count, happened + 1).forEach((number) => marketplace.updates.happened({ number: (happened = number) }));
      for (let deaths = 0; deaths < 3; deaths++) {
        await marketplace.kill('order');
        await eventually(() => marketplace.updates.followers === 0);
        happen(20);
        await marketplace.revive('order');
        happen(20);
        await eventually(() => updates.events.length === happened || updates.ended.errors);
        happen(20);
      }
      await eventually(() => updates.events.length === happened || updates.ended.errors);
      expect(updates.events.map(({ data }) => Object.values(data ?? {})[0])).toEqual(
        upTo(happened).map((number) => (query.includes('agora_cursor') ? { agora_cursor: number, number } : { number })),
      );
      expect(updates.ended).toEqual({});
      expect(marketplace.updates.begun).toHaveLength(4);
    } finally {
      await client.close();
      await marketplace.stop();
    }
  });

  test('a stream that cannot be taken up again ends with an error, never as if nothing more would come', async () => {
    const marketplace = await openMarketplace('over HTTP', { SUBGRAPH_RESUME_MS: '700' });
    const client = connect(marketplace.gateway.url);
    try {
      const nothingSeen = client.listen(NUMBERS);
      const noCursor = client.listen('subscription { orderTicked }');
      const resumable = client.listen(NUMBERS, { after: 'c0' });
      await eventually(() => marketplace.updates.followers === 3);
      const killed = Date.now();
      await marketplace.kill('order');
      for (const lost of [nothingSeen, noCursor, resumable]) {
        await eventually(() => lost.ended.errors);
        expect(lost.ended).toMatchObject({ errors: [{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'order' } }] });
        expect(lost.ended.completed).toBeUndefined();
      }
      expect(Date.now() - killed).toBeGreaterThanOrEqual(700);
      const late = client.listen(NUMBERS);
      await eventually(() => late.ended.errors);
      expect(late.ended.errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }]);
    } finally {
      await client.close();
      await marketplace.stop();
    }
  });
});

// Beside the others, because it waits for two pings.
test.concurrent('a client that is heard is not gone, though no pong of it has come', async () => {
  const marketplace = await openMarketplace('in one process');
  const open = async () => {
    const socket = new WebSocket(`${marketplace.gateway.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { autoPong: false });
    await once(socket, 'open');
    socket.send('{"type":"connection_init"}');
    await once(socket, 'message');
    return socket;
  };
  const [busy, silent] = [await open(), await open()];
  const talking = setInterval(() => busy.send('{"type":"ping"}'), 1_000);
  try {
    expect((await once(silent, 'close'))[0]).toBe(1006);
    await once(busy, 'message');
    expect(busy.readyState).toBe(WebSocket.OPEN);
  } finally {
    clearInterval(talking);
    busy.terminate();
    await marketplace.stop();
  }
});

describe('the socket', () => {
  test('a gateway that stops tells its clients to come back, and waits for none of them', async () => {
    const marketplace = await openMarketplace('in one process');
    const client = connect(marketplace.gateway.url);
    const updates = client.listen(NUMBERS);
    await eventually(() => marketplace.updates.followers === 1);
    const begun = performance.now();
    await Promise.all([marketplace.stop(), marketplace.gateway.stop()]);
    expect(performance.now() - begun).toBeLessThan(FORCED_AFTER_MS);
    await eventually(() => updates.ended.closeCode);
    expect(updates.ended).toEqual({ closeCode: 1012 });
    expect(marketplace.updates.followers).toBe(0);
    await expect(send(marketplace.gateway.url, '/health/live')).rejects.toThrow();
  });

  test('speaks one protocol at one path, and survives what is neither', async () => {
    const marketplace = await openMarketplace('in one process');
    try {
      const address = marketplace.gateway.url.replace('http', 'ws');
      const closeCode = async (socket: WebSocket, ...messages: string[]) => {
        await once(socket, 'open');
        for (const message of messages) socket.send(message);
        const [code] = await once(socket, 'close');
        return code as unknown;
      };
      const elsewhere = new WebSocket(`${address}/elsewhere`, 'graphql-transport-ws');
      await expect(once(elsewhere, 'open')).rejects.toThrow('404');
      expect(await closeCode(new WebSocket(`${address}/graphql`, 'graphql-transport-ws'), 'no JSON')).toBe(4400);
      expect(
        await closeCode(
          new WebSocket(`${address}/graphql`, 'graphql-transport-ws'),
          '{"type":"subscribe","id":"1","payload":{"query":"{a}"}}',
        ),
      ).toBe(4401);
      expect(await closeCode(new WebSocket(`${address}/graphql`, 'graphql-transport-ws'), 'x'.repeat(1_100_000))).toBe(1009);
      expect(await closeCode(new WebSocket(`${address}/graphql`, 'graphql-transport-ws'))).toBe(4408);
      expect((await send(marketplace.gateway.url, '/health/live')).status).toBe(200);
    } finally {
      await marketplace.stop();
    }
  });
});

/** The value once it has stayed the same for half a second. */
async function steady(read: () => number): Promise<number> {
  let last = { value: -1, since: 0 };
  await eventually(() => {
    const value = read();
    if (value !== last.value) last = { value, since: Date.now() };
    return Date.now() - last.since > 500;
  });
  return last.value;
}
