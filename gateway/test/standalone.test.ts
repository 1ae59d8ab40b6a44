import { execFile } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual, promisify } from 'node:util';
import type { Worker } from 'node:worker_threads';
import { eventually } from '@agora/platform/testing/eventually';
import { composeServices } from '@apollo/composition';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery, GraphQLError, parse } from 'graphql';
import { ask, connect, send } from '../testing/client.ts';
import { type ForeignSubgraph, serveForeign } from '../testing/foreign-subgraph.ts';
import { openMarketplace } from '../testing/marketplace.ts';
import type { RunningGateway } from '../src/main.ts';
import { start } from '../src/standalone.ts';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';
const AUTHORS = `${LINK}
  type Query { author(id: ID!): Author fails(how: String!): Int }
  type Author @key(fields: "id") { id: ID! name: String! friend: Author }`;
const BOOKS = `${LINK}
  type Query { books: [Book!] }
  type Subscription { bookWritten(after: String): BookWritten }
  type BookWritten { cursor: String book: Book }
  type Book { title: String! author: Author }
  type Author @key(fields: "id", resolvable: false) { id: ID! }`;

let folder: string;
let authors: ForeignSubgraph;
let books: ForeignSubgraph;
let wrote: (title: string | null) => void = () => {};
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'agora-standalone-'));
  const author = (id: string) => ({ id, name: `author ${id}`, friend: () => author(`${id}+`) });
  authors = await serveForeign(AUTHORS, {
    Query: {
      author: (_: unknown, { id }: { id: string }) => author(id),
      fails(_: unknown, { how }: { how: string }) {
        if (how === 'teapot') throw new GraphQLError('Short and stout.', { extensions: { code: 'TEAPOT', status: 418 } });
        throw new Error('It broke.');
      },
    },
    Author: { __resolveReference: ({ id }: { id: string }) => author(id) },
  });
  const written = (title: string) => ({ cursor: title, book: { title, author: { id: '7' } } });
  books = await serveForeign(BOOKS, {
    Query: { books: () => [{ title: 'One', author: { id: '1' } }] },
    Subscription: {
      bookWritten: {
        async *subscribe() {
          for (;;) {
            const title = await new Promise<string | null>((resolve) => (wrote = resolve));
            if (title === null) return;
            yield { bookWritten: written(title) };
          }
        },
      },
    },
  });
});
afterAll(async () => {
  await authors.stop();
  await books.stop();
  await rm(folder, { recursive: true });
});

const supergraph = async (urls: Readonly<Record<'authors' | 'books', string>>, changed: { readonly books?: string } = {}) => {
  const sources = { authors: AUTHORS, books: BOOKS, ...changed };
  const { supergraphSdl = '' } = composeServices([
    { name: 'authors', url: urls.authors, typeDefs: parse(sources.authors) },
    { name: 'books', url: urls.books, typeDefs: parse(sources.books) },
  ]);
  return fileWith(supergraphSdl);
};
const fileWith = async (text: string) => {
  const file = path.join(folder, `${Math.random()}.graphql`);
  await writeFile(file, text);
  return file;
};
const open = (file: string, ...more: string[]) => openWith({}, file, ...more);
const openWith = (settings: Record<string, string>, file: string, ...more: string[]) =>
  start(['--supergraph', file, '--port', '0', '--open', ...more], { LOG_LEVEL: 'silent', ...settings });

describe('the headers of clients that a setting names', () => {
  let gateway: RunningGateway;
  beforeAll(async () => {
    const file = await supergraph({ authors: authors.url, books: books.url });
    gateway = await openWith({ FORWARD_HEADERS: 'X-Tenant, authorization' }, file);
    await gateway.ready;
  });
  afterAll(() => gateway.stop());

  const BOTH = '{ books { author { name } } }';
  const PROBE_BYTES = String('{"query":"{ __typename }"}'.length);
  /** Without the probes of health, which come whenever they come. */
  const heardSince = (count: { authors: number; books: number }) =>
    [...authors.headers.slice(count.authors), ...books.headers.slice(count.books)].filter(
      (headers) => headers['content-length'] !== PROBE_BYTES,
    );
  const heardUntilNow = () => ({ authors: authors.headers.length, books: books.headers.length });

  test('reach every subgraph, and no others do', async () => {
    const before = heardUntilNow();
    await ask(gateway.url, BOTH, { 'x-tenant': 'Café é', authorization: 'Bearer theirs', 'x-other': 'no' });
    const heard = heardSince(before);
    expect(heard).toHaveLength(2);
    for (const headers of heard) {
      expect(headers).toMatchObject({ 'x-tenant': 'Café é', authorization: 'Bearer theirs' });
      expect(headers).not.toHaveProperty('x-other');
    }
    const without = heardUntilNow();
    await ask(gateway.url, BOTH);
    for (const headers of heardSince(without)) expect(headers).not.toHaveProperty('x-tenant');
  });

  test('are those of operations on a socket, where each says them beside itself', async () => {
    const before = heardUntilNow();
    const client = connect(gateway.url);
    for (const tenant of ['a', 'b', 'not \r\n a header', 7]) {
      const { ended } = client.listen(BOTH, {}, { 'x-tenant': tenant });
      await eventually(() => ended.completed ?? ended.errors);
    }
    await client.close();
    expect(
      heardSince(before)
        .map((headers) => headers['x-tenant'])
        .toSorted(),
    ).toEqual(['a', 'a', 'b', 'b', undefined, undefined, undefined, undefined]);
  });

  test('are never another client’s, though both ask the same at once', async () => {
    const before = heardUntilNow();
    await Promise.all(['a', 'b', 'c', 'a'].map((tenant) => ask(gateway.url, BOTH, { 'x-tenant': tenant })));
    expect(new Set(heardSince(before).map((headers) => headers['x-tenant']))).toEqual(new Set(['a', 'b', 'c']));
  });

  test('are none that the gateway says itself', async () => {
    const file = await supergraph({ authors: authors.url, books: books.url });
    for (const name of ['host', 'Content-Length', 'agora-identity', 'Agora-User-Agent', 'Sec-WebSocket-Key', 'no name', 'a:b'])
      await expect(openWith({ FORWARD_HEADERS: `x-tenant,${name}` }, file)).rejects.toThrow(/FORWARD_HEADERS/);
  });

  test('are not cookies where sessions are in them', async () => {
    const start = openMarketplace('in one process', { FORWARD_HEADERS: 'x-tenant,Cookie' });
    await expect(start).rejects.toThrow(/^FORWARD_HEADERS: must not name cookie/);
  });
});

describe.each([[[]], [['--no-merge', '--no-share']]])('somebody else’s graph, served with --open %s', (more) => {
  let gateway: RunningGateway;
  beforeAll(async () => {
    gateway = await open(await supergraph({ authors: authors.url, books: books.url }), ...more);
    await gateway.ready;
  });
  afterAll(() => gateway.stop());

  test('is answered across its subgraphs, and they are told of no identity', async () => {
    const { data, errors } = await ask(gateway.url, '{ books { title author { name } } }', { authorization: 'Bearer of nothing' });
    expect({ data, errors }).toEqual({ data: { books: [{ title: 'One', author: { name: 'author 1' } }] }, errors: undefined });
    for (const headers of [...authors.headers, ...books.headers]) expect(headers).not.toHaveProperty('agora-identity');
    expect((await send(gateway.url, '/.well-known/jwks.json')).status).toBe(404);
    expect((await send(gateway.url, '/')).text).not.toContain('sessionCreate');
  });

  test('has no limits, over HTTP and over a socket', async () => {
    const deep = `{ author(id: "1") { ${'friend { '.repeat(40)}id${' }'.repeat(40)} } }`;
    const wide = `{ ${Array.from({ length: 2_500 }, (_, i) => `a${i}: __typename`).join(' ')} }`;
    const client = connect(gateway.url);
    for (const query of [deep, wide, getIntrospectionQuery()]) {
      expect((await ask(gateway.url, query)).errors).toBeUndefined();
      const listener = client.listen(query);
      await eventually(() => listener.ended.completed ?? listener.ended.errors);
      expect({ ...listener.ended, errors: listener.events[0]?.errors }).toEqual({ completed: true, errors: undefined });
    }
    await client.close();
  });

  test('has its errors passed on as they are, whatever the status they come with', async () => {
    const expected = (message: string, code: string, more = {}) => ({
      status: 200,
      data: { fails: null },
      errors: [{ message, path: ['fails'], extensions: { code, ...more, serviceName: 'authors' } }],
    });
    const failing = async (how: string) => {
      const { status, data, errors } = await ask(gateway.url, `{ fails(how: "${how}") }`);
      return { status, data, errors };
    };
    expect(await failing('otherwise')).toEqual(expected('It broke.', 'DOWNSTREAM_SERVICE_ERROR'));
    expect(await failing('teapot')).toEqual(expected('Short and stout.', 'TEAPOT', { status: 418 }));
  });

  test('has live events, completed from the other subgraph', async () => {
    const client = connect(gateway.url);
    const listener = client.listen('subscription { bookWritten { book { title author { name } } } }');
    const event = (title: string) => ({ data: { bookWritten: { book: { title, author: { name: 'author 7' } } } } });
    for (const title of ['Two', 'Three']) {
      await eventually(() => {
        wrote(title);
        return isDeepStrictEqual(listener.events.at(-1), event(title));
      });
    }
    await eventually(() => {
      wrote(null);
      return listener.ended.completed;
    });
    await client.close();
  });
});

test('a subgraph that cannot be reached is named by readiness, and costs its own fields', async () => {
  const gateway = await open(await supergraph({ authors: 'http://127.0.0.1:1/graphql', books: books.url }));
  try {
    await eventually(async () => (await send(gateway.url, '/health/ready')).text.includes('"books":"up"'));
    const { status, text } = await send(gateway.url, '/health/ready');
    expect({ status, body: JSON.parse(text) }).toEqual({
      status: 503,
      body: { status: 'starting', subgraphs: { authors: 'down', books: 'up' }, reopened: {} },
    });
    const { data, errors } = await ask(gateway.url, '{ books { title author { id friend { id } } } }');
    expect(data).toEqual({ books: [{ title: 'One', author: { id: '1', friend: null } }] });
    expect(errors).toEqual([
      {
        message: 'The subgraph "authors" does not answer at the moment.',
        extensions: { code: 'SUBGRAPH_UNAVAILABLE', serviceName: 'authors' },
      },
    ]);
  } finally {
    await gateway.stop();
  }
});

test('what cannot be served is refused with a sentence', async () => {
  const missing = path.join(folder, 'missing.graphql');
  const cases: readonly (readonly [string[], string])[] = [
    [[], 'Which supergraph? Say --supergraph FILE.'],
    [['--supergraph', missing], 'The supergraph cannot be read: '],
    [['--supergraph', await fileWith('{{{')], 'is no supergraph: Syntax Error'],
    [['--supergraph', await fileWith('type Query { a: Int }')], 'is no supergraph: '],
    [['--supergraph', await supergraph({ authors: '', books: books.url })], 'The supergraph gives no address for its subgraph "authors".'],
    [['--supergraph', await supergraph({ authors: 'x', books: books.url })], 'The address of the subgraph "authors" is no URL'],
    [['--supergraph', await supergraph({ authors: authors.url, books: books.url }), '--port', 'x'], 'PORT: '],
    [['--supergraph', missing, '--prot', '1'], "Unknown option '--prot'"],
  ];
  for (const [args, sentence] of cases) await expect(start([...args, '--open'], {})).rejects.toThrow(sentence);
  await expect(start(['--supergraph', await supergraph({ authors: authors.url, books: books.url })], {})).rejects.toThrow(
    'AGORA_GATEWAY_SECRET is not set.',
  );
});

describe('with operations that nobody has asked for before', () => {
  const threads: Worker[] = [];
  const note = (message: unknown) => threads.push((message as { worker: Worker }).worker);
  const alive = () => threads.filter(({ threadId }) => threadId !== -1);
  let gateway: RunningGateway;
  let file: string;
  const urls = () => ({ authors: authors.url, books: books.url });
  beforeAll(async () => {
    subscribe('worker_threads', note);
    file = await supergraph(urls());
    gateway = await open(file);
    await gateway.ready;
  });
  afterAll(async () => {
    await gateway.stop();
    unsubscribe('worker_threads', note);
    expect(alive()).toEqual([]);
  });

  let names = 0;
  const EXPECTED = { status: 200, data: { books: [{ title: 'One', author: { name: 'author 1' } }] } };
  const newQuery = () => `query Q${names++} { books { title author { name } } }`;
  const askNew = async () => {
    const { status, data } = await ask(gateway.url, newQuery());
    return { status, data };
  };
  const replace = async (field: string) => {
    const changed = { books: BOOKS.replace('books: [Book!]', `books: [Book!] ${field}: Int`) };
    await writeFile(file, await readFile(await supergraph(urls(), changed), 'utf8'));
  };
  const isServed = async (field: string) => (await ask(gateway.url, `{ ${field} }`)).status === 200;

  test('they are answered though the thread that plans them is killed meanwhile, over HTTP and on a socket', async () => {
    const live = connect(gateway.url);
    const asked = Array.from({ length: 20 }, askNew);
    const listeners = Array.from({ length: 20 }, () => live.listen(newQuery()));
    await Promise.all(alive().map((thread) => thread.terminate()));
    expect(await Promise.all(asked)).toEqual(asked.map(() => EXPECTED));
    await eventually(() => listeners.every(({ ended }) => ended.completed));
    expect(listeners.map(({ events }) => events)).toEqual(listeners.map(() => [{ data: EXPECTED.data }]));
    expect(alive()).toHaveLength(1);
    await live.close();
  });

  test('and other supergraphs are written into the file, nobody who asks or listens notices, and one thread is left', async () => {
    const live = connect(gateway.url);
    const listener = live.listen('subscription { bookWritten { book { title author { name } } } }');
    const answers: Promise<unknown>[] = [];
    let isOver = false;
    const asking = (async () => {
      while (!isOver) {
        answers.push(askNew());
        await pause(5);
      }
    })();
    await replace('news');
    await eventually(() => isServed('news'));
    await writeFile(file, 'type Query { none: Int }');
    await replace('more');
    await eventually(() => isServed('more'));
    isOver = true;
    await asking;
    expect((await ask(gateway.url, '{ news }')).status).toBe(400);
    expect((await send(gateway.url, '/schema.graphql')).text).toContain('more: Int');
    for (const answer of await Promise.all(answers)) expect(answer).toEqual(EXPECTED);
    await eventually(() => {
      wrote('Two');
      return listener.events.length > 0;
    });
    expect(listener.events[0]?.data).toEqual({ bookWritten: { book: { title: 'Two', author: { name: 'author 7' } } } });
    await live.close();
    await eventually(() => alive().length === 1);
  });
});

test('the program that is refused prints the sentence alone and ends with 1', async () => {
  const program = path.resolve(import.meta.dirname, '../src/standalone.ts');
  const refused = promisify(execFile)(process.execPath, [program, '--supergraph', '/nowhere', '--open']);
  await expect(refused).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^The supergraph cannot be read: ENOENT[^\n]+\n$/),
  });
});
