import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { event } from '@agora/schema/events/event';
import { defineEntity, type EntityManager, p } from '@mikro-orm/postgresql';
import pg from 'pg';
import * as z from 'zod';
import type { Bus, Message } from '../src/transport/bus.ts';
import { consume, on, onAll, type Reaction } from '../src/events/consumer.ts';
import { ANNOUNCED, type Database, openDatabase, query, transaction } from '../src/database/database.ts';
import { announce, announceLive } from '../src/events/event-log.ts';
import { createLogger } from '../src/observe/logging.ts';
import { retryDeadLetters, skipDeadLetter } from '../src/operator/dead-letters.ts';
import { parkedHeads } from '../src/operator/parked.ts';
import { openPostgresBus } from '../src/transport/postgres/postgres-bus.ts';
import { number } from '../src/reading/columns.ts';
import { statement } from '../src/reading/statement.ts';
import { RELAY_LOCK, startRelay } from '../src/events/relay.ts';
import { traceId, traced } from '../src/observe/trace.ts';
import { createDatabase } from '../testing/databases.ts';
import { eventually } from '../testing/eventually.ts';

/** A post office: one service moves parcels and announces it, another one hears of it. */
const ParcelMoved = event('post.parcel.moved.v1', 'parcelId', 'A parcel moved.', { parcelId: z.string(), move: z.int() });
const ParcelWeighed = event('post.parcel.weighed.v1', 'parcelId', 'A parcel was weighed.', { parcelId: z.string() });
const Parcel = defineEntity({ name: 'Parcel', properties: { id: p.text().primary(), moves: p.integer() } });
const log = createLogger('events.test', 'silent');

const SESSIONS = 'from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()';

let places: { url: string; drop(): Promise<void> }[];
let sender: Database;
let receiver: Database;
let bus: Bus;
let group: string;
const running: { stop(): Promise<void> }[] = [];

beforeAll(async () => {
  places = await Promise.all(['sender', 'receiver', 'bus'].map(createDatabase));
  const [from, to, between] = places.map(({ url }) => url);
  const migrations = new URL('./parcel-migrations/', import.meta.url);
  sender = await openDatabase({ url: from ?? '', entities: [Parcel], migrations, log });
  receiver = await openDatabase({ url: to ?? '', entities: [Parcel], migrations, log, poolSize: 3 });
  bus = await openPostgresBus({ url: between ?? '', log });
  await bus.ensureTopics([ParcelMoved.topic]);
});

let groups = 0;

/** Each test reads as a group of its own, and from the end of what the tests before it announced. */
beforeEach(async () => {
  group = `receiver-${++groups}`;
  const catchingUp = await bus.consume(group, [ParcelMoved.topic], async () => {});
  await eventually(async () => (await bus.lag(group, [ParcelMoved.topic]))[0]?.messages === 0);
  await catchingUp.stop();
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((thing) => thing.stop()));
});

afterAll(async () => {
  await Promise.all([sender.stop(), receiver.stop(), bus.stop()]);
  await Promise.all(places.map((place) => place.drop()));
});

test('an event is applied once, however often it is delivered', async () => {
  await listen([hear()]);
  const moved = messageOf('once', 1);

  await bus.publish([moved, moved]);
  await eventually(async () => (await movesOf('once')).length > 0);
  await bus.publish([moved]);
  await bus.publish([messageOf('once', 2)]);

  await eventually(async () => (await movesOf('once')).includes(2));
  expect(await movesOf('once')).toEqual([1, 2]);
});

test('two reactions to one event run in their order, in one transaction', async () => {
  let failures = 0;
  const failOnce = on(ParcelMoved, async () => {
    if (failures++ === 0) throw new Error('Out of ink.');
  });
  await listen([hear('clerk'), failOnce, hear('archive')]);

  await bus.publish([messageOf('pair', 1)]);

  await eventually(async () => (await movesOf('pair', 'archive')).length > 0);
  const heard = await query(receiver.fork(), `select reader from heard where parcel_id = 'pair' order by place`);
  expect(heard.map(({ reader }) => reader)).toEqual(['clerk', 'archive']);
});

test('each reaction sees what the one before it changed, and overwrites nothing', async () => {
  const weigh = on(ParcelMoved, async (tx, { parcelId }) => {
    const parcel = await tx.findOneOrFail(Parcel, parcelId);
    parcel.moves += 1;
  });
  const stamp = on(ParcelMoved, (tx, { parcelId }) =>
    query(tx, 'update parcel set moves = moves + 1 where id = $1', [parcelId]).then(() => {}),
  );
  await query(receiver.fork(), `insert into parcel (id, moves) values ('shared', 0)`);
  await listen([weigh, stamp, weigh, hear()]);

  await bus.publish([1, 2, 3].map((n) => messageOf('shared', n)));

  await eventually(async () => (await movesOf('shared')).length === 3);
  expect(await query(receiver.fork(), `select moves from parcel where id = 'shared'`)).toEqual([{ moves: 9 }]);
});

test('what a transaction announces is written by one statement, in order, however much it is and whatever of it is undone', async () => {
  const moves = Array.from({ length: 1_000 }, (_, move) => move);
  const undone = new Error('The van did not start.');
  const statements = await statementsOf((counted) =>
    transaction(counted.fork(), async (tx) => {
      for (const move of moves.slice(0, 500)) await announce(tx, ParcelMoved, { parcelId: 'many', move });
      await transaction(tx, async (inner) => {
        await announce(inner, ParcelMoved, { parcelId: 'many', move: 9_999 });
        throw undone;
      }).catch((error: unknown) => expect(error).toBe(undone));
      await transaction(tx, async (inner) => {
        for (const move of moves.slice(500, 501)) await announce(inner, ParcelMoved, { parcelId: 'many', move });
      });
      for (const move of moves.slice(501)) await announce(tx, ParcelMoved, { parcelId: 'many', move });
    }),
  );

  expect(statements.filter((sql) => sql.includes('event_log'))).toHaveLength(3);
  const logged = `select (data->>'move')::int as move from platform.event_log where key = 'many' order by id`;
  expect((await query(sender.fork(), logged)).map(({ move }) => move)).toEqual(moves);
});

test('what is announced after its transaction has ended is refused', async () => {
  const tx = await transaction(sender.fork(), async (running) => running);
  await expect(announce(tx, ParcelMoved, { parcelId: 'late', move: 1 })).rejects.toThrow('inside transaction()');
});

test('what is read while another transaction runs, of this database or another, is not read in it', async () => {
  const placeOf = async (em: EntityManager) => (await query(em, 'select current_database() as name, pg_backend_pid() as session'))[0];
  await transaction(sender.fork(), async (tx) => {
    const inside = await placeOf(tx);
    for (const em of [sender.fork(), sender.orm.em]) expect((await placeOf(em))?.['session']).not.toBe(inside?.['session']);
    for (const em of [receiver.fork(), receiver.orm.em]) expect((await placeOf(em))?.['name']).not.toBe(inside?.['name']);
  });
});

test('a change that is undone announces nothing', async () => {
  await listen([hear()]);
  own(startRelay({ database: sender, bus, log }));

  await expect(
    transaction(sender.fork(), async (tx) => {
      await move(tx, 'undone');
      throw new Error('Not today.');
    }),
  ).rejects.toThrow('Not today.');
  await moveParcel('done');

  await eventually(async () => (await movesOf('done')).length > 0);
  expect(await movesOf('undone')).toEqual([]);
});

test('who moves a parcel is known by its trace wherever it is heard', async () => {
  await listen([hear()]);
  own(startRelay({ database: sender, bus, log }));

  await traced('00-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-bbbbbbbbbbbbbbbb-01', () => moveParcel('traced'));

  const [heard] = await eventually(async () => {
    const rows = await query(receiver.fork(), `select trace_id from heard where parcel_id = 'traced'`);
    return rows.length > 0 ? rows : null;
  });
  expect(heard?.['trace_id']).toBe('a'.repeat(32));
});

test('a process that dies between its commit and the bus: another one announces the event, once', async () => {
  await listen([hear()]);
  const holder = await connectTo(sender.url);
  await holder.query('select pg_advisory_lock($1)', [RELAY_LOCK]);
  const dying = startRelay({ database: sender, bus, log });
  await moveParcel('orphan');
  await moveParcel('orphan');
  await eventually(async () => (await query(sender.fork(), `select ${SESSIONS} and query like '%pg_try_advisory_lock%'`)).length > 0);
  await dying.stop();
  expect(await unpublished()).toBe(2);

  own(startRelay({ database: sender, bus, log }));
  await holder.end();

  expect(await movesAfterLast('orphan', 3)).toEqual([1, 2, 3]);
  await eventually(async () => (await unpublished()) === 0);
});

test('a bus that fails while it takes an event is given it again', async () => {
  await listen([hear()]);
  own(startRelay({ database: sender, bus, log }));
  const [holder, watcher] = [await connectTo(places[2]?.url), await connectTo(places[2]?.url)];
  await holder.query('begin; lock table bus.record in access exclusive mode');
  await moveParcel('refused');
  const { pid } = await eventually(async () => {
    const { rows } = await watcher.query<{ pid: number }>(
      `select pid ${SESSIONS} and wait_event_type = 'Lock' and query like '%bus.append%'`,
    );
    return rows[0];
  });

  await holder.query('select pg_terminate_backend($1)', [pid]);
  await holder.query('commit');

  expect(await movesAfterLast('refused', 2)).toEqual([1, 2]);
});

test('of two relays one works: nothing is sent twice', async () => {
  const sent: string[] = [];
  own(await bus.tail([ParcelMoved.topic], ({ data }) => void sent.push(data)));
  own(startRelay({ database: sender, bus, log }));
  own(startRelay({ database: sender, bus, log }));

  for (let n = 0; n < 100; n++) await moveParcel('calm');
  await eventually(async () => (await unpublished()) === 0);
  await moveParcel('last');

  await eventually(() => sent.some((data) => data.includes('last')));
  expect(sent.filter((data) => data.includes('calm'))).toHaveLength(100);
});

test.each([
  ['whose relay waits for its turn', true],
  ['without a relay', false],
])('the relay is told of what a process %s announces', async (_, hasRelay) => {
  own(startRelay({ database: sender, bus, log }));
  await moveParcel('first');
  await eventually(async () => (await unpublished()) === 0);
  const told = await connectTo(sender.url);
  const heard: string[] = [];
  told.on('notification', ({ channel }) => heard.push(channel));
  await told.query(`listen ${ANNOUNCED}`);
  const other = own(await openDatabase({ url: sender.url, entities: [Parcel], migrations: null, log }));
  if (hasRelay) own(startRelay({ database: other, bus, log }));

  await moveParcel('elsewhere', other);

  await eventually(async () => heard.length > 0 && (await unpublished()) === 0);
});

test('an event that no relay was told of leaves a little later', async () => {
  await listen([hear()]);
  own(startRelay({ database: sender, bus, log }));
  await moveParcel('told');
  await eventually(async () => (await movesOf('told')).length === 1);

  await query(
    sender.fork(),
    `insert into platform.event_log (event_id, type, topic, key, data, traceparent, occurred_at)
     select gen_random_uuid(), type, topic, key, '{"parcelId": "told", "move": 2}', '', now() from platform.event_log where key = 'told'`,
  );

  await eventually(async () => (await movesOf('told')).length === 2);
});

test('what is written before another event and committed after it leaves as well', async () => {
  await listen([hear()]);
  own(startRelay({ database: sender, bus, log }));
  await transaction(sender.fork(), async (early) => {
    await announceLive(early, ParcelMoved, { parcelId: 'overtaken', move: 1 }, []);
    await transaction(sender.fork(), (late) => announce(late, ParcelMoved, { parcelId: 'overtaken', move: 2 }));
    await eventually(async () => (await unpublished()) === 0);
  });
  await transaction(sender.fork(), (last) => announce(last, ParcelMoved, { parcelId: 'overtaken', move: 3 }));

  await eventually(async () => (await movesOf('overtaken')).includes(3));
  expect(await movesOf('overtaken')).toEqual([2, 1, 3]);
});

test('twelve writers, two relays and sessions that are cut: each move is heard once, in order', async () => {
  await listen([hear()]);
  own(startRelay({ database: sender, bus, log }));
  own(startRelay({ database: sender, bus, log }));

  const [writers, rounds, parcels] = [12, 40, 5];
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      for (let round = 0; round < rounds; round++) await moveParcel(`busy-${(writer + round) % parcels}`);
    }).concat(cutRelays(4)),
  );

  const expected = (writers * rounds) / parcels;
  for (let parcel = 0; parcel < parcels; parcel++)
    expect(await movesAfterLast(`busy-${parcel}`, expected + 1)).toEqual(Array.from({ length: expected + 1 }, (_, i) => i + 1));
});

test('an event that cannot be read stops only its parcel, until an operator skips it', async () => {
  await listen([hear()]);

  await bus.publish([
    messageOf('poisoned', 1),
    { ...messageOf('poisoned', 2), data: JSON.stringify({ parcelId: 'poisoned', move: 'two' }) },
    messageOf('poisoned', 3),
    messageOf('healthy', 1),
  ]);
  await bus.publish([messageOf('poisoned', 4), messageOf('healthy', 2)]);

  const [letter] = await eventually(async () => {
    const letters = await deadLettersOf('poisoned');
    return letters[0]?.behind === 2 ? letters : null;
  });
  await eventually(async () => (await movesOf('healthy')).length === 2);
  expect(letter).toMatchObject({
    eventName: 'post.parcel.moved',
    eventVersion: 1,
    attempts: 1,
    lastError: expect.stringContaining('does not fit'),
  });
  expect(await movesOf('poisoned')).toEqual([1]);

  await skipDeadLetter(receiver.fork(), { service: 'post', id: letter?.id ?? '', reason: 'Nobody can read it.' });
  await eventually(async () => (await movesOf('poisoned')).length === 3);
  expect(await movesOf('poisoned')).toEqual([1, 3, 4]);
});

test('a parcel whose events fail for a while keeps their order, and holds up no other', async () => {
  let broken = true;
  const failed: number[] = [];
  const fails = ({ parcelId, move }: { parcelId: string; move: number }) => {
    if (parcelId !== 'fragile' || !broken) return false;
    failed.push(move);
    return true;
  };
  await listen([hear('clerk', fails)]);

  await bus.publish([1, 2, 3, 4, 5].flatMap((n) => [messageOf('fragile', n), messageOf('sturdy', n)]));
  await eventually(async () => (await movesOf('sturdy')).length === 5);
  await eventually(() => failed.length >= 6);
  broken = false;
  expect(new Set(failed)).toEqual(new Set([1]));

  await eventually(async () => (await movesOf('fragile')).length === 5);
  expect(await movesOf('fragile')).toEqual([1, 2, 3, 4, 5]);
});

test('a reaction takes what came together at once: each event once and in order, and one that fails holds up its parcel alone', async () => {
  let broken = true;
  const sizes: number[] = [];
  const hearAll = onAll(ParcelMoved, async (tx, happened) => {
    if (broken && happened.some(({ data }) => data.parcelId === 'rotten' && data.move === 2)) throw new Error('Broken.');
    sizes.push(happened.length);
    await query(
      tx,
      `insert into heard (reader, parcel_id, move, trace_id)
       select 'clerk', "parcelId", move, '' from jsonb_to_recordset($1::jsonb) as moved ("parcelId" text, move int)`,
      [JSON.stringify(happened.map(({ data }) => data))],
    );
  });
  const parcels = Array.from({ length: 25 }, (_, n) => `crate-${n}`);
  const moves = Array.from({ length: 20 }, (_, n) => n + 1);
  const sound = moves.flatMap((n) => parcels.map((parcel) => messageOf(parcel, n)));
  await bus.publish([...sound, ...sound]);
  await listen([hearAll], 1);
  for (const parcel of parcels) {
    await eventually(async () => (await movesOf(parcel)).includes(20));
    expect(await movesOf(parcel)).toEqual(moves);
  }
  expect(Math.max(...sizes)).toBeGreaterThan(10);

  await bus.publish([messageOf('rotten', 1), messageOf('rotten', 2), messageOf('rotten', 3), messageOf('crate-0', 21)]);
  await eventually(async () => (await movesOf('crate-0')).includes(21));
  expect(await movesOf('rotten')).toEqual([1]);
  broken = false;
  await eventually(async () => (await movesOf('rotten')).includes(3));
  expect(await movesOf('rotten')).toEqual([1, 2, 3]);
});

test('what is taken at once passes no event of another type about the same parcel', async () => {
  const weighed = (parcelId: string): Message => ({
    ...messageOf(parcelId, 0),
    type: ParcelWeighed.type,
    data: JSON.stringify({ parcelId }),
  });
  const note = (tx: EntityManager, parcelId: string, n: number) =>
    query(tx, `insert into heard (reader, parcel_id, move, trace_id) values ('clerk', $1, $2, '')`, [parcelId, n]).then(() => {});
  const hearAll = onAll(ParcelMoved, async (tx, happened) => {
    for (const { data } of happened) await note(tx, data.parcelId, data.move);
  });
  const hearWeight = on(ParcelWeighed, (tx, { parcelId }) => note(tx, parcelId, 100));

  await bus.publish([
    messageOf('anvil', 1),
    weighed('anvil'),
    messageOf('feather', 1),
    messageOf('anvil', 2),
    messageOf('feather', 2),
    weighed('feather'),
    messageOf('anvil', 3),
  ]);
  await listen([hearAll, hearWeight], 1);

  await eventually(async () => (await movesOf('feather')).includes(100) && (await movesOf('anvil')).includes(3));
  expect(await movesOf('anvil')).toEqual([1, 100, 2, 3]);
  expect(await movesOf('feather')).toEqual([1, 2, 100]);
});

test('what reacts to one event, beside what takes all that came together, does so under the trace of its own', async () => {
  const traces = new Map(['lamp', 'chair', 'stove'].map((parcelId, n) => [parcelId, String(n + 1).repeat(32)]));
  const messages = [...traces].map(([parcelId, trace]) => ({ ...messageOf(parcelId, 1), traceparent: `00-${trace}-${'b'.repeat(16)}-01` }));
  await bus.publish(messages);
  const sizes: number[] = [];
  await listen([onAll(ParcelMoved, async (_, happened) => void sizes.push(happened.length)), hear()], 1);

  for (const [parcelId, trace] of traces) {
    await eventually(async () => (await movesOf(parcelId)).length === 1);
    const [row] = await query(receiver.fork(), 'select trace_id from heard where parcel_id = $1', [parcelId]);
    expect(row).toEqual({ trace_id: trace });
  }
  expect(Math.max(...sizes)).toBeGreaterThan(1);
});

test('a lane that fails holds up its own parcels; those beside it are applied once, and nothing is lost', async () => {
  let broken = true;
  let beginnings = 0;
  const fragile = on(ParcelMoved, async (tx, { parcelId, move }) => {
    if (parcelId === 'cracked' && move === 1) {
      beginnings++;
      if (broken) await query(tx, 'select pg_terminate_backend(pg_backend_pid())');
    }
  });
  const parcels = ['cracked', ...Array.from({ length: 12 }, (_, n) => `whole-${n}`)];
  await bus.publish([1, 2, 3].flatMap((move) => parcels.map((parcel) => messageOf(parcel, move))));
  await listen([fragile, hear()], 4);
  for (const parcel of parcels.slice(1)) await eventually(async () => (await movesOf(parcel)).includes(3));
  await eventually(() => beginnings > 4);
  expect(await movesOf('cracked')).toEqual([]);
  broken = false;
  await eventually(async () => (await movesOf('cracked')).includes(3), 60_000);
  for (const parcel of parcels) expect(await movesOf(parcel)).toEqual([1, 2, 3]);
});

test('events of different parcels are reacted to side by side', async () => {
  let [running, most] = [0, 0];
  const slow = on(ParcelMoved, async () => {
    most = Math.max(most, ++running);
    await eventually(() => most > 1, 3_000).catch(() => {});
    running--;
  });
  await bus.publish([1, 2, 3, 4, 5, 6].map((n) => messageOf(`lane-${n}`, 1)));
  await listen([slow, hear()], 3);
  for (const n of [1, 2, 3, 4, 5, 6]) await eventually(async () => (await movesOf(`lane-${n}`)).length > 0);
  expect(most).toBeGreaterThan(1);
});

test('an event that never succeeds is given up; once it is mended and replayed, its parcel goes on in order', async () => {
  let broken = true;
  await listen([hear('clerk', ({ parcelId }) => parcelId === 'lost' && broken)]);
  await bus.publish([messageOf('lost', 1), messageOf('lost', 2)]);

  const [letter] = await eventually(async () => {
    await query(receiver.fork(), `update platform.parked_event set next_attempt_at = now() where status = 'WAITING'`);
    const letters = await deadLettersOf('lost');
    return letters.length > 0 ? letters : null;
  });
  expect(letter).toMatchObject({ attempts: 10, lastError: 'Broken.', behind: 1 });
  expect(await movesOf('lost')).toEqual([]);

  broken = false;
  const retry = () => retryDeadLetters(receiver.fork(), { service: 'post', ids: [letter?.id ?? ''] });
  expect(await retry()).toEqual([letter?.id]);
  await expect(retry()).rejects.toThrow('not dead any more');
  await eventually(async () => (await movesOf('lost')).length === 2);
  expect(await movesOf('lost')).toEqual([1, 2]);
});

test('a migration costs an event that is tried again no attempt', async () => {
  const all = 'select * from parcel';
  const clumsy = on(ParcelMoved, async (tx, { parcelId }) => {
    if (parcelId !== 'migrated') return;
    await query(tx, all);
    throw new Error('Broken.');
  });
  const failures = async () => {
    await query(receiver.fork(), `update platform.parked_event set next_attempt_at = now() where status = 'WAITING'`);
    return query(receiver.fork(), `select attempts, last_error from platform.parked_event where key = 'migrated'`);
  };
  const triedTimes = (count: number) => eventually(async () => (await failures()).find(({ attempts }) => Number(attempts) >= count));
  for (let times = 0; times < 5; times++) await query(receiver.fork(), all);
  await listen([clumsy]);
  await bus.publish([messageOf('migrated', 1)]);
  await triedTimes(3);
  await query(receiver.fork(), 'alter table parcel add column spot text');
  try {
    const seen = new Set<unknown>();
    await eventually(async () => {
      const [failure] = await failures();
      seen.add(failure?.['last_error']);
      return Number(failure?.['attempts']) >= 6;
    });
    expect([...seen]).toEqual(['Broken.']);
  } finally {
    await query(receiver.fork(), 'alter table parcel drop column spot');
  }
});

test('work that takes longer than people wait is done also when its event is tried again', async () => {
  const hurried = await openDatabase({ url: receiver.url, entities: [], migrations: null, log, statementTimeoutMs: 500 });
  let broken = true;
  const weigh = on(ParcelMoved, async (tx) => {
    if (broken) throw new Error('Broken.');
    await query(tx, 'select pg_sleep(1)');
  });
  const consumer = await consume({ database: hurried, bus, group, reactions: [weigh, hear()], log });
  try {
    await bus.publish([messageOf('heavy', 1)]);
    await eventually(async () => (await parkedOf('heavy')).length > 0);
    broken = false;
    await eventually(async () => (await movesOf('heavy')).length === 1);
  } finally {
    await consumer.stop();
    await hurried.stop();
  }
});

test('a reaction that cannot reach something else holds up its own parcel only', async () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:25'), { code: 'ECONNREFUSED' });
  const mail = on(ParcelMoved, async (_, { parcelId }) => {
    if (parcelId === 'unreachable') throw refused;
  });
  await listen([mail, hear()]);

  await bus.publish([messageOf('unreachable', 1), messageOf('reachable', 1)]);

  await eventually(async () => (await movesOf('reachable')).length === 1);
  expect(await movesOf('unreachable')).toEqual([]);
});

test('the reader loses its database again and again: each event is applied once, in order', async () => {
  await listen([hear()]);
  const parcels = Array.from({ length: 10 }, (_, i) => `far-${i}`);

  for (let n = 1; n <= 30; n++) {
    const cut = n % 3 === 0 ? cutAll(receiver) : undefined;
    await bus.publish(parcels.map((parcel) => messageOf(parcel, n)));
    await cut;
  }
  await bus.publish(parcels.map((parcel) => messageOf(parcel, 31)));

  for (const parcel of parcels) {
    await eventually(async () => (await movesOf(parcel)).includes(31));
    expect(await movesOf(parcel)).toEqual(Array.from({ length: 31 }, (_, i) => i + 1));
  }
});

test('one reader stops in the middle and another one goes on where it was', async () => {
  const first = await consume({ database: receiver, bus, group, reactions: [hear()], log });
  const publishing = (async () => {
    for (let n = 1; n <= 100; n++) await bus.publish([messageOf('handed-over', n)]);
  })();
  await eventually(async () => (await movesOf('handed-over')).length > 10);
  await first.stop();
  await publishing;

  await listen([hear()]);

  await eventually(async () => (await movesOf('handed-over')).includes(100));
  expect(await movesOf('handed-over')).toEqual(Array.from({ length: 100 }, (_, i) => i + 1));
});

function own<Thing extends { stop(): Promise<void> }>(thing: Thing): Thing {
  running.push(thing);
  return thing;
}

async function listen(reactions: readonly Reaction[], lanes = 3): Promise<void> {
  own(await consume({ database: receiver, bus, group, reactions, lanes, log }));
}

/** A reader that notes what it heard; each note counts, so that a repetition shows. */
function hear(reader = 'clerk', fails: (data: { parcelId: string; move: number }) => boolean = () => false): Reaction {
  return on(ParcelMoved, async (tx, data) => {
    if (fails(data)) throw new Error('Broken.');
    await query(tx, 'insert into heard (reader, parcel_id, move, trace_id) values ($1, $2, $3, $4)', [
      reader,
      data.parcelId,
      data.move,
      traceId(),
    ]);
  });
}

async function movesOf(parcelId: string, reader = 'clerk'): Promise<number[]> {
  return eventually(async () => {
    const rows = await heardBy(receiver.fork(), [parcelId, reader]);
    return rows.map((row) => row.move);
  });
}

const heardBy = statement(
  { move: number('move') },
  (columns) => `select ${columns} from heard where parcel_id = $1 and reader = $2 order by place`,
);

/** What is heard of a parcel once its last move is, of which this is the number; so that what was lost before it is missed at once. */
async function movesAfterLast(parcelId: string, last: number): Promise<number[]> {
  await moveParcel(parcelId);
  await eventually(async () => (await movesOf(parcelId)).includes(last));
  return movesOf(parcelId);
}

/** The move is counted under the lock of the parcel's row. */
async function move(tx: EntityManager, parcelId: string): Promise<void> {
  const [parcel] = await countMove(tx, [parcelId]);
  await announce(tx, ParcelMoved, { parcelId, move: parcel?.moves ?? 0 });
}

const countMove = statement(
  { moves: number('parcel.moves') },
  (columns) => `insert into parcel (id, moves) values ($1, 1) on conflict (id) do update set moves = parcel.moves + 1 returning ${columns}`,
);

function moveParcel(parcelId: string, by = sender): Promise<void> {
  return transaction(by.fork(), (tx) => move(tx, parcelId));
}

function messageOf(parcelId: string, n: number): Message {
  return {
    id: crypto.randomUUID(),
    type: ParcelMoved.type,
    topic: ParcelMoved.topic,
    key: parcelId,
    occurredAt: new Date().toISOString(),
    traceparent: '',
    feeds: [],
    data: JSON.stringify({ parcelId, move: n }),
  };
}

async function unpublished(): Promise<number> {
  const rows = await query(sender.fork(), 'select from platform.event_log where published_at is null');
  return rows.length;
}

function deadLettersOf(parcelId: string) {
  return parkedOf(parcelId, true);
}

function parkedOf(parcelId: string, isDead?: boolean) {
  return parkedHeads(receiver.fork(), 'post', { size: 100, isLast: false }, { isDead: isDead ?? null, keys: [parcelId] });
}

/** Ends the sessions of relays that hold the lock, each once the next one has taken over. */
const otherRelay = statement(
  { pid: number('pid') },
  (columns) => `select ${columns} from pg_locks where locktype = 'advisory' and granted and objid::bigint = $1 and pid is distinct from $2
    and database = (select oid from pg_database where datname = current_database())`,
);

async function cutRelays(times: number): Promise<void> {
  let last: number | undefined;
  for (let time = 0; time < times; time++) {
    last = await eventually(async () => {
      const [row] = await otherRelay(sender.fork(), [RELAY_LOCK, last ?? null]);
      return row?.pid;
    });
    await query(sender.fork(), 'select pg_terminate_backend($1)', [last]);
  }
}

async function cutAll(database: Database): Promise<void> {
  const client = await connectTo(database.url);
  await client.query(`select pg_terminate_backend(pid) ${SESSIONS}`);
  await client.end();
}

/** Ends with the test. */
async function connectTo(url: string | undefined): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  own({ stop: () => client.end() });
  return client;
}

/** The SQL of what is done in the sender's database, through a pool of its own. */
async function statementsOf(work: (database: Database) => Promise<void>): Promise<string[]> {
  const statements: string[] = [];
  const counted = await openDatabase({
    url: sender.url,
    entities: [Parcel],
    migrations: null,
    log,
    onStatement: (sql) => void statements.push(sql),
  });
  try {
    await work(counted);
  } finally {
    await counted.stop();
  }
  return statements;
}
