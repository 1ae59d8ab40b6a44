import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { event } from '@agora/schema/events/event';
import pg from 'pg';
import * as z from 'zod';
import { describeOnKafka } from '../../local/testing/describe-on-kafka.ts';
import { testKafka } from '../../local/testing/kafka.ts';
import { type Database, openDatabase, query } from '../src/database/database.ts';
import { consume, on, onAll, type Reaction } from '../src/events/consumer.ts';
import { createLogger } from '../src/observe/logging.ts';
import { retryDeadLetters, skipDeadLetter } from '../src/operator/dead-letters.ts';
import { eventFlow } from '../src/operator/event-flow.ts';
import { parkedHeads } from '../src/operator/parked.ts';
import { number, text } from '../src/reading/columns.ts';
import { statement } from '../src/reading/statement.ts';
import type { Projection } from '../src/replay/projection.ts';
import { refill, type RefillOptions } from '../src/replay/refill.ts';
import { cancelReplay, Replays } from '../src/replay/replays.ts';
import type { Bus, Message } from '../src/transport/bus.ts';
import { openKafkaBus } from '../src/transport/kafka/kafka-bus.ts';
import { openPostgresBus } from '../src/transport/postgres/postgres-bus.ts';
import { dropOldRecords } from '../src/transport/postgres/retention.ts';
import { createDatabase } from '../testing/databases.ts';
import { eventually } from '../testing/eventually.ts';
import { newUuid } from '../src/ids.ts';

const log = createLogger('replay.test', 'silent');
const migrations = new URL('./parcel-migrations/', import.meta.url);

function suite(open: (busUrl: string) => Promise<Bus>, isPostgres: boolean): void {
  let places: { url: string; drop(): Promise<void> }[];
  let database: Database;
  let bus: Bus;
  let group: string;
  let topic: string;
  let Moved: ReturnType<typeof event<{ parcelId: z.ZodString; move: z.ZodNumber }>>;
  const running: { stop(): Promise<void> }[] = [];

  beforeAll(async () => {
    places = await Promise.all(['replayer', 'bus'].map(createDatabase));
    const [own, between] = places.map(({ url }) => url);
    database = await openDatabase({ url: own ?? '', entities: [], migrations, log });
    bus = await open(between ?? '');
  });
  beforeEach(async () => {
    const name = newUuid();
    group = `reader-${name}`;
    topic = `post-${name}.events`;
    Moved = { ...event('post.parcel.moved.v1', 'parcelId', 'A parcel moved.', { parcelId: z.string(), move: z.number() }), topic };
    await bus.ensureTopics([topic]);
    for (const table of ['parcel', 'heard']) await query(database.fork(), `delete from ${table}`);
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((thing) => thing.stop()));
  });
  afterAll(async () => {
    await Promise.all([database.stop(), bus.stop()]);
    await Promise.all(places.map((place) => place.drop()));
  });

  test('a projection that was emptied is filled again while events flow: each counts once, and what else they caused is not caused again', async () => {
    await listen([...counting().reactions, noting()]);
    let isOpen = true;
    own({ stop: async () => void (isOpen = false) });
    const published = new Map<string, number>();
    const writers = Array.from({ length: 12 }, async (_, writer) => {
      while (isOpen) {
        const messages = [0, 1, 2].map((key) => moved(`${writer}-${key}`));
        for (const { key } of messages) published.set(key, (published.get(key) ?? 0) + 1);
        await bus.publish([...messages, ...messages.slice(0, 1)]);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    });
    await eventually(async () => (await counts()).size === 36);

    expect(await filledAgain()).toEqual([SAME]);
    await query(database.fork(), 'truncate parcel');
    const [emptied] = await filledAgain();
    expect((emptied?.missing ?? 0) + (emptied?.changed ?? 0)).toBe(36);
    expect(await filledAgain({ isPutInPlace: false })).toEqual([SAME]);
    isOpen = false;
    await Promise.all(writers);

    await eventually(async () => (await bus.lag(group, [topic]))[0]?.messages === 0);
    expect(await counts()).toEqual(published);
    expect(await notes()).toEqual(published);
  });

  test('what is parked counts once it was retried, what was skipped never does', async () => {
    let isBroken = true;
    const fragile = (parcelId: string) => isBroken && parcelId !== 'sturdy';
    await listen(counting(fragile).reactions);
    await bus.publish(['late', 'late', 'lost', 'sturdy'].map((key) => moved(key)));
    const dead = await eventually(async () => {
      const heads = await parkedHeads(database.fork(), 'post', { size: 10, isLast: false }, {});
      await query(database.fork(), `update platform.parked_event set next_attempt_at = now() where status = 'WAITING'`);
      return heads.length === 2 && heads.every(({ isDead }) => isDead) && new Map(heads.map(({ key, id }) => [key, id]));
    });
    expect(await filledAgain()).toEqual([SAME]);

    await skipDeadLetter(database.fork(), { service: 'post', id: dead.get('lost') ?? '', reason: 'It is lost.' });
    isBroken = false;
    await retryDeadLetters(database.fork(), { service: 'post', ids: [dead.get('late') ?? ''] });
    await eventually(async () => (await counts()).get('late') === 2);
    expect(await filledAgain()).toEqual([SAME]);
    expect(await counts()).toEqual(new Map([['late', 2], ['sturdy', 1]])); // prettier-ignore
  });

  test('what a group had passed before it reacted to it is made up for, and is known from then on', async () => {
    const passed = moved('old');
    const before = await bus.consume(group, [topic], async () => {});
    await bus.publish([passed, moved('old')]);
    await eventually(async () => (await bus.lag(group, [topic]))[0]?.messages === 0);
    await before.stop();

    await listen(counting().reactions);
    expect(await filledAgain()).toMatchObject([{ rows: 1, missing: 1 }]);
    await bus.publish([passed, moved('new')]);
    await eventually(async () => (await counts()).has('new'));
    expect((await counts()).get('old')).toBe(2);
  });

  test('events are handed to a group again: what it missed is made up for in order, with all that follows, and what it applied changes nothing', async () => {
    const passing = await bus.consume(group, [topic], async () => {});
    await bus.publish([1, 2, 3].map((move) => moved('missed', new Date(), move)));
    await eventually(async () => (await bus.lag(group, [topic]))[0]?.messages === 0);
    await passing.stop();

    const consumer = own(await consume({ database, bus, group, reactions: [...counting().reactions, noting()], log }));
    await bus.publish([moved('known'), moved('known')]);
    await eventually(async () => (await counts()).get('known') === 2 && (await bus.lag(group, [topic]))[0]?.messages === 0);
    await query(database.fork(), 'delete from heard');
    const replays = own(new Replays({ service: 'user', database, bus, group, consumer, projections: [], entities: [], log }));
    const start = { since: 'beginning', isDryRun: false, reason: 'It had no reaction yet.' } as const;
    expect(await ended(await replays.redeliver({ ...start, isDryRun: true }))).toEqual({ status: 'DONE', total: 5, read: 5, applied: 3 });
    expect(await notes()).toEqual(new Map());

    expect(await ended(await replays.redeliver(start))).toEqual({ status: 'DONE', total: 5, read: 5, applied: 3 });
    expect(await query(database.fork(), 'select parcel_id, move from heard order by place')).toEqual(
      [1, 2, 3].map((move) => ({ parcel_id: 'missed', move })),
    );
    expect(await counts()).toEqual(new Map([['known', 2], ['missed', 3]])); // prettier-ignore
    expect(await ended(await replays.redeliver(start))).toMatchObject({ status: 'DONE', applied: 0 });

    await expect(replays.redeliver({ ...start, topics: [topic, 'other.events'] })).rejects.toThrow('does not listen to that topic');
    const told = await query(database.fork(), `select data from platform.event_log where type = 'user.events.redelivered.v1'`);
    expect(told.at(-1)).toEqual({ data: { group, topics: [topic], since: 'beginning', reason: start.reason } });
  });

  test('an event that fails when it is handed to a group again is parked, and those of its key wait behind it', async () => {
    const passing = await bus.consume(group, [topic], async () => {});
    await bus.publish(['broken', 'sturdy', 'broken'].map((key) => moved(key)));
    await eventually(async () => (await bus.lag(group, [topic]))[0]?.messages === 0);
    await passing.stop();
    let isBroken = true;
    const consumer = own(await consume({ database, bus, group, reactions: counting((id) => isBroken && id === 'broken').reactions, log }));
    const replays = own(new Replays({ service: 'user', database, bus, group, consumer, projections: [], entities: [], log }));

    const replay = await replays.redeliver({ since: 'beginning', isDryRun: false, reason: 'A test.' });
    expect(await ended(replay)).toMatchObject({ status: 'DONE', applied: 1 });
    expect(await counts()).toEqual(new Map([['sturdy', 1]]));
    isBroken = false;
    await eventually(async () => (await counts()).get('broken') === 2);
  });

  test('an operator sees how much a group handled in the last minute, and that it waits while a replay is about to put something in place', async () => {
    const consumer = own(await consume({ database, bus, group, reactions: counting().reactions, log }));
    const flow = async () => {
      const options = { bus, group, topics: consumer.topics, projections: [], log };
      const { publishedPerMinute, consumers } = await eventFlow(database.fork(), options);
      return { publishedPerMinute, ...consumers[0] };
    };
    await query(database.fork(), `update platform.event_log set published_at = now() - interval '2 minutes'`);
    await query(
      database.fork(),
      `insert into platform.event_log (event_id, type, topic, key, data, traceparent, occurred_at, published_at)
       values ($1, 'post.parcel.moved.v1', 'post.events', 'x', '{}', '', now() - interval '1 day', now())`,
      [newUuid()],
    );
    await bus.publish(['one', 'two', 'one'].map((key) => moved(key)));
    await eventually(async () => (await counts()).size === 2);
    expect(await flow()).toMatchObject({ publishedPerMinute: 1, handledPerMinute: 3, isPaused: false });
    await query(database.fork(), `update platform.inbox set received_at = received_at - interval '2 minutes' where consumer = $1`, [group]);
    expect(await flow()).toMatchObject({ handledPerMinute: 0 });

    const replays = own(new Replays({ service: 'order', database, bus, group, consumer, projections: [counting()], entities: [], log }));
    const writer = await connect();
    await writer.query('begin; update parcel set moves = 8');
    const replay = await replays.start({
      projection: 'parcels',
      since: 'beginning',
      mustBeEmpty: false,
      isPutInPlace: true,
      reason: 'A test.',
    });
    await eventually(async () => (await flow()).isPaused);
    await writer.query('rollback');
    expect(await ended(replay)).toMatchObject({ status: 'DONE' });
    expect(await flow()).toMatchObject({ isPaused: false });
  });

  test('a reaction that takes all that came together gets as many again; the one that cannot be applied is named', async () => {
    const sizes: number[] = [];
    const counted = new Set<string>();
    let broken = '';
    const count = onAll(Moved, async (tx, happened) => {
      sizes.push(happened.length);
      if (happened.some(({ eventId }) => eventId === broken)) throw new Error('Broken.');
      for (const { eventId } of happened) counted.add(eventId);
      await query(tx, `insert into parcel (id, moves) select $1, 1 where not exists (select from parcel)`, ['all']);
    });
    const messages = Array.from({ length: 300 }, (_, n) => moved(`parcel-${n}`));
    await bus.publish(messages);
    await listen([count]);
    await eventually(async () => counted.size === 300 && (await bus.lag(group, [topic]))[0]?.messages === 0);
    const projection = { ...counting(), reactions: [count] };

    sizes.length = 0;
    await filledAgain({ projection });
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(300);
    expect(sizes.length).toBeLessThan(100);

    broken = messages[77]?.id ?? '';
    await expect(filledAgain({ projection })).rejects.toThrow(`The event ${broken} (${Moved.type}) cannot be applied again: Broken.`);
  });

  test('since an instant, only what happened from then on is counted; a projection that is not empty is left alone where it must be', async () => {
    await listen(counting().reactions);
    const hour = 3_600_000;
    await bus.publish([moved('then', new Date(Date.now() - hour)), moved('now')]);
    await eventually(async () => (await counts()).size === 2);
    const since = { time: new Date(Date.now() - hour / 2).toISOString() };

    await expect(filledAgain({ since, mustBeEmpty: true })).rejects.toThrow('"parcel" is not empty: it holds 2 rows.');
    expect((await counts()).size).toBe(2);
    await query(database.fork(), 'delete from parcel');
    await filledAgain({ since, mustBeEmpty: true });
    expect(await counts()).toEqual(new Map([['now', 1]]));
  });

  test('a reaction that does more than fill its projection is refused, and nothing changes', async () => {
    await listen(counting().reactions);
    await bus.publish([moved('one')]);
    await eventually(async () => (await counts()).size === 1);
    const projection = { ...counting(), reactions: [...counting().reactions, noting()] };

    await expect(filledAgain({ projection })).rejects.toThrow('read-only');
    expect(await notes()).toEqual(new Map());
    expect((await counts()).size).toBe(1);
  });

  test('one replay of a projection runs at a time; one that is cancelled changes nothing', async () => {
    await listen(counting().reactions);
    await bus.publish([moved('one')]);
    await eventually(async () => (await counts()).size === 1);
    await query(database.fork(), 'update parcel set moves = 7');
    const replays = own(
      new Replays({ service: 'user', database, bus, group, consumer: null, projections: [counting()], entities: [], log }),
    );
    const start = { projection: 'parcels', since: 'beginning', mustBeEmpty: false, isPutInPlace: true, reason: 'A test.' } as const;

    const writer = await connect();
    await writer.query('begin; update parcel set moves = 8');
    const first = await replays.start(start);
    await expect(replays.start(start)).rejects.toThrow('being filled already');
    await expect(replays.start({ ...start, projection: 'none' })).rejects.toThrow('no such projection');
    expect(await cancelReplay(database.fork(), first)).toBe(true);
    await writer.query('commit');
    await replays.stop();
    expect([await statusOf(first), (await counts()).get('one')]).toEqual(['CANCELLED', 8]);
    expect(await cancelReplay(database.fork(), first)).toBe(false);

    const again = own(new Replays({ service: 'user', database, bus, group, consumer: null, projections: [counting()], entities: [], log }));
    const second = await again.start(start);
    await eventually(async () => (await statusOf(second)) === 'DONE');
    expect((await counts()).get('one')).toBe(1);
    const told = `select data from platform.event_log where type = 'user.projection.refilled.v1'`;
    expect(await query(database.fork(), told)).toEqual([{ data: { projection: 'parcels', since: 'beginning', reason: 'A test.' } }]);
  });

  if (isPostgres)
    test('what the bus has dropped is said to be missing, and nothing changes', async () => {
      await listen(counting().reactions);
      await bus.publish([moved('one')]);
      await eventually(async () => (await counts()).size === 1);
      await eventually(async () => (await bus.lag(group, [topic]))[0]?.messages === 0);
      const pool = new pg.Pool({ connectionString: places[1]?.url });
      await dropOldRecords(pool, 0);
      await pool.end();

      await expect(filledAgain()).rejects.toThrow('The bus has dropped some of these events');
      expect((await counts()).size).toBe(1);
    });

  const SAME = { table: 'parcel', rows: expect.any(Number), missing: 0, surplus: 0, changed: 0 };

  /** A projection that counts, so that an event which is lost or comes twice shows. */
  function counting(fails: (parcelId: string) => boolean = () => false): Projection {
    const count = on(Moved, async (tx, { parcelId }) => {
      if (fails(parcelId)) throw new Error('Broken.');
      await query(tx, 'insert into parcel (id, moves) values ($1, 1) on conflict (id) do update set moves = parcel.moves + 1', [parcelId]);
    });
    return { name: 'parcels', description: 'How often parcels moved.', tables: [{ name: 'parcel', key: ['id'] }], reactions: [count] };
  }

  /** What must not happen again. */
  function noting(): Reaction {
    return on(Moved, async (tx, { parcelId, move }) => {
      await query(tx, `insert into heard (reader, parcel_id, move, trace_id) values ('clerk', $1, $2, '')`, [parcelId, move]);
    });
  }

  async function filledAgain(options: Partial<RefillOptions> = {}) {
    const ours = await openDatabase({ url: database.url, entities: [], migrations: null, log, poolSize: 1 });
    try {
      return await refill({
        database: ours,
        bus,
        group,
        projection: counting(),
        since: 'beginning',
        mustBeEmpty: false,
        isPutInPlace: true,
        onProgress: () => {},
        goOn: () => {},
        onHold: async () => {},
        inPlace: async () => {},
        ...options,
      });
    } finally {
      await ours.stop();
    }
  }

  async function listen(reactions: readonly Reaction[]): Promise<void> {
    own(await consume({ database, bus, group, reactions, log }));
  }

  function moved(parcelId: string, at = new Date(), move = 1): Message {
    const data = JSON.stringify({ parcelId, move });
    return { id: newUuid(), type: Moved.type, topic, key: parcelId, occurredAt: at.toISOString(), traceparent: '', feeds: [], data };
  }

  async function counts(): Promise<Map<string, number>> {
    return new Map((await readCounts(database.fork())).map(({ id, count }) => [id, count]));
  }

  async function notes(): Promise<Map<string, number>> {
    return new Map((await readNotes(database.fork())).map(({ id, count }) => [id, count]));
  }

  async function statusOf(replay: string): Promise<string | undefined> {
    return (await readStatus(database.fork(), [replay]))[0]?.status;
  }

  function ended(replay: string) {
    return eventually(async () => {
      const [row] = await readStatus(database.fork(), [replay]);
      return row !== undefined && row.status !== 'RUNNING' && row;
    });
  }

  async function connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    own({ stop: () => client.end() });
    return client;
  }

  function own<T extends { stop(): Promise<void> }>(thing: T): T {
    running.push(thing);
    return thing;
  }
}

const readCounts = statement({ id: text('id'), count: number('moves') }, (columns) => `select ${columns} from parcel`);
const readNotes = statement(
  { id: text('parcel_id'), count: number('count(*)') },
  (columns) => `select ${columns} from heard group by parcel_id`,
);
const readStatus = statement(
  { status: text('status'), total: number('total_count'), read: number('read_count'), applied: number('applied_count') },
  (columns) => `select ${columns} from platform.replay where id = $1`,
);

describe('a replay over PostgreSQL', () => suite((url) => openPostgresBus({ url, log }), true));
describeOnKafka('a replay over Apache Kafka', () =>
  suite(async () => openKafkaBus({ brokers: [(await testKafka()).brokers], replication: 1, clientId: 'replay', log }), false),
);
