import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eventually } from '@agora/platform/testing/eventually';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ask, connect, send } from '../testing/client.ts';
import { type Marketplace, openMarketplace } from '../testing/marketplace.ts';

interface Waiting {
  readonly body: string;
  readonly response: ServerResponse;
}

const WHO = '{ viewer { id } }';
const RENAME = 'mutation { userRename(name: "n") { id } }';

/** The user subgraph: its answers are given by hand, but for the keys of tokens. */
let keys: () => Promise<unknown> = async () => ({});
const waiting: Waiting[] = [];
let asked = 0;
const user = createServer((request, response) => {
  if (request.method === 'GET') return void keys().then((jwks) => response.end(JSON.stringify(jwks)));
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk));
  request.on('end', () => {
    if (body.includes('__typename }')) return response.end('{"data":{"__typename":"Query"}}');
    asked++;
    waiting.push({ body, response });
  });
});
beforeAll(() => new Promise<void>((resolve) => user.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise((resolve) => user.close(resolve)));
beforeEach(() => void (asked = 0));
afterEach(() => expect(waiting.map(({ body }) => body)).toEqual([]));

const open = async (env: Readonly<Record<string, string>> = {}) => {
  const url = `http://127.0.0.1:${(user.address() as AddressInfo).port}/graphql`;
  const marketplace = await openMarketplace('over HTTP', { USER_URL: url, ...env });
  keys = () => marketplace.tokens.jwks();
  await marketplace.gateway.ready;
  return marketplace;
};

const arrived = (count: number) => eventually(() => asked === count);

function answer(data: object): void {
  waiting.shift()?.response.end(JSON.stringify({ data }));
}

describe('with sharing', () => {
  let marketplace: Marketplace;
  let url: string;
  beforeAll(async () => {
    marketplace = await open();
    url = marketplace.gateway.url;
  });
  afterAll(() => marketplace.stop());

  test('the same query of the same asker at the same time is one request, and everybody gets the whole answer', async () => {
    const answers = Array.from({ length: 5 }, () => ask(url, WHO));
    await arrived(1);
    await settled(marketplace);
    answer({ viewer: { id: 'me' } });
    for (const { data } of await Promise.all(answers)) expect(data).toEqual({ viewer: { id: 'me' } });
    expect(asked).toBe(1);
    const later = ask(url, WHO);
    await arrived(2);
    answer({ viewer: { id: 'later' } });
    expect((await later).data).toEqual({ viewer: { id: 'later' } });
  });

  test('different operations that fetch the same share the fetch, and change nothing in each other’s answer', async () => {
    const answers = [ask(url, WHO), ask(url, `${WHO} # the same`), ask(url, '{viewer{id}}')];
    await arrived(1);
    await settled(marketplace);
    answer({ viewer: { id: 'me' } });
    for (const { data } of await Promise.all(answers)) expect(data).toEqual({ viewer: { id: 'me' } });
    expect(asked).toBe(1);
  });

  test('nothing is shared between askers, languages and keys', async () => {
    const token = async () => ({ authorization: `Bearer ${await marketplace.tokens.token()}` });
    const different: readonly Record<string, string>[] = [
      {},
      await token(),
      { 'accept-language': 'es' },
      { 'accept-language': 'en' },
      { 'idempotency-key': 'k' },
    ];
    const answers = different.map((headers) => ask(url, WHO, headers));
    await arrived(different.length);
    different.forEach((_, index) => answer({ viewer: { id: `answer ${index}` } }));
    const seen = new Set((await Promise.all(answers)).map(({ text }) => text));
    expect(seen.size).toBe(different.length);
  });

  test('mutations are never shared', async () => {
    const answers = [ask(url, RENAME), ask(url, RENAME)];
    await arrived(2);
    answer({ userRename: { id: '1' } });
    answer({ userRename: { id: '2' } });
    await Promise.all(answers);
  });

  test.each([
    ['in the words of the one before', WHO],
    ['in other words', '{viewer{id}}'],
  ])('whoever asks after a mutation, %s, never gets what was read before it', async (_, again) => {
    const before = ask(url, WHO);
    await arrived(1);
    const rename = ask(url, 'mutation { userRename(name: "new") { id } }');
    await arrived(2);
    const [read, write] = waiting.splice(0);
    write?.response.end('{"data":{"userRename":{"id":"me"}}}');
    await rename;
    const after = ask(url, again);
    await arrived(3);
    answer({ viewer: { id: 'new' } });
    expect((await after).data).toEqual({ viewer: { id: 'new' } });
    read?.response.end('{"data":{"viewer":{"id":"old"}}}');
    expect((await before).data).toEqual({ viewer: { id: 'old' } });
  });

  test('a mutation over a WebSocket ends what may be shared as well, and so does one that fails', async () => {
    const client = connect(url);
    const before = ask(url, WHO);
    await arrived(1);
    const rename = client.listen('mutation { userRename(name: "new") { id } }');
    await arrived(2);
    const [read, write] = waiting.splice(0);
    write?.response.destroy();
    await eventually(() => rename.ended.completed);
    const after = ask(url, WHO);
    await arrived(3);
    answer({ viewer: { id: 'new' } });
    read?.response.end('{"data":{"viewer":{"id":"old"}}}');
    expect([(await after).data, (await before).data]).toEqual([{ viewer: { id: 'new' } }, { viewer: { id: 'old' } }]);
    await client.close();
  });
});

describe.each(['on', 'off'])('a client that leaves (SHARE_IN_FLIGHT=%s)', (SHARE_IN_FLIGHT) => {
  let marketplace: Marketplace;
  let url: string;
  beforeAll(async () => {
    marketplace = await open({ SHARE_IN_FLIGHT });
    url = marketplace.gateway.url;
  });
  afterAll(() => marketplace.stop());

  /** A client that may leave before it is answered. */
  const visit = (query: string) => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const [method, headers, body] = ['POST', { 'content-type': 'application/json' }, JSON.stringify({ query })];
    const answered = send(url, '/graphql', { method, headers, body, signal }).catch(() => null);
    return { answered, leave: () => leaving.abort() };
  };
  const visitByGet = (query: string) => {
    const leaving = new AbortController();
    const answered = send(url, `/graphql?query=${encodeURIComponent(query)}`, leaving).catch(() => null);
    return { answered, leave: () => leaving.abort() };
  };
  const listen = (query: string) => {
    const client = connect(url);
    const listener = client.listen(query);
    return { client, listener };
  };
  /** Live operations in which something happens that the subgraph is asked about. */
  const follow = async (count: number) => {
    await eventually(() => marketplace.updates.followers === 0);
    const readers = Array.from({ length: count }, () => listen('subscription { orderUpdated { order { buyer { name } } } }'));
    await eventually(() => marketplace.updates.followers === count);
    marketplace.updates.happened({ number: 1 });
    return readers;
  };
  /** What the subgraph has been asked, first of all that waits. */
  const taken = () => waiting.splice(0, 1).map(({ response }) => response)[0];
  const isAsked = async () => {
    const again = ask(url, '{ viewer { name } }');
    await arrived(asked + 1);
    answer({ viewer: { name: 'Ada' } });
    expect((await again).data).toEqual({ viewer: { name: 'Ada' } });
  };

  test.each<[string, () => Promise<() => unknown>]>([
    ['by POST', async () => visit(WHO).leave],
    ['by GET', async () => visitByGet(WHO).leave],
    [
      'of an operation over a WebSocket',
      async () => {
        const { listener } = listen(WHO);
        return () => listener.unsubscribe();
      },
    ],
    [
      'with a WebSocket',
      async () => {
        const { client } = listen(WHO);
        return () => client.cut();
      },
    ],
    [
      'of a live operation amid an event',
      async () => {
        const [reader] = await follow(1);
        return () => reader?.listener.unsubscribe();
      },
    ],
    [
      'with a WebSocket amid an event of it',
      async () => {
        const [reader] = await follow(1);
        return () => reader?.client.cut();
      },
    ],
  ])('%s ends what is asked for it, and the subgraph is asked as before', async (_, visited) => {
    const leave = await visited();
    await arrived(1);
    const response = taken();
    leave();
    await eventually(() => response?.closed);
    expect(response?.writableEnded).toBe(false);
    await isAsked();
  });

  test.each([
    ['the same', WHO],
    ['the same fetch', '{viewer{id}}'],
  ])('is not missed by others who ask %s; the last to leave ends it', async (_, query) => {
    const [first, second, third] = [visit(WHO), visit(query), visit(query)];
    await arrived(SHARE_IN_FLIGHT === 'on' ? 1 : 3);
    await settled(marketplace);
    first.leave();
    third.leave();
    await first.answered;
    await settled(marketplace);
    for (const { response } of waiting.splice(0)) response.end('{"data":{"viewer":{"id":"me"}}}');
    expect((await second.answered)?.data).toEqual({ viewer: { id: 'me' } });

    const last = [visit(WHO), visit(query)];
    const before = asked;
    await eventually(() => asked > before);
    await settled(marketplace);
    last.forEach(({ leave }) => leave());
    const left = waiting.splice(0);
    await eventually(() => left.every(({ response }) => response.closed));
    await isAsked();
  });

  test('amid an event is not missed by another who gets the event, too', async () => {
    const [first, second] = await follow(2);
    await arrived(SHARE_IN_FLIGHT === 'on' ? 1 : 2);
    await settled(marketplace);
    first?.listener.unsubscribe();
    await eventually(() => marketplace.updates.followers === 1);
    await settled(marketplace);
    for (const { response } of waiting.splice(0)) response.end('{"data":{"_entities":[{"name":"Ada"}]}}');
    await eventually(() => second?.listener.events.length === 1);
    expect(second?.listener.events).toEqual([{ data: { orderUpdated: { order: { buyer: { name: 'Ada' } } } } }]);
    second?.client.cut();
  });

  test.each<[string, () => () => unknown]>([
    ['over HTTP', () => visit(RENAME).leave],
    [
      'over a WebSocket',
      () => {
        const { listener } = listen(RENAME);
        return () => listener.unsubscribe();
      },
    ],
  ])('ends no mutation: %s', async (_, visited) => {
    const leave = visited();
    await arrived(1);
    const mutation = taken();
    const query = visit(WHO);
    await arrived(2);
    const read = taken();
    leave();
    query.leave();
    await eventually(() => read?.closed);
    await settled(marketplace);
    expect(mutation?.closed).toBe(false);
    mutation?.end('{"data":{"userRename":{"id":"me"}}}');
    await eventually(() => mutation?.closed);
    expect(mutation?.writableFinished).toBe(true);
  });
});

test('with SHARE_IN_FLIGHT=off every query is asked for itself', async () => {
  const marketplace = await open({ SHARE_IN_FLIGHT: 'off' });
  try {
    const answers = Array.from({ length: 3 }, () => ask(marketplace.gateway.url, '{ viewer { id } }'));
    await arrived(3);
    for (const id of ['1', '2', '3']) answer({ viewer: { id } });
    expect(new Set((await Promise.all(answers)).map(({ text }) => text)).size).toBe(3);
  } finally {
    await marketplace.stop();
  }
});

/** Everything that was sent before has reached the gateway and what it asks: a later question has been answered. */
async function settled(marketplace: Marketplace): Promise<void> {
  for (let round = 0; round < 3; round++) await ask(marketplace.gateway.url, `{ asker { ip } order(id: "${round}") { id } }`);
}
