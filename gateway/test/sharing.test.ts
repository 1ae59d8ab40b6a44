import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eventually } from '@agora/platform/testing/eventually';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ask, connect } from '../testing/client.ts';
import { type Marketplace, openMarketplace } from '../testing/marketplace.ts';

interface Waiting {
  readonly body: string;
  readonly response: ServerResponse;
}

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
  const house = await openMarketplace('over HTTP', { USER_URL: url, SUBGRAPH_TIMEOUT_MS: '20000', ...env });
  keys = () => house.tokens.jwks();
  await house.gateway.ready;
  return house;
};

const arrived = (count: number) => eventually(() => asked === count);

function answer(data: object): void {
  waiting.shift()?.response.end(JSON.stringify({ data }));
}

describe('with sharing', () => {
  let house: Marketplace;
  let url: string;
  beforeAll(async () => {
    house = await open();
    url = house.gateway.url;
  });
  afterAll(() => house.stop());

  const WHO = '{ viewer { id } }';

  test('the same query of the same asker at the same time is one request, and everybody gets the whole answer', async () => {
    const answers = Array.from({ length: 5 }, () => ask(url, WHO));
    await arrived(1);
    await settled(house);
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
    await settled(house);
    answer({ viewer: { id: 'me' } });
    for (const { data } of await Promise.all(answers)) expect(data).toEqual({ viewer: { id: 'me' } });
    expect(asked).toBe(1);
  });

  test('nothing is shared between askers, languages and keys', async () => {
    const token = async () => ({ authorization: `Bearer ${await house.tokens.token()}` });
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
    const rename = 'mutation { userRename(name: "n") { id } }';
    const answers = [ask(url, rename), ask(url, rename)];
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

test('with SHARE_IN_FLIGHT=off every query is asked for itself', async () => {
  const house = await open({ SHARE_IN_FLIGHT: 'off' });
  try {
    const answers = Array.from({ length: 3 }, () => ask(house.gateway.url, '{ viewer { id } }'));
    await arrived(3);
    for (const id of ['1', '2', '3']) answer({ viewer: { id } });
    expect(new Set((await Promise.all(answers)).map(({ text }) => text)).size).toBe(3);
  } finally {
    await house.stop();
  }
});

/** Everything that was sent before has reached the gateway and what it asks: a later question has been answered. */
async function settled(house: Marketplace): Promise<void> {
  for (let round = 0; round < 3; round++) await ask(house.gateway.url, `{ asker { ip } order(id: "${round}") { id } }`);
}
