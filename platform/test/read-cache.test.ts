import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import { describeOnRedis } from '../testing/describe-on-redis.ts';
import { startRedis, type TestRedis } from '../testing/redis.ts';
import { MemoryStore } from '../src/caching/memory-store.ts';
import { ReadCache } from '../src/caching/read-cache.ts';
import { RedisStore } from '../src/caching/redis-store.ts';
import type { Store } from '../src/caching/store.ts';
import { newUuid } from '../src/ids.ts';
import type { Cached } from '../src/reading/cached.ts';
import { eventually } from '../testing/eventually.ts';

interface Row {
  readonly id: string;
  readonly price: number;
}

const product: Cached<Row> = {
  kinds: ['product'],
  isFor: () => true,
  namesOf: (_, [row]) => (row ? [`product/${row.id}`] : null),
};
const KEEPS_MS = 600_000;

/** A database of prices that says how often it was asked, and answers when it may. */
class Prices {
  readonly prices = new Map([
    ['lamp', 10],
    ['mug', 5],
  ]);
  asked: string[][] = [];
  #gate: Promise<void> = Promise.resolve();

  /** Whoever asks from now on reads at once, and is answered once what this gives is called. */
  holdAnswers(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#gate = promise;
    return () => {
      this.#gate = Promise.resolve();
      resolve();
    };
  }

  readonly find = async (keys: readonly string[]): Promise<Map<string, Row[]>> => {
    this.asked.push([...keys]);
    const read = keys.flatMap((id) => {
      const price = this.prices.get(id);
      return price === undefined ? [] : [{ id, price }];
    });
    await this.#gate;
    return Map.groupBy(read, ({ id }) => id);
  };

  async priceIn(cache: ReadCache, id: string): Promise<number | undefined> {
    return (await cache.load(product, { statement: 'prices', keys: [id], find: this.find })).get(id)?.[0]?.price;
  }
}

cacheContract('in memory', describe, async () => ({
  open: () => new MemoryStore({ maxBytes: 1_000_000, keepsMs: KEEPS_MS }),
  stop: async () => {},
}));

cacheContract('in Redis', describeOnRedis, async () => {
  const redis = await startRedis();
  return { open: () => inRedis(redis, newUuid()), stop: () => redis.stop() };
});

function inRedis(redis: TestRedis, service: string, log = pino({ level: 'silent' })): RedisStore {
  return new RedisStore({ url: redis.url, service, keepsMs: KEEPS_MS, log });
}

/** Once it keeps what it is given. */
async function ready(store: Store): Promise<void> {
  await eventually(async () => (await store.find(['product'], ['nothing'])).lease !== null);
}

/** What a read cache promises, wherever it keeps what was read. */
function cacheContract(
  where: string,
  suite: (name: string, tests: () => void) => void,
  start: () => Promise<{ readonly open: () => Store; readonly stop: () => Promise<void> }>,
): void {
  suite(`a read cache ${where}`, () => {
    let place: Awaited<ReturnType<typeof start>>;
    const stores: Store[] = [];
    const open = async () => {
      const store = place.open();
      stores.push(store);
      await ready(store);
      return { cache: new ReadCache('shop', store), prices: new Prices() };
    };
    beforeAll(async () => {
      place = await start();
    });
    afterEach(async () => void (await Promise.all(stores.splice(0).map((store) => store.stop()))));
    afterAll(() => place?.stop());

    test('asks the database once for what everybody asks', async () => {
      const { cache, prices } = await open();
      for (let i = 0; i < 3; i++) expect(await prices.priceIn(cache, 'lamp')).toBe(10);
      expect(prices.asked).toEqual([['lamp']]);
    });

    test('asks the database once for a thousand who ask at the same time', async () => {
      const { cache, prices } = await open();
      const answer = prices.holdAnswers();
      const asking = Array.from({ length: 1_000 }, () => prices.priceIn(cache, 'lamp'));
      await eventually(() => prices.asked.length > 0);
      answer();
      expect(new Set(await Promise.all(asking))).toEqual(new Set([10]));
      expect(prices.asked).toEqual([['lamp']]);
    });

    test('asks for what is missing alone, with one statement', async () => {
      const { cache, prices } = await open();
      await prices.priceIn(cache, 'lamp');
      const both = await cache.load(product, { statement: 'prices', keys: ['lamp', 'mug', 'chair'], find: prices.find });
      expect([...both].map(([key, [row]]) => [key, row?.price])).toEqual(
        expect.arrayContaining([
          ['lamp', 10],
          ['mug', 5],
          ['chair', undefined],
        ]),
      );
      expect(prices.asked).toEqual([['lamp'], ['mug', 'chair']]);
    });

    test('forgets what was purged, and nothing else', async () => {
      const { cache, prices } = await open();
      await prices.priceIn(cache, 'lamp');
      await prices.priceIn(cache, 'mug');
      prices.prices.set('lamp', 11);
      cache.purge(['product/lamp']);
      expect([await prices.priceIn(cache, 'lamp'), await prices.priceIn(cache, 'mug')]).toEqual([11, 5]);
      expect(prices.asked).toEqual([['lamp'], ['mug'], ['lamp']]);
    });

    test('does not keep what was read before a purge and comes after it, nor give it to those who ask then', async () => {
      const { cache, prices } = await open();
      const answer = prices.holdAnswers();
      const early = prices.priceIn(cache, 'lamp');
      await eventually(() => prices.asked.length === 1);
      prices.prices.set('lamp', 11);
      cache.purge(['product/lamp']);
      const late = prices.priceIn(cache, 'lamp');
      answer();
      expect([await early, await late]).toEqual([10, 11]);
      expect(await prices.priceIn(cache, 'lamp')).toBe(11);
    });

    test('does not let what was read before a purge take the place of what was read after it', async () => {
      const { cache, prices } = await open();
      const answerEarly = prices.holdAnswers();
      const early = prices.priceIn(cache, 'lamp');
      await eventually(() => prices.asked.length === 1);
      prices.prices.set('lamp', 11);
      cache.purge(['product/lamp']);
      prices.holdAnswers()();
      expect(await prices.priceIn(cache, 'lamp')).toBe(11);
      answerEarly();
      expect(await early).toBe(10);
      expect(await prices.priceIn(cache, 'lamp')).toBe(11);
    });

    test('keeps nothing that is not there, so that it is found once it is', async () => {
      const { cache, prices } = await open();
      expect(await prices.priceIn(cache, 'chair')).toBeUndefined();
      prices.prices.set('chair', 80);
      expect(await prices.priceIn(cache, 'chair')).toBe(80);
    });

    test('gives to nobody what was read by another statement, or with other values', async () => {
      const { cache, prices } = await open();
      await prices.priceIn(cache, 'lamp');
      const find = () => Promise.resolve(new Map([['lamp', [{ id: 'lamp', price: 9 }]]]));
      const other = await cache.load(product, { statement: 'prices of a friend', keys: ['lamp'], find });
      expect(other.get('lamp')).toEqual([{ id: 'lamp', price: 9 }]);
    });

    test('passes on why the database did not answer, and asks again the next time', async () => {
      const { cache, prices } = await open();
      const away = { statement: 'prices', keys: ['lamp'], find: () => Promise.reject(new Error('The database is away.')) };
      const asking = Array.from({ length: 3 }, () => cache.load(product, away));
      for (const { status } of await Promise.allSettled(asking)) expect(status).toBe('rejected');
      expect(await prices.priceIn(cache, 'lamp')).toBe(10);
    });
  });
}

describe('a read cache in memory', () => {
  const rowOf = (id: string) => ({ id, words: 'x'.repeat(1_000) });
  const wordy: Cached<{ readonly id: string }> = { ...product, namesOf: (id) => [`product/${id}`] };

  test('holds no more bytes than it may, and keeps what is used', async () => {
    const store = new MemoryStore({ maxBytes: 200_000, keepsMs: KEEPS_MS });
    const cache = new ReadCache('shop', store);
    let asked = 0;
    const find = async (keys: readonly string[]) => {
      asked += keys.length;
      return new Map(keys.map((key) => [key, [rowOf(key)]]));
    };
    const ask = (id: string) => cache.load(wordy, { statement: 'words', keys: [id], find });
    for (let i = 0; i < 2_000; i++) {
      await ask('popular');
      await ask(`rare-${i}`);
      expect(store.bytes).toBeLessThanOrEqual(200_000);
    }
    expect(store.bytes).toBeGreaterThan(100_000);
    expect(asked).toBe(2_001);
  });

  test('lets nobody change what others are given', async () => {
    const cache = new ReadCache('shop', new MemoryStore({ maxBytes: 200_000, keepsMs: KEEPS_MS }));
    const find = () => Promise.resolve(new Map([['lamp', [{ id: 'lamp', names: { es: 'Lámpara' } }]]]));
    const ask = async () => (await cache.load(wordy, { statement: 'names', keys: ['lamp'], find })).get('lamp');
    await ask();
    const rows = (await ask()) as unknown as { names: { es: string } }[];
    expect(() => {
      for (const { names } of rows) names.es = 'Mesa';
    }).toThrow(TypeError);
  });

  test('forgets after a while, should word of a change be lost', async () => {
    const cache = new ReadCache('shop', new MemoryStore({ maxBytes: 200_000, keepsMs: 1 }));
    const prices = new Prices();
    await prices.priceIn(cache, 'lamp');
    prices.prices.set('lamp', 11);
    await eventually(async () => (await prices.priceIn(cache, 'lamp')) === 11);
  });
});

describeOnRedis('a read cache that replicas share in Redis', () => {
  let redis: TestRedis;
  const opened: Store[] = [];
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterEach(async () => void (await Promise.all(opened.splice(0).map((store) => store.stop()))));
  afterAll(() => redis?.stop());

  async function replicas(count: number, log = pino({ level: 'silent' })) {
    const service = newUuid();
    const stores = Array.from({ length: count }, () => inRedis(redis, service, log));
    opened.push(...stores);
    for (const store of stores) await ready(store);
    return { service, prices: new Prices(), caches: stores.map((store) => new ReadCache('shop', store)) };
  }

  test('answers one with what another has read', async () => {
    const { prices, caches } = await replicas(2);
    for (const cache of caches) expect(await prices.priceIn(cache, 'lamp')).toBe(10);
    expect(prices.asked).toEqual([['lamp']]);
  });

  test('keeps nothing of one that read before another has purged it', async () => {
    const [{ prices, caches }] = [await replicas(2)];
    const [slow, quick] = caches as [ReadCache, ReadCache];
    const answer = prices.holdAnswers();
    const early = prices.priceIn(slow, 'lamp');
    await eventually(() => prices.asked.length === 1);
    prices.prices.set('lamp', 11);
    quick.purge(['product/lamp']);
    answer();
    expect(await early).toBe(10);
    expect(await prices.priceIn(quick, 'lamp')).toBe(11);
    // Of this one the event has not arrived yet; what it read is not kept all the same.
    expect(await prices.priceIn(slow, 'lamp')).toBe(11);
  });

  test('finds nothing whose marks were lost, as by a Redis that is full', async () => {
    const { service, prices, caches } = await replicas(1);
    const [cache] = caches as [ReadCache];
    await prices.priceIn(cache, 'lamp');
    const client = new Redis(redis.url);
    try {
      prices.prices.set('lamp', 11);
      await client.unlink(`agora:cache:${service}:mark:product/lamp`);
      expect(await prices.priceIn(cache, 'lamp')).toBe(11);
      expect(await prices.priceIn(cache, 'lamp')).toBe(11);
    } finally {
      client.disconnect();
    }
    expect(prices.asked).toHaveLength(2);
  });

  test('keeps what is asked again after a Redis refused, over open connections, more than once what it was told', async () => {
    const { prices, caches } = await replicas(1);
    const [cache] = caches as [ReadCache];
    const operator = new Redis(redis.url);
    const refused = async () => Number(/errorstat_NOPERM:count=(\d+)/.exec(await operator.info('errorstats'))?.[1] ?? 0);
    try {
      await operator.call('ACL', 'SETUSER', 'default', '-unlink');
      cache.purge(['product/mug']);
      await eventually(async () => (await refused()) > 1);
    } finally {
      await operator.call('ACL', 'SETUSER', 'default', '+unlink');
      operator.disconnect();
    }
    await eventually(async () => {
      const before = prices.asked.length;
      expect(await prices.priceIn(cache, 'lamp')).toBe(10);
      return prices.asked.length === before;
    }, 60_000);
  });

  test('reads from the database while Redis does not answer, says so once, and trusts nothing of before when it is back', async () => {
    const said: string[] = [];
    const log = pino({ level: 'warn' }, { write: (line: string) => void said.push((JSON.parse(line) as { msg: string }).msg) });
    const { prices, caches } = await replicas(1, log);
    const [cache] = caches as [ReadCache];
    expect(said.splice(0).length).toBeLessThanOrEqual(2);
    await prices.priceIn(cache, 'lamp');

    redis.hang();
    prices.prices.set('lamp', 11);
    cache.purge(['product/lamp']);
    for (let i = 0; i < 20; i++) expect(await prices.priceIn(cache, 'lamp')).toBe(11);
    expect(said.filter((line) => line.startsWith('Redis does not answer'))).toHaveLength(1);
    prices.prices.set('mug', 6);
    cache.purge(['product/mug']);
    redis.hang(false);
    await eventually(async () => {
      expect([await prices.priceIn(cache, 'lamp'), await prices.priceIn(cache, 'mug')]).toEqual([11, 6]);
      return said.some((line) => line.startsWith('Redis answers again'));
    });

    await redis.kill();
    prices.prices.set('lamp', 12);
    cache.purge(['product/lamp']);
    for (let i = 0; i < 20; i++) expect(await prices.priceIn(cache, 'lamp')).toBe(12);
    await redis.revive();
    await eventually(async () => {
      const before = prices.asked.length;
      expect(await prices.priceIn(cache, 'lamp')).toBe(12);
      return prices.asked.length === before;
    });
    expect(said.filter((line) => line.startsWith('Redis does not answer'))).toHaveLength(2);
  });
});
