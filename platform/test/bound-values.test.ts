import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { defineEntity, type EntityManager, LockMode, p, sql } from '@mikro-orm/postgresql';
import {
  beforeCommit,
  type Database,
  openDatabase,
  query,
  run,
  transaction,
  unhurried,
  writtenWithNext,
} from '../src/database/database.ts';
import { messageOf } from '../src/errors.ts';
import { createLogger } from '../src/observe/logging.ts';
import { createDatabase } from '../testing/databases.ts';
import { eventually } from '../testing/eventually.ts';
import { severableWay } from '../testing/severable.ts';

/** A cloakroom, whose guests would rather not be read about in a log. */
const CoatSchema = defineEntity({
  name: 'Coat',
  properties: {
    id: p.text().primary(),
    owner: p.text(),
    pockets: p.integer(),
    warm: p.boolean(),
    price: p.decimal(),
    sizes: p.array(),
    label: p.json<object>(),
    tag: p.uuid().nullable(),
    lostAt: p.datetime(3).nullable(),
  },
});
class Coat extends CoatSchema.class {}
CoatSchema.setClass(Coat);

const OWNER = `o'Hara? "$1" \\ {x} ??`;
const LOST_AT = new Date('2026-03-01T12:00:00.123Z');

let place: { url: string; drop(): Promise<void> };
let cloakroom: Database;
let statements: string[] = [];

beforeAll(async () => {
  place = await createDatabase('cloakroom');
  cloakroom = await openDatabase({
    url: place.url,
    entities: [Coat],
    migrations: new URL('./coat-migrations/', import.meta.url),
    log: createLogger('cloakroom', 'silent'),
    onStatement: (text) => void statements.push(text),
  });
});
beforeEach(async () => {
  await query(cloakroom.fork(), 'delete from coat');
  statements = [];
});
afterAll(async () => {
  await cloakroom.stop();
  await place.drop();
});

function coat(id: string, more: Partial<Coat> = {}): Coat {
  const rest = {
    owner: id,
    pockets: 3,
    warm: true,
    price: '12.50',
    sizes: ['S', 'a "b", {c}'],
    label: { text: "it's", n: [1] },
    tag: null,
  };
  return Object.assign(new Coat(), { id, ...rest, lostAt: null, ...more });
}

test('what is written is read again as it was, and stands in no statement', async () => {
  const tag = '0198c0de-0000-7000-8000-00000000cafe';
  await transaction(cloakroom.fork(), async (tx) => {
    tx.persist([coat('coat_1', { owner: OWNER, tag, lostAt: LOST_AT }), coat('coat_2')]);
    await tx.flush();
  });

  const [first, second] = await cloakroom.fork().find(Coat, { id: ['coat_1', 'coat_2'] }, { orderBy: { id: 'asc' } });

  expect(first).toMatchObject({ owner: OWNER, pockets: 3, warm: true, price: '12.50', tag, lostAt: LOST_AT });
  expect(second).toMatchObject({ sizes: ['S', 'a "b", {c}'], label: { text: "it's", n: [1] }, tag: null, lostAt: null });
  expect(await cloakroom.fork().findOne(Coat, { owner: OWNER, lostAt: { $gte: LOST_AT } })).toMatchObject({ id: 'coat_1' });
  expect(statements.join('\n')).not.toMatch(/Hara|12\.50|cafe|2026-03|coat_1|it's/);
});

test('changes of many rows at once, counts, lists and pieces of SQL are bound alike', async () => {
  const writer = cloakroom.fork();
  writer.persist(Array.from({ length: 5 }, (_, n) => coat(`coat_${n}`)));
  await writer.flush();
  for (const [n, each] of (await writer.find(Coat, {}, { orderBy: { id: 'asc' } })).entries()) {
    Object.assign(each, { owner: `Owner ${n}`, pockets: n, warm: n % 2 === 0, lostAt: n === 0 ? null : LOST_AT, label: { n } });
  }
  await writer.flush();

  const reader = cloakroom.fork();
  expect(await reader.count(Coat, { lostAt: null, warm: true })).toBe(1);
  expect(await reader.count(Coat, { pockets: { $in: [1, 2, 77] }, lostAt: { $ne: null } })).toBe(2);
  expect(await reader.findOne(Coat, { owner: 'Owner 4' }, { fields: ['label', 'lostAt'] })).toMatchObject({
    label: { n: 4 },
    lostAt: LOST_AT,
  });
  expect(await reader.count(Coat, { [sql`lower(owner)`]: 'owner 3' })).toBe(1);
  expect(await reader.nativeDelete(Coat, { owner: ['Owner 1', 'Owner 2'] })).toBe(2);
  expect(await reader.find(Coat, {}, { orderBy: { pockets: 'desc' }, limit: 1, offset: 1 })).toMatchObject([{ owner: 'Owner 3' }]);
  expect(statements.join('\n')).not.toMatch(/Owner|2026/);
});

test('a plain statement says the same the second time, when its text is kept, and is about its own values', async () => {
  const tag = '0198c0de-0000-7000-8000-00000000cafe';
  const coats = [
    coat('coat_1', { owner: 'Ada', pockets: 1 }),
    coat('coat_2', { owner: 'Bea', pockets: 2, warm: false, tag }),
    coat('coat_3', { owner: 'Cleo', pockets: 1, lostAt: LOST_AT }),
  ];
  await transaction(cloakroom.fork(), async (tx) => void tx.persist(coats));
  const found = async (where: object, options: object = {}) =>
    transaction(cloakroom.fork(), async (tx) => {
      const some = await tx.find(Coat, where, { orderBy: { id: 'desc' }, ...options });
      return some.map(({ id }) => id);
    });
  for (let time = 0; time < 3; time++) {
    expect(await found({ id: ['coat_1'] })).toEqual(['coat_1']);
    expect(await found({ id: ['coat_3'] })).toEqual(['coat_3']);
    expect(await found({ id: ['coat_1', 'coat_2'] })).toEqual(['coat_2', 'coat_1']);
    expect(await found({ id: { $in: ['coat_3', 'coat_2'] } }, { orderBy: { owner: 'asc' } })).toEqual(['coat_2', 'coat_3']);
    expect(await found({ pockets: 1, warm: true })).toEqual(['coat_3', 'coat_1']);
    expect(await found({ pockets: 2, warm: true })).toEqual([]);
    expect(await found({ warm: false })).toEqual(['coat_2']);
    expect(await found({ pockets: 1 }, { limit: 1 })).toEqual(['coat_3']);
    expect(await found({ pockets: 1 }, { limit: 1, offset: 1 })).toEqual(['coat_1']);
    expect(await found({ tag: null })).toEqual(['coat_3', 'coat_1']);
    expect(await found({ tag })).toEqual(['coat_2']);
    expect(await found({ lostAt: LOST_AT })).toEqual(['coat_3']);
    expect(await found({ pockets: 1 }, { lockMode: LockMode.PESSIMISTIC_WRITE })).toEqual(['coat_3', 'coat_1']);
    expect(statements.at(-1)).toMatch(/for update$/);
  }

  for (const [warm, lostAt, label] of [[true, null, { n: 1 }] as const, [false, LOST_AT, { n: 2 }] as const, [false, null, {}] as const]) {
    await transaction(cloakroom.fork(), async (tx) => {
      for (const [n, each] of (await tx.find(Coat, {}, { orderBy: { id: 'asc' } })).entries())
        if (n !== 1) Object.assign(each, { warm, lostAt, label, pockets: each.pockets + 10 });
      await tx.flush();
    });
    const [first, second, third] = await cloakroom.fork().find(Coat, {}, { orderBy: { id: 'asc' } });
    for (const each of [first, third]) expect(each).toMatchObject({ warm, lostAt, label });
    expect(second).toMatchObject({ warm: false, pockets: 2, tag, lostAt: null });
  }
  expect(await found({ pockets: [31, 2, 7] })).toEqual(['coat_3', 'coat_2', 'coat_1']);
});

test.each([
  ['that is taken', () => cloakroom.fork().insert(Coat, coat('twin', { owner: OWNER }))],
  ['that does not fit', () => query(cloakroom.fork(), 'select $1::uuid', [OWNER])],
  ['that is too large', () => query(cloakroom.fork(), 'select $1::int', ['7798877988'])],
])('an error about a value %s does not say the value', async (_, fail) => {
  await cloakroom.fork().insert(Coat, coat('first', { owner: OWNER }));
  const error: unknown = await fail().catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Error);
  const said = [messageOf(error), (error as Error).stack, JSON.stringify(error)].join('\n');
  expect(said).not.toMatch(/Hara|7798877988/);
});

test('a transaction waits once for each thing that it reads, and once for its commit', async () => {
  const way = await severableWay(place.url);
  const far = await openDatabase({
    url: way.url,
    entities: [Coat],
    migrations: null,
    log: createLogger('cloakroom', 'silent'),
    poolSize: 1,
  });
  try {
    await transaction(far.fork(), async (tx) => void tx.persist([coat('coat_1'), coat('coat_2')]));
    const sent = way.sent();
    await transaction(far.fork(), async (tx) => {
      const [first, second] = await tx.find(Coat, {}, { orderBy: { id: 'asc' } });
      if (!first || !second) throw new Error('A coat is lost.');
      await query(tx, 'select 1');
      first.pockets = 7;
      tx.remove(second);
      tx.persist(coat('coat_3'));
    });
    expect(way.sent() - sent).toBe(3);
    await transaction(far.fork(), async () => {});
    expect(way.sent() - sent).toBe(3);
    await transaction(far.fork(), async (tx) => {
      await query(tx, 'select 1');
      await writtenWithNext(tx, async (inner) => void inner.persist(coat('coat_4')));
    });
    expect(way.sent() - sent).toBe(5);
    await transaction(far.fork(), async (tx) => void tx.persist(coat('coat_5')));
    expect(way.sent() - sent).toBe(6);
    const left = await cloakroom.fork().find(Coat, {}, { orderBy: { id: 'asc' } });
    expect(left.map(({ id, pockets }) => [id, pockets])).toEqual([
      ['coat_1', 7],
      ['coat_3', 3],
      ['coat_4', 3],
      ['coat_5', 3],
    ]);
  } finally {
    await far.stop();
    await way.cut();
  }
});

test('what fails at the end of a transaction undoes it all; what fails in a savepoint, the savepoint alone', async () => {
  const twin = async () => {
    await transaction(cloakroom.fork(), async (tx) => void tx.persist(coat('coat_1')));
    return transaction(cloakroom.fork(), async (tx) => void tx.persist([coat('coat_2'), coat('coat_1')]));
  };
  await expect(twin()).rejects.toMatchObject({ code: '23505' });
  expect(await cloakroom.fork().count(Coat)).toBe(1);

  await transaction(cloakroom.fork(), async (tx) => {
    tx.persist(coat('coat_3'));
    await transaction(tx, async (inner) => void inner.persist(coat('coat_1'))).catch(() => {});
    await transaction(tx, async (inner) => void inner.persist(coat('coat_4')));
    await transaction(tx, async () => {
      throw new Error('Nothing was asked in it.');
    }).catch(() => {});
  });
  expect(await cloakroom.fork().count(Coat)).toBe(3);
});

test('a connection that keeps a statement from before a migration is asked anew', async () => {
  const one = await openDatabase({
    url: place.url,
    entities: [Coat],
    migrations: null,
    log: createLogger('cloakroom', 'silent'),
    poolSize: 1,
  });
  const all = 'select * from coat';
  try {
    for (let times = 0; times < 10; times++) await query(one.fork(), all);
    await query(cloakroom.fork(), 'alter table coat add column spot text');
    expect(await query(one.fork(), all)).toEqual([]);
    for (let times = 0; times < 10; times++) await query(one.fork(), all);
    await query(cloakroom.fork(), 'alter table coat drop column spot');
    expect(await transaction(one.fork(), (tx) => query(tx, all))).toEqual([]);
  } finally {
    await one.stop();
  }
});

test('what may take long has connections of its own: neither it nor people wait for each other', async () => {
  const pools = { poolSize: 1, backgroundPoolSize: 1 };
  const busy = await openDatabase({
    url: place.url,
    entities: [Coat],
    migrations: null,
    log: createLogger('cloakroom', 'silent'),
    ...pools,
  });
  try {
    await transaction(busy.fork(), async (tx) => {
      await query(tx, 'select 1');
      await unhurried(busy.fork(), (background) => query(background, 'select 1'));
    });
    await unhurried(busy.fork(), async (tx) => {
      await query(tx, 'select 1');
      await query(busy.fork(), 'select 1');
    });
  } finally {
    await busy.stop();
  }
});

test('a transaction that goes on after one of its statements failed is refused, for it wrote nothing', async () => {
  const careless = transaction(cloakroom.fork(), async (tx) => {
    await query(tx, 'select 1 / 0').catch(() => {});
    tx.persist(coat('coat_1'));
  });
  await expect(careless).rejects.toThrow();
  await expect(
    transaction(cloakroom.fork(), async (tx) => {
      await query(tx, 'select 1 / 0').catch(() => {});
    }),
  ).rejects.toThrow('after one of its statements had failed');
  expect(await cloakroom.fork().count(Coat)).toBe(0);
});

test('what still goes on of a transaction that has ended writes nothing', async () => {
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  const late: Promise<unknown>[] = [];
  const write = async (tx: EntityManager, id: string) => {
    await ended;
    await query(tx, `insert into coat (id, owner, pockets, warm, price, sizes, label) values ($1, '', 1, true, 1, '{}', '{}')`, [id]);
  };
  const failed = transaction(cloakroom.fork(), async (tx) => {
    await query(tx, 'select 1');
    late.push(write(tx, 'coat_1'));
    throw new Error('The guest left.');
  });
  await expect(failed).rejects.toThrow('The guest left.');
  await transaction(cloakroom.fork(), async (tx) => {
    await transaction(tx, async (inner) => {
      await query(inner, 'select 1');
      late.push(write(inner, 'coat_2'));
      throw new Error('The guest left.');
    }).catch(() => {});
    end();
    const outcomes = await Promise.allSettled(late);
    const over = expect.objectContaining({ reason: expect.objectContaining({ message: expect.stringContaining('has ended') }) });
    expect(outcomes).toEqual([over, over]);
  });
  expect(await cloakroom.fork().count(Coat)).toBe(0);
});

test('what a savepoint did not write is known to nothing behind it', async () => {
  await transaction(cloakroom.fork(), async (tx) => void tx.persist(coat('coat_1', { pockets: 1 })));
  await transaction(cloakroom.fork(), async (tx) => {
    const both = () => transaction(tx, async (inner) => void inner.persist([coat('coat_1', { pockets: 7 }), coat('coat_2')]));
    await expect(both()).rejects.toMatchObject({ code: '23505' });
    expect(await tx.findOne(Coat, 'coat_1')).toMatchObject({ pockets: 1 });
    expect(await tx.findOne(Coat, 'coat_2')).toBeNull();
    tx.persist(coat('coat_2'));
  });
  expect(await cloakroom.fork().count(Coat)).toBe(2);
});

test('what is written with the next statement fails with it, and is not undone with what comes behind it', async () => {
  const write = (tx: EntityManager, id: string) => writtenWithNext(tx, async (inner) => void inner.persist(coat(id)));
  await transaction(cloakroom.fork(), async (tx) => {
    await write(tx, 'coat_1');
    const torn = transaction(tx, async (inner) => {
      await inner.persist(coat('coat_2')).flush();
      throw new Error('It is torn.');
    });
    await expect(torn).rejects.toThrow('torn');
  });
  const twin = transaction(cloakroom.fork(), async (tx) => {
    await write(tx, 'coat_3');
    await write(tx, 'coat_1');
  });
  await expect(twin).rejects.toMatchObject({ code: '23505' });
  const left = await cloakroom.fork().find(Coat, {});
  expect(left.map(({ id }) => id)).toEqual(['coat_1']);
});

test('a transaction one of whose values cannot be sent writes nothing', async () => {
  const broken = transaction(cloakroom.fork(), async (tx) => {
    beforeCommit(tx, () => run(tx, 'update coat set label = $1', [{ n: 1n }]));
    tx.persist(coat('coat_1'));
  });
  await expect(broken).rejects.toThrow('BigInt');
  expect(await cloakroom.fork().count(Coat)).toBe(0);
});

test('a database that was stopped holds no connection', async () => {
  const other = await createDatabase('stopped');
  const stopped = await openDatabase({
    url: other.url,
    entities: [Coat],
    migrations: new URL('./coat-migrations/', import.meta.url),
    log: createLogger('stopped', 'silent'),
    poolSize: 1,
  });
  await query(stopped.fork(), 'select 1');
  await unhurried(stopped.fork(), (tx) => query(tx, 'select 1'));
  const name = new URL(other.url).pathname.slice(1);
  const connections = () => query(cloakroom.fork(), 'select from pg_stat_activity where datname = $1', [name]);
  expect(await connections()).toHaveLength(2);
  await stopped.stop();
  await eventually(async () => (await connections()).length === 0, 10_000);
  await other.drop();
});
