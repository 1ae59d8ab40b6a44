import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { event } from '@agora/schema/events/event';
import { defineEntity, p } from '@mikro-orm/postgresql';
import pg from 'pg';
import * as z from 'zod';
import { createCursors } from '../src/reading/cursor.ts';
import { type Database, openDatabase, transaction } from '../src/database/database.ts';
import { announceLive } from '../src/events/event-log.ts';
import { feedCursor, type Feeds, openFeeds, seqIn } from '../src/live/feed.ts';
import { createLogger } from '../src/observe/logging.ts';
import type { Bus } from '../src/transport/bus.ts';
import { openPostgresBus } from '../src/transport/postgres/postgres-bus.ts';
import { mapAsync } from '../src/live/map-async.ts';
import { startRelay } from '../src/events/relay.ts';
import { startCursorIn } from '../src/live/start-cursor.ts';
import { type BaseContext, createSubgraph, type Subgraph, type SubgraphRequest } from '../src/graph/subgraph.ts';
import { createDatabase } from '../testing/databases.ts';
import { eventually } from '../testing/eventually.ts';
import { take } from '../testing/take.ts';

/** A post office whose parcels can be watched. */
const ParcelMoved = event('post.parcel.moved.v1', 'parcelId', 'A parcel moved.', { parcelId: z.string() });
const Parcel = defineEntity({ name: 'Parcel', properties: { id: p.text().primary(), moves: p.integer() } });
const Move = z.object({ move: z.int() });
type Stream = Awaited<ReturnType<typeof follow>>;

const log = createLogger('live-feeds.test', 'silent');
/** How often a follower looks at the table where no bus tells it anything. */
const LOOKS_EVERY_MS = 1_000;
const SECRET = 'a secret that only tests know, long enough';
const cursors = createCursors(SECRET);

interface Process {
  readonly database: Database;
  readonly feeds: Feeds;
  readonly statements: string[];
  stop(): Promise<void>;
}

let places: { url: string; drop(): Promise<void> }[];
let here: Process;
const opened: { stop(): Promise<void> }[] = [];

beforeAll(async () => {
  places = await Promise.all(['parcels', 'bus'].map(createDatabase));
  here = await startProcess();
});

afterEach(async () => {
  for (const thing of opened.splice(0).toReversed()) await thing.stop();
});

afterAll(async () => {
  await here.stop();
  await Promise.all(places.map((place) => place.drop()));
});

test('a reader is told of what happens from now on', async () => {
  await moveParcel('fresh', 1);
  const stream = await follow(['fresh']);
  await moveParcel('fresh', 2);

  const [value] = await take(stream, 1);

  expect(value).toMatchObject({ feed: 'fresh', seq: 2, payload: { move: 2 } });
});

test('a subscription that asks is first told where it begins, and following again from there misses nothing', async () => {
  const post = postOffice();
  await moveParcel('idle', 1);
  const opened = await watch(post, { wantsStart: true });
  await moveParcel('idle', 2);

  const [first] = await take(opened, 1);
  await moveParcel('idle', 3);
  await opened.return?.();
  await moveParcel('idle', 4);

  expect(first).toEqual({ data: null, extensions: { startCursor: expect.any(String) } });
  const again = await watch(post, { variables: { after: startCursorIn(first ?? {}) } });
  expect(await take(again, 3)).toEqual([2, 3, 4].map((move) => ({ data: { parcelMoved: { move } } })));
});

test('what a subscription is first told is where it began, whatever it has been told since', async () => {
  const stream = await follow(['begun']);
  await moveParcel('begun', 1);
  await take(stream, 1);

  expect(seqIn(cursors, stream.startCursor, 'begun', 'after')).toBe(0);
});

test('a subscription that does not ask is told of events only', async () => {
  const stream = await watch(postOffice(), {});
  await moveParcel('idle', 5);

  expect(await take(stream, 1)).toEqual([{ data: { parcelMoved: { move: 5 } } }]);
});

test('a subscription that is left before it was told where it begins releases its feed', async () => {
  const stream = await watch(postOffice(), { wantsStart: true });

  await stream.return?.();

  expect(await stream.next()).toEqual({ done: true, value: undefined });
});

test('three hundred moves while the reader is cut off again and again: none is lost, none comes twice, all in order', async () => {
  const count = 300;
  const told: number[] = [];
  const writing = writeAll('cut-off', count);

  let after: string | undefined = feedCursor(cursors, { 'cut-off': 0 });
  while (told.length < count) {
    const stream = await follow(['cut-off'], after);
    for (let left = Math.floor(Math.random() * 15); left > 0 && told.length < count; left--) {
      const [move] = await take(stream, 1);
      after = move?.cursor;
      told.push(move?.seq ?? NaN);
    }
    const unheard = stream.next();
    await stream.return?.();
    await unheard;
  }

  await writing;
  expect(told).toEqual(Array.from({ length: count }, (_, i) => i + 1));
});

test('whoever follows first and acts then misses nothing', async () => {
  for (let round = 1; round <= 50; round++) {
    const stream = await follow(['eager']);
    const [[move]] = await Promise.all([take(stream, 1), moveParcel('eager', round)]);
    expect(move?.seq).toBe(round);
    await stream.return?.();
  }
});

test('many writers and many readers: every reader is told everything once, in order', async () => {
  const names = ['wide-1', 'wide-2', 'wide-3'];
  const [writers, rounds] = [12, 20];
  const streams = await Promise.all([...names.map((name) => [name]), names, names].map((feeds) => follow(feeds)));

  const reading = streams.map((stream, i) => take(stream, writers * rounds * (i < names.length ? 1 : names.length)));
  await Promise.all(
    Array.from({ length: writers }, async () => {
      for (let round = 0; round < rounds; round++) await moveParcels(names, round);
    }),
  );

  for (const told of await Promise.all(reading)) {
    for (const [, ofFeed] of Map.groupBy(told, ({ feed }) => feed)) {
      expect(ofFeed.map(({ seq }) => seq)).toEqual(Array.from({ length: writers * rounds }, (_, i) => i + 1));
    }
  }
});

test('a cursor remembers every feed that is followed; a feed it does not know begins now', async () => {
  const stream = await follow(['left', 'right']);
  await moveParcel('left', 1);
  await moveParcel('right', 1);
  await moveParcel('left', 2);
  const [first] = await take(stream, 1);
  await moveParcel('new', 1);

  const resumed = await follow(['left', 'right', 'new'], first?.cursor);
  await moveParcel('new', 2);

  const told = await take(resumed, 3);
  expect(told.map(({ feed, seq }) => `${feed} ${seq}`).sort()).toEqual(['left 2', 'new 2', 'right 1']);
});

test('a cursor that belongs to something else is refused', async () => {
  await moveParcel('mine', 1);
  const stream = await restartFrom('mine', 0);
  const [told] = await take(stream, 1);
  const refusal = { problems: [{ code: 'BAD_USER_INPUT', message: expect.anything(), field: ['after'] }] };

  await expect(follow(['yours'], told?.cursor)).rejects.toMatchObject(refusal);
  await expect(follow(['mine'], `${told?.cursor}x`)).rejects.toMatchObject(refusal);
  await expect(follow(['mine'], cursors.encode({ createdAt: 'x' }))).rejects.toMatchObject(refusal);
  expect(() => seqIn(cursors, told?.cursor ?? '', 'yours', 'after')).toThrow(expect.objectContaining(refusal));
  expect(seqIn(cursors, told?.cursor ?? '', 'mine', 'after')).toBe(1);
});

test('a reader that leaves while it waits is gone at once', async () => {
  const stream = await follow(['quiet']);
  const waiting = stream.next();

  await stream.return?.();

  expect(await waiting).toEqual({ done: true, value: undefined });
  expect(await stream.next()).toEqual({ done: true, value: undefined });
});

test('a reader that is slow costs nothing: what it has not asked for stays in the table', async () => {
  const stream = await restartFrom('slow', 0);
  await writeAll('slow', 20);
  await take(stream, 1);
  here.statements.length = 0;

  await moveParcels(
    Array.from({ length: 1500 }, () => 'slow'),
    1,
  );
  expect(here.statements.filter((sql) => sql.includes('cross join lateral'))).toEqual([]);

  const told = await take(stream, 1519);
  expect(told.map(({ seq }) => seq)).toEqual(Array.from({ length: 1519 }, (_, i) => i + 2));
  expect(here.statements.filter((sql) => sql.includes('cross join lateral')).length).toBeLessThan(30);
});

test('readers of one feed share what is read for them', async () => {
  const streams = await Promise.all(Array.from({ length: 200 }, () => follow(['popular'])));
  const reading = streams.map((stream) => take(stream, 1));
  here.statements.length = 0;

  await moveParcel('popular', 1);
  await Promise.all(reading);

  expect(here.statements.filter((sql) => sql.includes('cross join lateral')).length).toBeLessThan(3);
  for (const stream of streams) await stream.return?.();
});

test('a replica hears of what another one did, over the bus', async () => {
  const there = own(await startProcess());
  own(await startRelayOf(there));
  const stream = await follow(['elsewhere']);
  let fastest = Infinity;

  for (let n = 1; n <= 20; n++) {
    await moveParcel('elsewhere', n, there);
    const begun = performance.now();
    const [move] = await take(stream, 1);
    fastest = Math.min(fastest, performance.now() - begun);
    expect(move?.seq).toBe(n);
  }

  expect(fastest).toBeLessThan(LOOKS_EVERY_MS / 2);
});

test('what its own process has told a reader, the bus makes it read no second time', async () => {
  const heard: string[] = [];
  const there = own(await startProcess(heard));
  const stream = await there.feeds.follow({ feeds: ['near'], payload: Move });
  for (let n = 1; n <= 20; n++) await moveParcel('near', n, there);
  await take(stream, 20);
  const waiting = stream.next();
  there.statements.length = 0;

  own(await startRelayOf(there));
  await eventually(() => heard.filter((feed) => feed === 'near').length === 20, 20_000);
  await moveParcel('near', 21, there);
  await waiting;

  expect(there.statements.filter((sql) => sql.includes('cross join lateral')).length).toBe(1);
});

test('a replica hears of what another one did even when the bus stands still', async () => {
  const there = own(await startProcess());
  const stream = await follow(['silent']);

  await moveParcel('silent', 1, there);

  const [move] = await take(stream, 1);
  expect(move?.seq).toBe(1);
});

test('the database cuts every session: readers stay and miss nothing', async () => {
  const stream = await follow(['shaken']);
  const reading = take(stream, 30);

  for (let n = 1; n <= 30; n++) {
    if (n % 10 === 0) await cutAll();
    await eventually(() => moveParcel('shaken', n).then(() => true));
  }

  const told = await reading;
  expect(told.map(({ seq }) => seq)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
});

test('closing ends every stream', async () => {
  const there = own(await startProcess());
  const stream = await there.feeds.follow({ feeds: ['closing'], payload: Move });
  const waiting = stream.next();

  await there.feeds.stop();

  expect(await waiting).toEqual({ done: true, value: undefined });
  const late = await there.feeds.follow({ feeds: ['closing'], payload: Move });
  expect(await late.next()).toEqual({ done: true, value: undefined });
});

test('an entry that cannot be read is left out, and those behind it are told', async () => {
  await transaction(here.database.fork(), (tx) =>
    announceLive(tx, ParcelMoved, { parcelId: 'odd' }, [{ feed: 'odd', payload: { move: 'x' } }]),
  );
  await moveParcel('odd', 2);
  const stream = await restartFrom('odd', 0);

  const [value] = await take(stream, 1);

  expect(value).toMatchObject({ seq: 2, payload: { move: 2 } });
});

test('entries of one announcement cost one statement, and stand in the order given, each behind those of its feed', async () => {
  await moveParcel('front', 1);
  here.statements.length = 0;
  const { seqs } = await transaction(here.database.fork(), (tx) =>
    announceLive(
      tx,
      ParcelMoved,
      { parcelId: 'prc' },
      ['front', 'back', 'front', 'back', 'front'].map((feed, move) => ({ feed, payload: { move } })),
    ),
  );

  expect(seqs).toEqual([2, 1, 3, 2, 4]);
  expect(here.statements.filter((sql) => sql.includes('platform.feed_head (')).length).toBe(1);
  const moves = async (feed: string, seq: number, count: number) =>
    (await take(await restartFrom(feed, seq), count)).map(({ payload }) => payload.move);
  expect([await moves('front', 1, 3), await moves('back', 0, 2)]).toEqual([
    [0, 2, 4],
    [1, 3],
  ]);
});

function own<Thing extends { stop(): Promise<void> }>(thing: Thing): Thing {
  opened.push(thing);
  return thing;
}

/** Adds to `heard` each feed that its bus has told it of. */
async function startProcess(heard: string[] = []): Promise<Process> {
  const [url, busUrl] = places.map((place) => place.url);
  const statements: string[] = [];
  const database = await openDatabase({
    url: url ?? '',
    entities: [Parcel],
    migrations: new URL('./parcel-migrations/', import.meta.url),
    log,
    onStatement: (sql) => void statements.push(sql),
  });
  const bus = await openPostgresBus({ url: busUrl ?? '', log });
  const tail: Bus['tail'] = (topics, onMessage) =>
    bus.tail(topics, (message) => {
      onMessage(message);
      heard.push(...message.feeds);
    });
  const feeds = await openFeeds({ database, bus: { ...bus, tail }, topic: ParcelMoved.topic, cursors, log });
  return {
    database,
    feeds,
    statements,
    async stop() {
      await feeds.stop();
      await bus.stop();
      await database.stop();
    },
  };
}

async function startRelayOf({ database }: Process): Promise<{ stop(): Promise<void> }> {
  const bus = own(await openPostgresBus({ url: places[1]?.url ?? '', log }));
  return startRelay({ database, bus, log });
}

/** The graph of a service whose resolver follows the feed `idle`. */
function postOffice(): Subgraph {
  return createSubgraph<BaseContext>({
    name: 'post',
    sdl: 'type Query { parcels: Int } type Subscription { parcelMoved(after: String): Move! } type Move { move: Int! }',
    database: here.database,
    log,
    secret: SECRET,
    operationCacheBytes: 1_000_000,
    maxAnswerBytes: 1_000_000,
    context: (base) => base,
    resolvers: {
      parcels: {
        Query: { parcels: () => null },
        Subscription: {
          parcelMoved: {
            subscribe: async (_: unknown, { after }: { after?: string | null }) =>
              mapAsync(await follow(['idle'], after), async ({ payload }) => ({ parcelMoved: payload })),
          },
        },
      },
    },
  });
}

async function watch(post: Subgraph, how: Pick<SubgraphRequest, 'variables' | 'wantsStart'>) {
  const query = 'subscription ($after: String) { parcelMoved(after: $after) { move } }';
  const stream = await post.subscribe({ query, identity: { actor: null, ip: '127.0.0.1' }, ...how });
  if (!(Symbol.asyncIterator in stream)) throw new AggregateError(stream.errors ?? []);
  return stream;
}

function follow(feeds: readonly string[], after?: string | null) {
  return here.feeds.follow({ feeds, after, payload: Move });
}

function restartFrom(feed: string, seq: number): Promise<Stream> {
  return follow([feed], feedCursor(cursors, { [feed]: seq }));
}

function moveParcel(feed: string, n: number, by = here): Promise<void> {
  return moveParcels([feed], n, by);
}

function moveParcels(feeds: readonly string[], n: number, by = here): Promise<void> {
  return transaction(by.database.fork(), async (tx) => {
    await announceLive(
      tx,
      ParcelMoved,
      { parcelId: 'prc' },
      feeds.map((feed) => ({ feed, payload: { move: n } })),
    );
  });
}

async function writeAll(feed: string, count: number): Promise<void> {
  for (let n = 1; n <= count; n++) await moveParcel(feed, n);
}

async function cutAll(): Promise<void> {
  const client = new pg.Client({ connectionString: here.database.url });
  await client.connect();
  await client.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  await client.end();
}
