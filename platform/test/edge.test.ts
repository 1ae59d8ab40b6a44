import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { defineEntity, p } from '@mikro-orm/postgresql';
import pg from 'pg';
import { pino } from 'pino';
import type { Actor } from '../src/security/actor.ts';
import { number, rowsOf } from '../src/reading/columns.ts';
import type { PageArgs } from '../src/reading/connection.ts';
import { createCursors } from '../src/reading/cursor.ts';
import { sortedBy } from '../src/reading/list-order.ts';
import { listOf, listsOf } from '../src/reading/lists.ts';
import { statement } from '../src/reading/statement.ts';
import { databaseAnswers } from '../src/database/database-answers.ts';
import { type Database, openDatabase, query, transaction, unhurried } from '../src/database/database.ts';
import { Refusal } from '../src/errors.ts';
import { serveSubgraph, type Server } from '../src/graph/http.ts';
import { IDENTITY_HEADER, signIdentity } from '../src/security/identity.ts';
import { newId, newUuid } from '../src/ids.ts';
import { person } from '../testing/subgraph.ts';
import { createLogger, type Logger } from '../src/observe/logging.ts';
import { type BaseContext, createSubgraph, type Subgraph } from '../src/graph/subgraph.ts';
import { createDatabase } from '../testing/databases.ts';
import { eventually } from '../testing/eventually.ts';
import { severableWay } from '../testing/severable.ts';

/** A tea room: just enough of a service to see what the platform does for every one of them. */
const TEA_ROOM = `
  type Query { secret: String @auth(requires: [ADMIN]) broken: String refused: String cups: Int found: Int opened(since: DateTime): String }
  type Mutation {
    cupBuy(input: CupInput!): CupPayload @auth(requires: [USER])
    """Finds one. userErrors: CONFLICT, NOT_FOUND."""
    cupFind(input: CupInput!): CupPayload
  }
  input CupInput { size: Int! token: String }
  type CupPayload { cupId: ID count: Int userErrors: [UserError!]! }
`;

const SECRET = 'a secret that only tests know, long enough';
const cursors = createCursors(SECRET);
const CupSchema = defineEntity({
  name: 'Cup',
  properties: { id: p.text().primary(), owner: p.text(), size: p.integer(), colour: p.text() },
});
class Cup extends CupSchema.class {}
CupSchema.setClass(Cup);
const log = createLogger('tearoom', 'silent');
const buyer = person();

let place: { url: string; drop(): Promise<void> };
let database: Database;
let tearoom: Subgraph;
let server: Server;
let sdl: string;

beforeAll(async () => {
  place = await createDatabase('tearoom');
  database = await openDatabase({ url: place.url, entities: [Cup], migrations: new URL('./tiny-migrations/', import.meta.url), log });
  const shared = await readFile(new URL('../../schema/shared.graphql', import.meta.url), 'utf8');
  sdl = shared + TEA_ROOM;
  tearoom = open(database, log);
  server = await serveSubgraph({
    subgraph: tearoom,
    host: '127.0.0.1',
    port: 0,
    secret: SECRET,
    check: () => query(database.fork(), 'select 1'),
    log,
  });
});
afterAll(async () => {
  await server.stop();
  await database.stop();
  await place.drop();
});

function open(on: Database, logger: Logger): Subgraph {
  return createSubgraph<BaseContext>({
    name: 'tearoom',
    sdl,
    database: on,
    log: logger,
    secret: SECRET,
    operationCacheBytes: 1_000_000,
    maxAnswerBytes: 1_000_000,
    context: (base) => base,
    guestScope: ({ input }) =>
      typeof input === 'object' && input && 'token' in input && typeof input.token === 'string' ? input.token : null,
    resolvers: {
      tearoom: {
        Query: {
          secret: () => 'the recipe',
          broken: () => {
            throw new Error('SELECT password FROM account');
          },
          refused: () => {
            throw new Refusal('NOT_FOUND', { en: 'No such tea.', es: 'No hay tal té.', pt: 'Esse chá não existe.' }, ['tea']);
          },
          cups: async (_: unknown, __: unknown, { em }: BaseContext) => (await query(em, 'select id from cup')).length,
          found: async (_: unknown, __: unknown, { em }: BaseContext) => (await em.find(Cup, {})).length,
          opened: (_: unknown, { since }: { since: string }) => since,
        },
        Mutation: {
          cupBuy: (_: unknown, { input }: { input: { size: number } }, { em, actor }: BaseContext) =>
            buyCup(em, actor?.id ?? '', input.size),
          cupFind: (_: unknown, { input }: { input: { size: number } }, { em }: BaseContext) => buyCup(em, 'guest', input.size),
        },
      },
    },
  });
}

function buyCup(em: BaseContext['em'], owner: string, size: number) {
  return transaction(em, async (tx) => {
    const id = newId('cup');
    await query(tx, 'insert into cup (id, owner, size, colour) values ($1, $2, $3, $4)', [id, owner, size, 'blue']);
    if (size < 1)
      throw new Refusal('INVALID', { en: 'A cup has a size.', es: 'Una taza tiene un tamaño.', pt: 'Uma xícara tem um tamanho.' }, [
        'size',
      ]);
    const [{ count } = { count: 0 }] = await countCups(tx);
    return { cupId: id, count };
  });
}

const countCups = statement({ count: number('count(*)') }, (columns) => `select ${columns} from cup`);

const BUY =
  'mutation ($size: Int!, $key: String!) { cupBuy(input: { size: $size }) @idempotent(key: $key) { cupId userErrors { code field } } }';
const ask = (text: string, variables = {}, actor: Actor | null = buyer, idempotencyKey?: string) =>
  tearoom.execute({ query: text, variables, identity: { actor, ip: '127.0.0.1' }, idempotencyKey });
const cups = async () => (await countCups(database.fork()))[0]?.count;

test('a request that is sent twenty times at once with one key happens once', async () => {
  const before = (await cups()) ?? 0;
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask(BUY, { size: 3, key: 'once' })));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]?.errors).toBeUndefined();
  expect(await cups()).toBe(before + 1);
});

test('a repeat is answered with another selection too', async () => {
  const first = await ask(BUY, { size: 4, key: 'selection' });
  const again = await ask('mutation { c: cupBuy(input: { size: 4 }) @idempotent(key: "selection") { cupId count } }');
  expect(again.data?.['c']).toMatchObject({ cupId: (first.data?.['cupBuy'] as { cupId: string }).cupId, count: expect.any(Number) });
});

test('a key with other variables is refused, and so is nothing of somebody else', async () => {
  await ask(BUY, { size: 5, key: 'mine' });
  expect((await ask(BUY, { size: 6, key: 'mine' })).data).toMatchObject({
    cupBuy: { cupId: null, userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED' }] },
  });
  const other = await ask(BUY, { size: 6, key: 'mine' }, { ...buyer, id: newId('usr') });
  expect(other.data).toMatchObject({ cupBuy: { userErrors: [] } });
});

test('the header is a key for each field of the request', async () => {
  const twice = 'mutation { a: cupBuy(input: { size: 1 }) { cupId } b: cupBuy(input: { size: 1 }) { cupId } }';
  const first = await ask(twice, {}, buyer, 'header');
  expect(first.data?.['a']).not.toEqual(first.data?.['b']);
  expect(await ask(twice, {}, buyer, 'header')).toEqual(first);
});

test("a guest's key is theirs by the token that they hold, else by itself, so that nobody else may guess it", async () => {
  const find = (key: string, token: string | null, size = 1) =>
    ask(
      'mutation ($key: String!, $t: String, $size: Int!) { cupFind(input: { size: $size, token: $t }) @idempotent(key: $key) { cupId userErrors { code } } }',
      { key, t: token, size },
      null,
    );
  expect(await find('g', 'token')).toEqual(await find('g', 'token'));
  expect(await find('g', 'token')).not.toEqual(await find('g', 'other token'));

  const key = newUuid();
  expect(await find(key, null)).toEqual(await find(key, null));
  expect(await find(key, null)).not.toEqual(await find(newUuid(), null));
  expect((await find(key, null, 2)).data).toMatchObject({ cupFind: { userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED' }] } });
  expect((await find('guessed', null)).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: ['key'] } }]);
});

test('a refused command changes nothing, and its refusal is what a repeat gets', async () => {
  const before = await cups();
  const refused = await ask(BUY, { size: 0, key: 'refused' });
  expect(refused.data).toMatchObject({ cupBuy: { cupId: null, userErrors: [{ code: 'INVALID', field: ['size'] }] } });
  expect(await ask(BUY, { size: 0, key: 'refused' })).toEqual(refused);
  expect(await cups()).toBe(before);
});

test.each([
  ['es', 'Una taza tiene un tamaño.'],
  ['pt_BR', 'Uma xícara tem um tamanho.'],
  ['pt-BR,en', 'Uma xícara tem um tamanho.'],
  ['fr, pt, en', 'Uma xícara tem um tamanho.'],
  ['en-GB', 'A cup has a size.'],
  ['fr', 'A cup has a size.'],
  [undefined, 'A cup has a size.'],
])('who asks in %s is refused in a language that they read, for a repeat too', async (acceptLanguage, message) => {
  const buy = (query: string) => tearoom.execute({ query, identity: { actor: buyer, ip: '127.0.0.1' }, acceptLanguage });
  const refused = { data: { cupBuy: { userErrors: [{ message }] } } };
  expect(await buy('mutation { cupBuy(input: { size: 0 }) { userErrors { message } } }')).toMatchObject(refused);
  // The same key for all of these people: what is kept for a repeat is in no language.
  const repeated = 'mutation { cupBuy(input: { size: 0 }) @idempotent(key: "refused in every language") { userErrors { message } } }';
  expect(await buy(repeated)).toMatchObject(refused);
});

test('a guest is told to sign in, the wrong role that it is the wrong one, an admin the secret', async () => {
  const codes = async (actor: Actor | null) => (await ask('{ secret }', {}, actor)).errors?.[0]?.extensions['code'];
  expect(await codes(null)).toBe('UNAUTHENTICATED');
  expect(await codes(buyer)).toBe('FORBIDDEN');
  expect((await ask('{ secret }', {}, { ...buyer, roles: ['USER', 'ADMIN'] })).data?.['secret']).toBe('the recipe');
});

test('a query that looks for entities, which the next one would find as they were, is a bug', async () => {
  const { data, errors } = await ask('{ cups found }');
  expect(data).toEqual({ cups: await cups(), found: null });
  expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['INTERNAL_SERVER_ERROR']);
});

test('a bug shows a trace id and nothing of ours, a refusal its own sentence', async () => {
  const bug = (await ask('{ broken }')).errors?.[0];
  expect(bug?.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', traceId: expect.stringMatching(/^[0-9a-f]{32}$/) });
  expect(JSON.stringify(bug)).not.toContain('password');
  expect((await ask('{ refused }')).errors?.[0]).toMatchObject({
    message: 'No such tea.',
    extensions: { code: 'BAD_USER_INPUT', field: ['tea'] },
  });
});

test.each([
  ['NUL', 'a\0b'],
  ['half a character', 'a\ud800'],
  ['nothing', ''],
  ['too much', 'x'.repeat(256)],
])('an idempotency key of %s is bad input, as a directive and as a header', async (_what, key) => {
  for (const answer of [await ask(BUY, { size: 1, key }), await ask('mutation { cupBuy(input: { size: 1 }) { cupId } }', {}, buyer, key)])
    expect(answer.errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', field: ['key'] });
});

test('an instant that does not exist is bad input, as a literal and as a variable, and resolvers get one form of those that do', async () => {
  const literal = (text: string) => ask(`{ opened(since: "${text}") }`);
  const variable = (text: string) => ask('query ($since: DateTime) { opened(since: $since) }', { since: text });
  for (const since of [literal, variable]) {
    expect((await since('2026-02-30T00:00:00Z')).errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT' });
    expect((await since('2026-11-22t01:00:00.123456+05:30')).data).toEqual({ opened: '2026-11-21T19:30:00.123Z' });
  }
});

test('a code that the description of its mutation does not name is answered, and the log says so', async () => {
  const lines: unknown[] = [];
  const room = open(database, pino({ level: 'error' }, { write: (line: string) => void lines.push(JSON.parse(line)) }));
  const find = 'mutation { cupFind(input: { size: 0 }) { userErrors { code } } }';
  const { data } = await room.execute({ query: find, identity: { actor: null, ip: '127.0.0.1' } });
  expect(data).toEqual({ cupFind: { userErrors: [{ code: 'INVALID' }] } });
  expect(lines).toEqual([expect.objectContaining({ mutation: 'cupFind', code: 'INVALID' })]);
});

test('a database that is away is an unavailable part of the graph, which the log says once; when it is back, so is the part', async () => {
  const way = await severableWay(place.url);
  const lines: { level: number; msg: string }[] = [];
  const listening = pino({ level: 'warn' }, { write: (line: string) => void lines.push(JSON.parse(line) as (typeof lines)[number]) });
  const far = await openDatabase({ url: way.url, entities: [Cup], migrations: new URL('./tiny-migrations/', import.meta.url), log });
  const room = open(far, listening);
  const asker = { identity: { actor: buyer, ip: '127.0.0.1' } };
  const read = () => room.execute({ query: '{ cups }', ...asker });
  const write = () => room.execute({ query: 'mutation { cupBuy(input: { size: 1 }) @idempotent(key: "away") { cupId } }', ...asker });
  try {
    expect((await read()).errors).toBeUndefined();
    await way.cut();
    for (const away of [read, write, read, write]) {
      const { data, errors } = await away();
      expect(Object.values(data ?? {})).toEqual([null]);
      expect(errors?.[0]?.extensions).toEqual({ code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'tearoom' });
      expect(errors?.[0]?.message).not.toMatch(/\d/);
    }
    expect(lines.map(({ level, msg }) => [level, msg])).toEqual([[40, 'The database does not answer.']]);
    await way.mend();
    await eventually(async () => !(await read()).errors);
    expect((await write()).errors).toBeUndefined();
  } finally {
    await far.stop();
    await way.cut();
  }
});

test('a start waits for a database that is not up yet, and says once for what; for one that does not exist it does not wait', async () => {
  const way = await severableWay(place.url);
  await way.cut();
  const lines: string[] = [];
  const listening = pino({ level: 'warn' }, { write: (line: string) => void lines.push((JSON.parse(line) as { msg: string }).msg) });
  const start = { setting: 'TEAROOM_DATABASE_URL', startTimeoutMs: 60_000, log: listening };
  const waiting = databaseAnswers({ ...start, url: way.url });
  await eventually(() => lines.length > 0);
  await way.mend();
  await waiting;
  await way.cut();
  expect(lines).toEqual(['Waiting for PostgreSQL to answer.']);

  const nowhere = Object.assign(new URL(place.url), { pathname: '/no_such_room' });
  await expect(databaseAnswers({ ...start, url: nowhere.href })).rejects.toThrow(
    `TEAROOM_DATABASE_URL: ${nowhere.host}/no_such_room does not answer: database "no_such_room" does not exist`,
  );
});

test('a statement of a request ends when nobody waits for its answer any more; work that takes long may go on', async () => {
  const migrations = new URL('./tiny-migrations/', import.meta.url);
  const hurried = await openDatabase({ url: place.url, entities: [Cup], migrations, log, statementTimeoutMs: 200 });
  const other = new pg.Client({ connectionString: place.url });
  try {
    await other.connect();
    await other.query('begin');
    await other.query('lock table cup in access exclusive mode');
    const { errors } = await open(hurried, log).execute({ query: '{ cups }', identity: { actor: buyer, ip: '127.0.0.1' } });
    expect(errors?.[0]?.extensions).toEqual({ code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'tearoom' });
    await unhurried(hurried.fork(), (tx) => query(tx, 'select pg_sleep(1)'));
    await expect(query(hurried.fork(), 'select pg_sleep(10)')).rejects.toThrow();
  } finally {
    await other.end();
    await hurried.stop();
  }
});

test('a subgraph that is called without the gateway answers 401, and does nothing', async () => {
  const before = await cups();
  for (const headers of [{}, { 'agora-identity': 'forged.token' }]) {
    const response = await fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: 'mutation { cupFind(input: { size: 1 }) { cupId } }' }),
    });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  }
  expect(await cups()).toBe(before);
});

test('a gateway whose clock is off is told so, and not that its secret is wrong', async () => {
  const identity = signIdentity(SECRET, { actor: null, ip: '127.0.0.1' }, Date.now() - 3_600_000);
  const response = await fetch(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [IDENTITY_HEADER]: identity },
    body: JSON.stringify({ query: '{ refused }' }),
  });
  expect(await response.json()).toMatchObject({
    errors: [{ message: expect.stringMatching(/^The clock of this subgraph is 36\d\d s ahead/), extensions: { reason: 'CLOCK' } }],
  });
});

test('pages of any size, order and direction lose and repeat nothing, with equal sort values and while rows come in', async () => {
  const em = database.fork();
  await query(em, `insert into cup select 'cup_' || lpad(g::text, 4, '0'), 'shelf', g % 3, 'green' from generate_series(1, 97) g`);
  const shelf = listOf({
    rows: rowsOf(Cup, 'id'),
    where: ["cup.owner = 'shelf'"],
    order: sortedBy('shelf', { sql: 'cup.size', type: 'bigint', direction: 'ASC' }, { sql: 'cup.id', type: 'text', direction: 'DESC' }),
  })({ em, cursors, actor: null });
  const read = (args: PageArgs) => shelf.load(args);
  const fromTheStart = await query(em, `select id from cup where owner = 'shelf' order by size, id desc`);
  for (const size of [1, 7, 50, 100]) {
    for (const backwards of [false, true]) {
      const seen: string[] = [];
      let page = await read(backwards ? { last: size } : { first: size });
      for (;;) {
        seen.splice(backwards ? 0 : seen.length, 0, ...page.nodes.map(({ id }) => id));
        if (!(backwards ? page.pageInfo.hasPreviousPage : page.pageInfo.hasNextPage)) break;
        await query(em, `insert into cup select 'new_' || gen_random_uuid(), 'shelf', g, 'new' from generate_series(0, 2) g`);
        const { startCursor, endCursor } = page.pageInfo;
        page = await read(backwards ? { last: size, before: startCursor } : { first: size, after: endCursor });
      }
      expect(seen.filter((id) => !id.startsWith('new_'))).toEqual(fromTheStart.map(({ id }) => id));
      expect(new Set(seen).size).toBe(seen.length);
      await query(em, `delete from cup where colour = 'new'`);
    }
  }
});

test('the SQL of a page is made once, however many lists are read with the same cursor', async () => {
  const em = database.fork();
  let made = 0;
  const byOwner = listsOf({
    rows: rowsOf(Cup, 'id'),
    of: 'cup.owner = parent.id',
    where: () => {
      made += 1;
      return [];
    },
    order: sortedBy('cups of an owner', { sql: 'cup.id', type: 'text', direction: 'ASC' }),
  });
  const owners = ['first', 'second', 'third'];
  await query(em, `insert into cup select owner || n, owner, n, 'red' from unnest($1::text[]) owner, generate_series(1, 3) n`, [owners]);
  const { pageInfo } = await byOwner({ em, cursors, actor: null }).load('first', { first: 1 });

  made = 0;
  const { load } = byOwner({ em, cursors, actor: null });
  const pages = await Promise.all(owners.map((owner) => load(owner, { first: 1, after: pageInfo.endCursor })));
  expect(pages.map(({ nodes }) => nodes.map(({ id }) => id))).toEqual([['first2'], ['second1'], ['third1']]);
  expect(made).toBe(1);
});
