import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import { describeOnRedis } from '../testing/describe-on-redis.ts';
import { startRedis, type TestRedis } from '../testing/redis.ts';
import { type Budget, type Budgets, openBudgets, unlimitedBudgets } from '../src/budgets/budgets.ts';
import { addressKey } from '../src/budgets/address-key.ts';
import { Refusal } from '../src/errors.ts';
import { eventually } from '../testing/eventually.ts';

/** Fills so slowly that nothing comes back while a test runs. */
const SLOW = { capacity: 10, refillPerSecond: 0.001, what: 'sign-ins' };

budgetContract('in memory', describe, async () => ({ redisUrl: undefined, stop: async () => {} }));

budgetContract('in Redis', describeOnRedis, async () => {
  const redis = await startRedis();
  return { redisUrl: redis.url, stop: () => redis.stop() };
});

/** What a budget promises, wherever it is counted. */
function budgetContract(
  where: string,
  suite: (name: string, tests: () => void) => void,
  start: () => Promise<{ readonly redisUrl: string | undefined; readonly stop: () => Promise<void> }>,
): void {
  suite(`a budget ${where}`, () => {
    let place: Awaited<ReturnType<typeof start>>;
    let budgets: Budgets;
    let count = 0;
    const budget = (terms = SLOW) => budgets.budget(`budget-${++count}`, terms);

    beforeAll(async () => {
      place = await start();
    });
    beforeEach(() => {
      budgets = openBudgets({ redisUrl: place.redisUrl, log: pino({ level: 'silent' }) });
    });
    afterEach(() => budgets.stop());
    afterAll(() => place.stop());

    test('may be spent at once, and then refuses with the seconds until there is enough', () => {
      const signIns = budget({ capacity: 3, refillPerSecond: 0.1, what: 'sign-ins' });
      expect([signIns.spend('ada'), signIns.spend('ada'), signIns.spend('ada')]).toEqual([2, closeTo(1), closeTo(0)]);
      expect(refusalOf(() => signIns.spend('ada'))).toEqual({
        code: 'RATE_LIMITED',
        message: 'Too many sign-ins; try again in 10 s.',
        retryAfterSeconds: 10,
      });
      expect(refusalOf(() => signIns.refuseIfSpent('ada'))).toMatchObject({ retryAfterSeconds: 10 });
    });

    test("of one key is not another's", () => {
      const signIns = budget();
      signIns.spend('ada', 10);
      expect(signIns.left('grace')).toBe(10);
      expect(signIns.spend('grace')).toBe(9);
    });

    test('fills again at its rate, up to its capacity', async () => {
      const quick = budget({ capacity: 5, refillPerSecond: 50, what: 'searches' });
      quick.spend('ada', 5);
      expect(refusalOf(() => quick.spend('ada', 5))).not.toBeNull();
      await eventually(() => quick.left('ada') === 5);
      expect(quick.spend('ada', 5)).toBe(0);
    });

    test('takes nothing when it refuses', () => {
      const signIns = budget();
      signIns.spend('ada', 8);
      expect(refusalOf(() => signIns.spend('ada', 3))).not.toBeNull();
      expect(signIns.spend('ada', 2)).toBeCloseTo(0);
    });

    test('asks the whole bucket for what costs more than that', () => {
      const signIns = budget();
      expect(signIns.spend('ada', 1_000)).toBe(0);
      expect(refusalOf(() => signIns.spend('ada', 1_000))).not.toBeNull();
    });

    test('lets what shows its price afterwards be owed, and paid back', () => {
      const parsing = budget({ capacity: 10, refillPerSecond: 1, what: 'documents' });
      parsing.refuseIfSpent('ada');
      parsing.charge('ada', 25);
      expect(refusalOf(() => parsing.refuseIfSpent('ada'))).toMatchObject({ retryAfterSeconds: 16 });
    });

    test('is owed until it is paid, however many refills that takes', async () => {
      const parsing = budget({ capacity: 1, refillPerSecond: 100, what: 'documents' });
      parsing.charge('ada', 1_000_000);
      const refills = performance.now() + 60;
      await eventually(() => parsing.left('ada') !== 0 && performance.now() > refills);
      expect(refusalOf(() => parsing.refuseIfSpent('ada'))).not.toBeNull();
      parsing.charge('ada', -999_999);
      await eventually(() => parsing.left('ada') === 1);
    });

    test('keeps what has been spent while thousands of others come by', () => {
      const signIns = budget();
      signIns.spend('ada', 10);
      for (let i = 0; i < 19_000; i++) signIns.spend(`other-${i}`);
      expect(refusalOf(() => signIns.spend('ada'))).not.toBeNull();
    });
  });
}

describeOnRedis('one budget in Redis', () => {
  let redis: TestRedis;
  const opened: Budgets[] = [];
  const lines: string[] = [];
  /** As one more process would. */
  const open = (): Budget => {
    const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
    const budgets = openBudgets({ redisUrl: redis.url, log });
    opened.push(budgets);
    return budgets.budget('sign-in', SLOW);
  };
  const spentAt = (budget: Budget, key: string) => eventually(() => refusalOf(() => budget.spend(key)));

  beforeEach(async () => {
    lines.length = 0;
    redis = await startRedis();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((budgets) => budgets.stop()));
    await redis.stop();
  });

  test('is the same for two processes', async () => {
    const [one, other] = [open(), open()];
    one.spend('ada', 6);
    await eventually(() => other.charge('ada', 0) ?? other.left('ada') < 5);
    expect(other.left('ada')).toBeCloseTo(4, 1);
    other.spend('ada', 4);
    await eventually(() => one.charge('ada', 0) ?? one.left('ada') < 1);
    expect(refusalOf(() => one.spend('ada'))).not.toBeNull();
  });

  test('spent at two processes at the same moment is owed by both', async () => {
    const [one, other] = [open(), open()];
    one.spend('ada', 10);
    other.spend('ada', 10);
    await eventually(() => one.charge('ada', 0) ?? one.left('ada') < -5);
    expect(refusalOf(() => one.spend('ada'))).toMatchObject({ retryAfterSeconds: closeTo(11_000, -2) });
  });

  test('outlives a process', async () => {
    const first = open();
    first.spend('ada', 5);
    await eventually(() => keysIn(redis));
    first.spend('ada', 5);
    await opened.pop()?.stop();
    expect(await spentAt(open(), 'ada')).toMatchObject({ code: 'RATE_LIMITED' });
  });

  test('leaves no trace of a bucket that is full again', async () => {
    const budgets = openBudgets({ redisUrl: redis.url, log: pino({ level: 'silent' }) });
    opened.push(budgets);
    budgets.budget('searches', { capacity: 3, refillPerSecond: 1, what: 'searches' }).spend('ada', 3);
    await eventually(() => keysIn(redis));
    await eventually(async () => (await keysIn(redis)) === 0);
  });

  test.each([
    ['is killed', (server: TestRedis) => server.kill(), (server: TestRedis) => server.revive()],
    ['hangs', async (server: TestRedis) => server.hang(), async (server: TestRedis) => server.hang(false)],
  ])('is counted by each process alone while Redis %s, which is said once, and shared again after', async (_how, lose, bring) => {
    const [one, other] = [open(), open()];
    one.spend('ada', 1);
    await eventually(() => other.charge('ada', 0) ?? other.left('ada') < 9.5);

    await lose(redis);
    one.spend('grace', 10);
    expect(refusalOf(() => one.spend('grace'))).not.toBeNull();
    await eventually(() => one.charge('tick', 0) ?? other.charge('tick', 0) ?? lines.length === 2);
    expect(other.spend('grace', 10)).toBe(0);

    await bring(redis);
    await eventually(() => one.charge('tick', 0) ?? other.charge('tick', 0) ?? lines.length === 4);
    expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg).sort()).toEqual([
      'Redis answers again; budgets are shared.',
      'Redis answers again; budgets are shared.',
      'Redis does not answer; budgets are counted in this process alone until it does.',
      'Redis does not answer; budgets are counted in this process alone until it does.',
    ]);
    one.spend('alan', 10);
    expect(await spentAt(other, 'alan')).toMatchObject({ code: 'RATE_LIMITED' });
  });

  test('whose key holds something else is counted by each process alone, and the others are shared', async () => {
    const client = new Redis(redis.url);
    await client.set('agora:budget:sign-in:ada', 'no bucket');
    client.disconnect();
    const [one, other] = [open(), open()];
    for (const key of ['ada', 'grace']) one.spend(key, 6);
    await eventually(() => other.charge('grace', 0) ?? other.left('grace') < 5);
    expect(one.left('ada')).toBeCloseTo(4, 1);
    expect(other.spend('ada', 10)).toBe(0);
    await eventually(() => lines.some((line) => line.includes('agora:budget:sign-in:ada')));
    expect(lines.filter((line) => line.includes('Redis does not answer'))).toEqual([]);
  });

  test('needs no Redis to start', async () => {
    await redis.kill();
    const budget = open();
    expect(budget.spend('ada', 10)).toBe(0);
    expect(refusalOf(() => budget.spend('ada'))).not.toBeNull();
    await eventually(() => lines.length === 1);
    await redis.revive();
    await eventually(() => lines.length === 2);
  });
});

test('lifted budgets never run out', () => {
  const budget = unlimitedBudgets.budget('sign-in', SLOW);
  for (let i = 0; i < 100; i++) expect(budget.spend('ada', 10)).toBe(10);
  budget.charge('ada', 1_000);
  expect(refusalOf(() => budget.refuseIfSpent('ada'))).toBeNull();
});

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['2001:db8:0:1:aaaa:bbbb:cccc:dddd', '2001:db8:0:1::/64'],
  ['2001:0DB8::1:0:0:1', '2001:db8:0:0::/64'],
  ['2001:db8::', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['1:2:3:4:5:6:7::', '1:2:3:4::/64'],
  ['::2:3:4:5:6:7:8', '0:2:3:4::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['', ''],
])('the address %s is counted as %s', (address, key) => {
  expect(addressKey(address)).toBe(key);
});

async function keysIn({ url }: TestRedis): Promise<number> {
  const client = new Redis(url);
  try {
    return await client.dbsize();
  } finally {
    client.disconnect();
  }
}

function closeTo(value: number, digits = 2) {
  return expect.closeTo(value, digits) as unknown as number;
}

/** What is refused to the client; null where nothing is. */
function refusalOf(attempt: () => unknown): object | null {
  try {
    attempt();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return { ...error.problems[0] };
    throw error;
  }
}
