import { brotliCompressSync, constants } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { eventually } from '@agora/platform/testing/eventually';
import { ownBudgets } from '@agora/platform/budgets/budgets';
import * as z from 'zod';
import { describeOnRedis } from '@agora/platform/testing/describe-on-redis';
import { startRedis, type TestRedis } from '@agora/platform/testing/redis';
import { AskerBudgets } from '../src/budgets/asker-budgets.ts';
import { ask, connect, type HttpAnswer, send } from '../testing/client.ts';
import { type Marketplace, openMarketplace } from '../testing/marketplace.ts';

const RATE_LIMIT = '{ rateLimit { cost limit remaining resetAt windowSeconds } }';
const RateLimit = z.object({
  rateLimit: z.object({
    cost: z.int(),
    limit: z.int(),
    remaining: z.int(),
    resetAt: z.iso.datetime().pipe(z.coerce.date()),
    windowSeconds: z.int(),
  }),
});
const BEHIND_A_PROXY = { AGORA_RATE_LIMIT: 'on', TRUSTED_PROXIES: '127.0.0.1' };

describe.each([
  ['the express lane', {}],
  ['Apollo Server', { accept: 'application/json;q=0.9' }],
])('what one asker may do, over %s', (_way, more) => {
  let marketplace: Marketplace;
  let url: string;
  beforeAll(async () => {
    marketplace = await openMarketplace('in one process', {
      ...BEHIND_A_PROXY,
      VIEWER_COST_PER_MINUTE: '40000',
      GUEST_COST_PER_MINUTE: '20000',
    });
    url = marketplace.gateway.url;
  });
  afterAll(() => marketplace.stop());
  const from = (address: string) => ({ ...more, 'x-forwarded-for': address });

  test('is told by rateLimit, and refused with the time to wait once it is spent', async () => {
    const guest = from('203.0.113.1');
    const before = Date.now();
    const first = RateLimit.parse((await ask(url, RATE_LIMIT, guest)).data).rateLimit;
    expect(first).toMatchObject({ limit: 20_000, windowSeconds: 60 });
    expect(first.cost).toBeGreaterThan(0);
    expect(first.remaining).toBeGreaterThanOrEqual(20_000 - first.cost);
    expect(first.remaining).toBeLessThan(20_000);
    expect(first.resetAt.getTime()).toBeGreaterThan(before);

    const refused = await refusal(() => ask(url, RATE_LIMIT, guest), /^Too many costly operations; try again in \d+ s\.$/);
    expectRateLimited(refused);
    expect(refused.data).toBeUndefined();
  });

  test("is another's at another address, another network, and of an account wherever it comes from", async () => {
    await refusal(() => ask(url, RATE_LIMIT, from('2001:db8:0:1::1')));
    expect(isMuchSpent(await ask(url, RATE_LIMIT, from('2001:db8:0:1::2')))).toBe(true);
    expect((await ask(url, RATE_LIMIT, from('2001:db8:0:2::1'))).status).toBe(200);

    const account = { authorization: `Bearer ${await marketplace.tokens.token()}` };
    const { limit } = RateLimit.parse((await ask(url, RATE_LIMIT, { ...from('2001:db8:0:1::1'), ...account })).data).rateLimit;
    expect(limit).toBe(40_000);
    await refusal(() => ask(url, RATE_LIMIT, { ...from('203.0.113.2'), ...account }));
    expect(isMuchSpent(await ask(url, RATE_LIMIT, { ...from('203.0.113.3'), ...account }))).toBe(true);
  });

  test('is spent by each of equal queries, though they are answered together', async () => {
    marketplace.hang('order');
    let answered = 0;
    const asked = Array.from({ length: 100 }, () => ask(url, '{ order(id: "o") { id } }', from('203.0.113.4')).finally(() => answered++));
    await eventually(async () => answered + (await requestsUnderWay(url)) > 100);
    marketplace.hang('order', false);
    const codes = (await Promise.all(asked)).map(({ status }) => status);
    expect(new Set(codes)).toEqual(new Set([200, 429]));
    expect(codes.filter((status) => status === 200).length).toBeLessThan(80);
  });

  test('is spent once by an operation whose variables do not fit', async () => {
    const guest = from('203.0.113.5');
    const query = 'query ($id: ID!) { rateLimit { cost remaining limit resetAt windowSeconds } order(id: $id) { id } }';
    const tell = async () => RateLimit.parse((await ask(url, query, guest, { id: 'o' })).data).rateLimit;
    const { cost, remaining } = await tell();
    for (let n = 0; n < 5; n++) expect((await ask(url, query, guest, { id: [n] })).errors).toBeDefined();
    expect(remaining - (await tell()).remaining).toBeLessThanOrEqual(6 * cost);
  });

  test.each<[what: string, one: (url: string, headers: Record<string, string>) => Promise<HttpAnswer>]>([
    ['operations that are not valid', (url, headers) => ask(url, '{ nothing }', headers)],
    [
      'operations that are too deep',
      (url, headers) => ask(url, `{ order(id: "o") { ${'previous { '.repeat(20)} id ${'} '.repeat(20)} } }`, headers),
    ],
    ['bad tokens', (url, headers) => ask(url, '{ asker { ip } }', { ...headers, authorization: 'Bearer bad' })],
    ['bodies that are no JSON', (url, headers) => post(url, '{', headers)],
    ['requests without an operation', (url, headers) => post(url, '{}', headers)],
  ])('ends for a while after too many %s, for that asker alone', async (_what, one) => {
    const attacker = from('198.51.100.1');
    const refused = await refusal(() => one(url, attacker), /^Too many refused operations; try again in \d+ s\.$/);
    expectRateLimited(refused);
    expect(refused.headers.get('retry-after')).toBe(String(refused.errors?.[0]?.extensions?.['retryAfterSeconds']));
    const afterAnother = async () => {
      await one(url, attacker);
      return ask(url, '{ asker { ip } }', attacker);
    };
    expectRateLimited(await refusal(afterAnother));

    expect((await ask(url, '{ asker { ip } }', from('198.51.100.2'))).status).toBe(200);
    const account = { authorization: `Bearer ${await marketplace.tokens.token({ subject: 'usr_2' })}` };
    expect((await ask(url, '{ asker { ip } }', { ...attacker, ...account })).status).toBe(200);
    await eventually(async () => (await ask(url, '{ asker { ip } }', attacker)).status === 200);
  });
});

describe.each([
  ['the express lane', {}],
  ['Apollo Server', { accept: 'application/json;q=0.9' }],
])('documents that nobody has sent before, over %s', (_way, more) => {
  let marketplace: Marketplace;
  beforeAll(async () => {
    marketplace = await openMarketplace('in one process', {
      ...BEHIND_A_PROXY,
      GUEST_COST_PER_MINUTE: '2000000000',
      NEW_DOCUMENTS_MS_PER_MINUTE: '600',
    });
  });
  afterAll(() => marketplace.stop());

  test('have a little of the gateway, and what is known goes on being answered', async () => {
    const { url } = marketplace.gateway;
    const [attacker, other] = [
      { ...more, 'x-forwarded-for': '198.51.100.3' },
      { ...more, 'x-forwarded-for': '198.51.100.4' },
    ];
    const known = '{ asker { ip } }';

    let count = 0;
    const flood = async () => {
      expect((await ask(url, known, other)).data).toEqual({ asker: { ip: '198.51.100.4' } });
      return askFor(url, count++, attacker);
    };
    expectRateLimited(await refusal(flood, /^Too many new documents; try again in \d+ s\.$/));
    expect((await ask(url, known, attacker)).data).toEqual({ asker: { ip: '198.51.100.3' } });
    expect((await askFor(url, count++, other)).status).toBe(200);
  });

  test('are refused alike when many come at once, and what others send meanwhile takes its turn between them', async () => {
    const { url } = marketplace.gateway;
    const attacker = { ...more, 'x-forwarded-for': '198.51.100.7' };
    let count = 1_000_000;
    const wave = async () => {
      const [one, ...others] = await Promise.all([
        askFor(url, count++, attacker),
        ...Array.from({ length: 9 }, () => askFor(url, count++, attacker)),
      ]);
      return others.find(({ status }) => status === 429) ?? one;
    };
    const refused = refusal(wave, /^Too many new documents; try again in \d+ s\.$/);
    expect((await askFor(url, count++, { ...more, 'x-forwarded-for': '198.51.100.8' })).status).toBe(200);
    expectRateLimited(await refused);
  });
});

describe('bodies that are compressed', () => {
  let marketplace: Marketplace;
  beforeAll(async () => {
    marketplace = await openMarketplace('in one process', { ...BEHIND_A_PROXY, NEW_DOCUMENTS_MS_PER_MINUTE: '600' });
  });
  afterAll(() => marketplace.stop());

  test('have as little of the gateway, and what comes as it is goes on being answered', async () => {
    const { url } = marketplace.gateway;
    const brotli = { 'content-encoding': 'br', 'x-forwarded-for': '198.51.100.5' };
    const bomb = brotliCompressSync(Buffer.alloc(64_000_000), {
      params: { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_QUALITY]: 5 },
    });
    const known = '{"query":"{ asker { ip } }"}';
    expect((await post(url, known, { 'x-forwarded-for': '198.51.100.6' })).status).toBe(200);
    const flood = async () => {
      const [one, ...others] = await Promise.all([post(url, bomb, brotli), ...Array.from({ length: 9 }, () => post(url, bomb, brotli))]);
      return others.find(({ status }) => status === 429) ?? one;
    };
    expectRateLimited(await refusal(flood, /^Too many new documents/));
    expect((await post(url, known, { 'x-forwarded-for': '198.51.100.5' })).status).toBe(200);
    const small = { ...brotli, 'x-forwarded-for': '198.51.100.6' };
    expect((await post(url, brotliCompressSync(known), small)).status).toBe(200);
  });
});

test('never seen documents of many addresses together have no more of the gateway than a share', () => {
  const perMinute = { costOfViewer: 1, costOfGuest: 1, learningMs: 3_000 };
  const budgets = new AskerBudgets(ownBudgets, perMinute, { capacity: 100, refillPerSecond: 0.001, what: 'new documents' });
  const at = (host: number) => ({ actor: null, ip: `203.0.113.${host}` });
  for (const host of [1, 2, 3]) {
    expect(budgets.refusalToLearn(at(host))).toBeNull();
    budgets.learn(at(host), () => workFor(40));
  }
  expect(budgets.refusalToLearn(at(4))?.extensions).toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) });
});

test('never seen documents of one address have no more than the setting says, and those of another theirs', () => {
  const budgets = new AskerBudgets(ownBudgets, { costOfViewer: 1, costOfGuest: 1, learningMs: 30 });
  const [one, other] = [
    { actor: null, ip: '203.0.113.1' },
    { actor: null, ip: '203.0.113.2' },
  ];
  budgets.learn(one, () => workFor(40));
  expect(budgets.refusalToLearn(one)?.extensions).toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) });
  expect(budgets.refusalToLearn(other)).toBeNull();
});

function workFor(ms: number): void {
  const { user, system } = process.threadCpuUsage();
  for (let spent = 0; spent < 1000 * ms;) {
    const now = process.threadCpuUsage();
    spent = now.user + now.system - user - system;
  }
}

describe('on a socket', () => {
  let marketplace: Marketplace;
  beforeEach(async () => {
    marketplace = await openMarketplace('in one process', { AGORA_RATE_LIMIT: 'on', VIEWER_COST_PER_MINUTE: '5000' });
  });
  afterEach(() => marketplace.stop());

  test.each([
    ['operations that are not valid', '{ nothing }'],
    ['live operations that are not valid', 'subscription { nothing }'],
    ['documents that cannot be read', '{'],
  ])('too many %s end alone, and the socket goes on', async (_what, query) => {
    const client = connect(marketplace.gateway.url, await marketplace.tokens.token());
    const live = client.listen('subscription { orderUpdated { number } }');
    await eventually(() => marketplace.updates.followers === 1);

    const flood = Array.from({ length: 700 }, () => client.listen(query));
    await eventually(() => flood.every(({ ended }) => ended.errors));
    const refused = flood.filter(({ ended }) => ended.errors?.[0]?.extensions?.['code'] === 'RATE_LIMITED');
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]?.ended.errors?.[0]?.extensions).toEqual({ code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) });

    marketplace.updates.happened({ number: 7 });
    await eventually(() => live.events.length === 1);
    expect(live.events[0]?.data).toEqual({ orderUpdated: { number: 7 } });
    await client.close();
  });

  test.each(['{ asker { ip } }', 'subscription { orderUpdated { number } }'])('%s costs, and its refusal ends it alone', async (query) => {
    const client = connect(marketplace.gateway.url, await marketplace.tokens.token());
    const refusals = await eventually(async () => {
      const asked = client.listen(query);
      await eventually(() => asked.events.length > 0 || asked.ended.errors || marketplace.updates.followers > 0);
      asked.unsubscribe();
      await eventually(() => marketplace.updates.followers === 0);
      return asked.ended.errors ?? asked.events[0]?.errors;
    });
    expect(refusals).toMatchObject([{ extensions: { code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) } }]);
    await eventually(() => {
      const later = client.listen(query);
      return eventually(() => later.events.some(({ errors }) => !errors) || marketplace.updates.followers > 0, 500);
    });
    await client.close();
  });
});

describe('the events of a live operation', () => {
  let marketplace: Marketplace;
  beforeAll(async () => {
    marketplace = await openMarketplace('in one process', { AGORA_RATE_LIMIT: 'on', VIEWER_COST_PER_MINUTE: '20000' });
  });
  afterAll(() => marketplace.stop());

  test('cost what it cost to begin with, and come late rather than never', async () => {
    const token = await marketplace.tokens.token();
    const client = connect(marketplace.gateway.url, token);
    const live = client.listen('subscription { orderUpdated { number } }');
    await eventually(() => marketplace.updates.followers === 1);

    const numbers = Array.from({ length: 75 }, (_, number) => number);
    for (const number of numbers) marketplace.updates.happened({ number });
    await eventually(() => live.events.length > 50);
    await refusal(() => ask(marketplace.gateway.url, RATE_LIMIT, { authorization: `Bearer ${token}` }));
    expect(live.events.length).toBeLessThan(numbers.length);
    await eventually(() => live.events.length === numbers.length);
    expect(live.events.map(({ data }) => data)).toEqual(numbers.map((number) => ({ orderUpdated: { number } })));
    await client.close();
  });
});

describe('with AGORA_RATE_LIMIT=off', () => {
  let marketplace: Marketplace;
  beforeAll(async () => {
    marketplace = await openMarketplace('in one process', { AGORA_RATE_LIMIT: 'off', GUEST_COST_PER_MINUTE: '1' });
  });
  afterAll(() => marketplace.stop());

  test('nothing is limited, and there is nothing to tell', async () => {
    for (let i = 0; i < 700; i++) expect((await ask(marketplace.gateway.url, '{ nothing }')).status).toBe(400);
    const { data, errors } = await ask(marketplace.gateway.url, RATE_LIMIT);
    expect({ data, errors }).toEqual({ data: { rateLimit: null }, errors: undefined });
  });
});

describeOnRedis('two gateways with one Redis', () => {
  let redis: TestRedis;
  let marketplaces: Marketplace[];
  beforeEach(async () => {
    redis = await startRedis();
    const env = { ...BEHIND_A_PROXY, REDIS_URL: redis.url, GUEST_COST_PER_MINUTE: '6000' };
    marketplaces = await Promise.all([openMarketplace('in one process', env), openMarketplace('in one process', env)]);
  });
  afterEach(async () => {
    await Promise.all(marketplaces.map((marketplace) => marketplace.stop()));
    await redis.stop();
  });
  const remainingAt = async (marketplace: Marketplace | undefined, address: string) => {
    const { data } = await ask(marketplace?.gateway.url ?? '', RATE_LIMIT, { 'x-forwarded-for': address });
    return data ? RateLimit.parse(data).rateLimit.remaining : 0;
  };

  test('have one budget, and go on with one each while Redis is away', async () => {
    const [one, other] = marketplaces;
    await eventually(async () => (await remainingAt(one, '203.0.113.1')) < 1_500);
    await eventually(async () => (await remainingAt(other, '203.0.113.1')) < 1_500);
    const [atOne, atOther] = [await remainingAt(one, '203.0.113.1'), await remainingAt(other, '203.0.113.1')];
    expect(Math.max(atOne, atOther)).toBeLessThan(1_500);

    await redis.kill();
    for (const marketplace of marketplaces) expect(await remainingAt(marketplace, '203.0.113.2')).toBeGreaterThan(4_500);
    await eventually(async () => (await remainingAt(one, '203.0.113.2')) === 0);
    expect(await remainingAt(other, '203.0.113.2')).toBeGreaterThan(4_500);

    await redis.revive();
    await eventually(async () => {
      const address = `203.0.113.${3 + Math.floor(Math.random() * 250)}`;
      const full = await remainingAt(one, address);
      await eventually(async () => (await remainingAt(one, address)) < full / 2);
      await remainingAt(other, address);
      return eventually(async () => (await remainingAt(other, address)) < full / 2, 1_000);
    });
  });
});

/** Asks until it is refused for this reason; far more often than is allowed. */
async function refusal(attempt: () => Promise<HttpAnswer>, reason = /./): Promise<HttpAnswer> {
  for (let tries = 0; tries < 5_000; tries++) {
    const answer = await attempt();
    if (answer.status === 429 && reason.test(answer.errors?.[0]?.message ?? '')) return answer;
  }
  throw new Error('It was never refused.');
}

/** Whether less than half is left of what has been spent a moment ago, however slow this machine is. */
function isMuchSpent({ status, data }: HttpAnswer): boolean {
  if (status === 429) return true;
  const { remaining, limit } = RateLimit.parse(data).rateLimit;
  return remaining < limit / 2;
}

/** This question included. */
async function requestsUnderWay(url: string): Promise<number> {
  return Number(/^agora_gateway_held{what="requests"} (\d+)$/m.exec((await send(url, '/metrics')).text)?.[1]);
}

function expectRateLimited(answer: HttpAnswer): void {
  expect(answer.status).toBe(429);
  expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
  expect(answer.errors).toEqual([
    {
      message: expect.stringMatching(/^Too many .*; try again in \d+ s\.$/),
      extensions: { code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) },
    },
  ]);
}

function post(url: string, body: string | Buffer<ArrayBuffer>, headers: Readonly<Record<string, string>>): Promise<HttpAnswer> {
  return send(url, '/graphql', { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
}

/** As much as a document may have of what has to be read and checked. */
function neverSeen(count: number): string {
  const others = Array.from({ length: 20 }, (_, i) => `query Other${i} { order(id: "o") { ${LINES} previous { ${LINES} ${LINES} } } }`);
  return `query Q${count} { asker { ip } } ${others.join(' ')}`;
}

const LINES = 'lines { quantity product { sku name price(currency: "EUR") seller { id name } } }';

function askFor(url: string, count: number, headers: Readonly<Record<string, string>>): Promise<HttpAnswer> {
  return post(url, JSON.stringify({ query: neverSeen(count), operationName: `Q${count}` }), headers);
}
