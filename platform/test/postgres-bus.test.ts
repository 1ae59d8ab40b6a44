import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import type { Bus, Message } from '../src/transport/bus.ts';
import { createLogger } from '../src/observe/logging.ts';
import { openPostgresBus } from '../src/transport/postgres/postgres-bus.ts';
import { dropOldRecords } from '../src/transport/postgres/retention.ts';
import { busContract } from '../testing/bus-contract.ts';
import { createDatabase } from '../testing/databases.ts';
import { eventually } from '../testing/eventually.ts';
import { someMessage } from '../testing/messages.ts';

const log = createLogger('postgres-bus.test', 'silent');

busContract('PostgreSQL', async () => {
  const database = await createDatabase('bus');
  return { open: () => openPostgresBus({ url: database.url, log }), close: () => database.drop() };
});

describe('a bus in PostgreSQL', () => {
  const topic = 'shop.events';
  let place: { url: string; drop(): Promise<void> };
  let admin: pg.Pool;
  const opened: Bus[] = [];
  const open = async () => {
    const bus = await openPostgresBus({ url: place.url, log });
    opened.push(bus);
    return bus;
  };

  beforeAll(async () => {
    place = await createDatabase('bus');
    admin = new pg.Pool({ connectionString: place.url, max: 1 });
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((bus) => bus.stop()));
  });
  afterAll(async () => {
    await admin.end();
    await place.drop();
  });

  test('replicas that start at once make its tables together', async () => {
    const buses = await Promise.all(Array.from({ length: 8 }, open));
    await Promise.all(buses.map((bus) => bus.ensureTopics([topic, 'other.events'])));

    const { rows } = await admin.query('select topic, count(*)::int as partitions from bus.partition group by topic order by topic');
    expect(rows).toEqual([
      { topic: 'other.events', partitions: 8 },
      { topic: 'shop.events', partitions: 8 },
    ]);
  });

  test('every session is cut again and again: nothing is lost, each key stays in order', async () => {
    const bus = await open();
    const arrived: Message[] = [];
    await bus.consume('cut', [topic], async (batch) => void arrived.push(...batch));
    await (await open()).consume('cut', [topic], async (batch) => void arrived.push(...batch));

    const rounds = 40;
    for (let round = 0; round < rounds; round++) {
      const cut = round % 4 === 3 ? cutAll() : undefined;
      await eventually(() => publishAll(bus, round).then(() => true));
      await cut;
    }

    await eventually(() => Map.groupBy(arrived, ({ key }) => key).size === 16 && countOf(arrived) >= 16 * rounds);
    for (const ofKey of Map.groupBy(arrived, ({ key }) => key).values()) {
      expect(firstTimes(ofKey)).toEqual(Array.from({ length: rounds }, (_, i) => i));
    }
  });

  test('a member whose session is cut in the middle of its work cannot commit it', async () => {
    const bus = await open();
    const other = 'slow.events';
    let calls = 0;
    const held = Promise.withResolvers<void>();
    await bus.consume('slow', [other], async () => {
      if (++calls === 1) await held.promise;
    });
    await bus.publish([someMessage(other, 'ord_1', 1)]);
    await eventually(() => calls === 1);

    await cutAll();
    held.resolve();

    await eventually(() => calls === 2);
    await eventually(async () => (await eventually(() => bus.lag('slow', [other])))[0]?.messages === 0);
  });

  test('records whose notification was lost are found a little later', async () => {
    const bus = await open();
    const quiet = 'quiet.events';
    const heard: Message[] = [];
    await bus.consume('patient', [quiet], async (batch) => void heard.push(...batch));
    await bus.publish([someMessage(quiet, 'ord_1', 1)]);
    await eventually(() => heard.length === 1);

    await admin.query(
      `with last as (
         update bus.partition set next_offset = next_offset + 1 where topic = 'quiet.events' and next_offset = 1 returning id
       )
       insert into bus.record select id, 1, gen_random_uuid(), type, key, occurred_at, traceparent, feeds, '2', now()
       from last join bus.record on partition_id = id`,
    );

    await eventually(() => heard.length === 2);
    expect(heard.map(({ data }) => data)).toEqual(['1', '2']);
  });

  test('what another process publishes, and what this one does at the same time, arrives once and in order', async () => {
    const [here, there] = [await open(), await open()];
    const shared = 'shared.events';
    const heard: Message[] = [];
    await here.consume('both', [shared], async (batch) => void heard.push(...batch));

    const rounds = Array.from({ length: 100 }, (_, n) => n);
    for (const n of rounds) await (n % 3 === 0 ? there : here).publish([someMessage(shared, 'ord_1', n)]);

    await eventually(() => heard.length >= rounds.length);
    expect(heard.map(({ data }) => Number(data))).toEqual(rounds);
  });

  test('a process is one member of a group at most', async () => {
    const bus = await open();
    const member = await bus.consume('single', [topic], async () => {});
    await expect(bus.consume('single', [topic], async () => {})).rejects.toThrow('already');
    await member.stop();
    await bus.consume('single', [topic], async () => {});
  });

  test('old records go when every group has read them', async () => {
    const bus = await open();
    const old = 'old.events';
    await bus.publish(Array.from({ length: 20 }, (_, n) => someMessage(old, `ord_${n}`, n)));
    const slow = await bus.consume('never', [old], () => Promise.reject(new Error('not today')));
    await slow.stop();
    await bus.consume('quick', [old], async () => {});
    await eventually(async () => (await bus.lag('quick', [old]))[0]?.messages === 0);
    const kept = async () =>
      (await admin.query("select from bus.record join bus.partition on id = partition_id where topic = 'old.events'")).rowCount;

    await dropOldRecords(admin, 0);
    expect(await kept()).toBe(20);

    await bus.consume('never', [old], async () => {});
    await eventually(async () => (await bus.lag('never', [old]))[0]?.messages === 0);
    await dropOldRecords(admin, 3_600_000);
    expect(await kept()).toBe(20);
    expect(await isWhole(bus, old)).toBe(true);
    await dropOldRecords(admin, 0);
    expect(await kept()).toBe(0);
    expect(await isWhole(bus, old)).toBe(false);
  });

  async function isWhole(bus: Bus, topic: string): Promise<boolean> {
    const history = await bus.history([topic], 'beginning');
    await history.stop();
    return history.isWhole;
  }

  function publishAll(bus: Bus, round: number): Promise<void> {
    return bus.publish(Array.from({ length: 16 }, (_, key) => someMessage(topic, `ord_${key}`, round)));
  }

  async function cutAll(): Promise<void> {
    await admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    );
  }
});

/** Redelivered messages, and those published again after an unclear failure, count once. */
function firstTimes(messages: readonly Message[]): number[] {
  return [...new Set(messages.map(({ data }) => Number(data)))];
}

function countOf(messages: readonly Message[]): number {
  return new Set(messages.map(({ key, data }) => `${key} ${data}`)).size;
}
