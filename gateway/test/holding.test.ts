import { once } from 'node:events';
import { connect as connectTcp, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@agora/platform/ids';
import { eventually } from '@agora/platform/testing/eventually';
import { Agent, request } from 'undici';
import { type ClientOptions, WebSocket } from 'ws';
import * as z from 'zod';
import { ask, connect, send } from '../testing/client.ts';
import { type Marketplace, openMarketplace } from '../testing/marketplace.ts';

const elsewhere = new Agent({ localAddress: '127.0.0.2' });
afterAll(() => elsewhere.close());

let marketplace: Marketplace;
let url: string;

function open(env: Readonly<Record<string, string>>): void {
  beforeAll(async () => {
    marketplace = await openMarketplace('in one process', env);
    url = marketplace.gateway.url;
  });
  afterAll(() => marketplace.stop());
}

const RATE_LIMITED = [{ extensions: { code: 'RATE_LIMITED' } }];
const LIVE = 'subscription { orderTicked }';

const TEXTS = 'sku name a: sku b: name';
const variables = { id: 'x'.repeat(200_000) };
/** Their answers have 0.8 and 3.2 MB. */
const LARGE = { query: `query ($id: ID!) { product(id: $id) { ${TEXTS} } }`, variables };
const LARGEST = {
  query: `query ($id: ID!) { ${['p', 'q', 'r', 's'].map((p) => `${p}: product(id: $id) { ${TEXTS} }`).join(' ')} }`,
  variables,
};

/** Far less than the 30 s after which every connection that does not get on is closed by default. */
const SOON_MS = 20_000;

const RefusedOperation = z.object({ type: z.literal('error'), payload: z.array(z.unknown()) });

describe('sockets', () => {
  open({
    MAX_SOCKETS_PER_ADDRESS: '4',
    MAX_SOCKETS_PER_VIEWER: '2',
    MAX_OPERATIONS_PER_SOCKET: '3',
    MAX_SOCKET_OPERATIONS_PER_ASKER: '5',
    CORS_ORIGINS: 'https://shop.example',
  });

  test('an address has so many, and another when one is closed', async () => {
    const sockets = await Promise.all(Array.from({ length: 4 }, () => raw()));
    expect(await refusalOf({})).toBe(1013);
    expect(await refusalOf({ localAddress: '127.0.0.2' })).toBeNull();
    sockets[0]?.terminate();
    await eventually(async () => (await refusalOf({})) === null);
    for (const socket of sockets) socket.terminate();
    await settled();
  });

  test('an account has so many, whatever its address', async () => {
    const token = await marketplace.tokens.token();
    const clients = [1, 2].map(() => connect(url, token));
    const listeners = clients.map((client) => client.listen(LIVE));
    await eventually(() => marketplace.updates.followers === 2);
    const third = connect(url, token);
    const { ended } = third.listen(LIVE);
    await eventually(() => ended.closeCode);
    expect(ended).toEqual({ closeCode: 1013 });
    expect(listeners.map((listener) => listener.ended)).toEqual([{}, {}]);
    await Promise.all([...clients, third].map((client) => client.close()));
    await settled();
    const again = connect(url, token);
    again.listen(LIVE);
    await eventually(() => marketplace.updates.followers === 1);
    await again.close();
    await settled();
  });

  test('one socket, and one asker on all sockets, have so many operations at a time', async () => {
    const clients = [connect(url), connect(url)];
    const [first, second] = clients.map((client) => Array.from({ length: 4 }, () => client.listen(LIVE)));
    await eventually(() => [first, second].flat().filter((listener) => listener?.ended.errors).length === 3);
    await eventually(() => marketplace.updates.followers === 5);
    expect(first?.[3]?.ended.errors).toMatchObject(RATE_LIMITED);
    expect(second?.map(({ ended }) => ended.errors).slice(2)).toMatchObject([RATE_LIMITED, RATE_LIMITED]);
    first?.[0]?.unsubscribe();
    await eventually(() => marketplace.updates.followers === 4);
    const more = clients[0]?.listen(LIVE);
    await eventually(() => marketplace.updates.followers === 5);
    expect(more?.ended).toEqual({});
    await Promise.all(clients.map((client) => client.close()));
    await settled();
  });

  test('an operation that a client gives up counts until it is over', async () => {
    marketplace.hang('order');
    const client = connect(url);
    const given = Array.from({ length: 3 }, () => client.listen('{ asker { ip } }'));
    await eventually(() => marketplace.asked['order']?.filter(({ query }) => query.includes('asker')).length === 3);
    for (const { unsubscribe } of given) unsubscribe();
    const { ended } = client.listen('{ asker { ip } }');
    await eventually(() => ended.errors);
    expect(ended.errors).toMatchObject(RATE_LIMITED);
    marketplace.hang('order', false);
    await client.close();
    await settled();
  });

  test('pages of other sites open none; programs, our own pages and those of CORS_ORIGINS do', async () => {
    for (const origin of ['https://evil.example', 'https://shop.example.evil.example', 'null', 'no origin']) {
      expect(await refusalOf({ origin })).toBe(403);
    }
    for (const origin of ['https://shop.example', 'http://localhost:5173', new URL(url).origin]) {
      expect(await refusalOf({ origin })).toBeNull();
    }
    await settled();
  });

  test('a ping is answered with what it says, unless that is much', async () => {
    const socket = await raw();
    const heard: unknown[] = [];
    socket.on('message', (data) => heard.push(JSON.parse(String(data))));
    for (const payload of [{ at: 1 }, undefined, { at: 'x'.repeat(1_000_000) }]) socket.send(JSON.stringify({ type: 'ping', payload }));
    await eventually(() => heard.length === 3);
    expect(heard).toEqual([{ type: 'pong', payload: { at: 1 } }, { type: 'pong' }, { type: 'pong' }]);
    socket.terminate();
    await settled();
  });
});

describe('what waits for a client that does not read', () => {
  open({ LIVE_BACKLOG_BYTES: '100000' });

  test('closes its socket, and costs nobody else theirs', async () => {
    const other = connect(url);
    const stream = other.listen(LIVE);
    await eventually(() => marketplace.updates.followers === 1);
    const socket = await raw();
    socket.pause();
    const operation = JSON.stringify({ query: `{ product(id: "${'x'.repeat(200_000)}") { sku name a: sku b: name } }` });
    for (let id = 0; id < 60; id++) socket.send(`{"id":"${id}","type":"subscribe","payload":${operation}}`);
    await eventually(async () => (await metric('agora_gateway_slow_connections_total')) > 0);
    await eventually(async () => (await metric('agora_gateway_sockets')) === 1);
    marketplace.updates.happened({ number: 1 });
    await eventually(() => stream.events.length === 1);
    expect(stream.ended).toEqual({});
    await other.close();
    socket.terminate();
  });
});

describe('requests', () => {
  open({ MAX_REQUESTS_PER_ADDRESS: '3', MAX_REQUEST_BYTES_PER_ADDRESS: '1048576' });

  test('an address has so many under way at a time', async () => {
    marketplace.hang('order');
    const hanging = Array.from({ length: 3 }, (_, i) => ask(url, `{ asker { ip } order(id: "${i}") { id } }`));
    await eventually(async () => (await metricFromElsewhere('agora_gateway_held{what="requests"}')) >= 3);
    const refused = await ask(url, '{ __typename }', { origin: 'http://localhost:3000' });
    expect(refused).toMatchObject({ status: 429, errors: [{ extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 1 } }] });
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(refused.headers.get('access-control-allow-origin')).toBe('http://localhost:3000');
    expect((await send(url, '/health/live')).status).toBe(200);
    marketplace.hang('order', false);
    await Promise.all(hanging);
    await eventually(async () => (await ask(url, '{ __typename }')).status === 200);
  });

  test('bodies that never end take the room of their own address only', async () => {
    const slow = await unfinishedBody(900_000);
    await eventually(async () => (await metricFromElsewhere('agora_gateway_held{what="request bytes"}')) >= 800_000);
    const large = `{ order(id: "${'x'.repeat(400_000)}") { id } }`;
    const compressed = {
      body: gzipSync(JSON.stringify({ query: large })),
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
    };
    for (const refused of [await ask(url, large), await send(url, '/graphql', { method: 'POST', ...compressed })]) {
      expect(refused).toMatchObject({ status: 429, errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
    }
    expect((await ask(url, '{ __typename }')).status).toBe(200);
    slow.destroy();
    await eventually(async () => (await ask(url, large)).status === 200);
  });
});

describe('everybody together', () => {
  open({
    MAX_SOCKETS: '3',
    MAX_SOCKET_OPERATIONS: '4',
    MAX_REQUESTS: '4',
    MAX_REQUEST_BYTES: '1048576',
    MAX_WAITING_BYTES: '1048576',
    TOKEN_CACHE_BYTES: '1024',
  });

  test('has so many sockets, and so many operations on them', async () => {
    const sockets = await Promise.all(['127.0.0.1', '127.0.0.2', '127.0.0.3'].map((localAddress) => raw({ localAddress })));
    expect(await refusalOf({ localAddress: '127.0.0.4' })).toBe(1013);
    const refused: unknown[] = [];
    for (const socket of sockets) {
      socket.on('message', (message: Buffer) => refused.push(...RefusedOperation.parse(JSON.parse(message.toString('utf8'))).payload));
      for (const id of ['a', 'b']) socket.send(JSON.stringify({ id, type: 'subscribe', payload: { query: LIVE } }));
    }
    await eventually(() => marketplace.updates.followers === 4 && refused.length === 2);
    expect(refused).toMatchObject([...RATE_LIMITED, ...RATE_LIMITED]);
    for (const socket of sockets) socket.terminate();
    await settled();
  });

  test('has so many requests under way', async () => {
    marketplace.hang('order');
    const hanging = Array.from({ length: 4 }, (_, i) => ask(url, `{ asker { ip } order(id: "${i}") { id } }`));
    await eventually(() => marketplace.asked['order']?.length === hanging.length);
    expect(await statusFromElsewhere('{ __typename }')).toBe(429);
    marketplace.hang('order', false);
    await Promise.all(hanging);
    await eventually(async () => (await statusFromElsewhere('{ __typename }')) === 200);
  });

  test('has room for so many bytes of bodies that are under way', async () => {
    const slow = await unfinishedBody(900_000);
    await eventually(async () => (await metric('agora_gateway_held{what="request bytes"}')) >= 900_000);
    const large = `{ order(id: "${'x'.repeat(400_000)}") { id } }`;
    await eventually(async () => (await statusFromElsewhere(large)) === 429);
    expect(await statusFromElsewhere('{ __typename }')).toBe(200);
    slow.destroy();
    await eventually(async () => (await statusFromElsewhere(large)) === 200);
  });

  test('has so many bytes of its tokens remembered', async () => {
    const name = 'agora_gateway_held{what="bytes of verified tokens"}';
    await ask(url, '{ __typename }', { authorization: `Bearer ${await marketplace.tokens.token()}` });
    const before = await metric(name);
    for (let person = 0; person < 10; person++) {
      const authorization = `Bearer ${await marketplace.tokens.token({ subject: newId('usr') })}`;
      expect((await ask(url, '{ __typename }', { authorization })).status).toBe(200);
      expect((await metric(name)) - before).toBeLessThanOrEqual(1_024);
    }
  });

  test('has so many bytes waiting for slow clients, and those with the most are cut off', async () => {
    const before = await metric('agora_gateway_slow_connections_total');
    const slow = await Promise.all(Array.from({ length: 3 }, () => unreadAnswer()));
    await eventually(async () => (await metric('agora_gateway_slow_connections_total')) > before, SOON_MS);
    for (const connection of slow) connection.destroy();
    expect((await ask(url, '{ __typename }')).status).toBe(200);
  });
});

describe('what waits on a socket', () => {
  open({ MAX_WAITING_BYTES_PER_SOCKET: '50000000' });

  test('may be so much, and is read when its client comes to it', async () => {
    const socket = await raw();
    const ended: string[] = [];
    socket.on('message', (message: Buffer) => ended.push(...(/"type":"complete"/.exec(message.toString('utf8')) ?? [])));
    socket.pause();
    for (let id = 0; id < 20; id++) socket.send(JSON.stringify({ id: String(id), type: 'subscribe', payload: LARGE }));
    await eventually(() => marketplace.asked['catalog']?.length === 20);
    socket.resume();
    await eventually(() => ended.length === 20);
    socket.terminate();
    await settled();
  });
});

describe('a connection in which something waits', () => {
  open({ MAX_WAITING_MS: '300' });

  test('is closed when that does not become less for so long', async () => {
    const before = await metric('agora_gateway_slow_connections_total');
    const connection = await unreadAnswer();
    await eventually(async () => (await metric('agora_gateway_slow_connections_total')) === before + 1, SOON_MS);
    connection.destroy();
  });
});

describe('behind a proxy', () => {
  open({ MAX_REQUESTS_PER_ADDRESS: '3', MAX_SOCKETS_PER_ADDRESS: '2', TRUSTED_PROXIES: '127.0.0.1' });

  test('the addresses of one household, which has a /64 of them, are one', async () => {
    const from = (address: string) => ({ 'x-forwarded-for': address });
    for (const host of ['a', 'b']) expect(await refusalOf({ headers: from(`2001:db8:0:1::${host}`), stays: true })).toBeNull();
    expect(await refusalOf({ headers: from('2001:db8:0:1::c') })).toBe(1013);
    expect(await refusalOf({ headers: from('2001:db8:0:2::a') })).toBeNull();

    marketplace.hang('order');
    const hanging = ['a', 'b', 'c'].map((host) => ask(url, `{ order(id: "${host}") { id } }`, from(`2001:db8:0:1::${host}`)));
    await eventually(async () => (await metricFromElsewhere('agora_gateway_held{what="requests"}')) >= 4);
    expect(await ask(url, '{ __typename }', from('2001:db8:0:1::d'))).toMatchObject({ status: 429 });
    expect(await ask(url, '{ __typename }', from('2001:db8:0:2::d'))).toMatchObject({ status: 200 });
    marketplace.hang('order', false);
    await Promise.all(hanging);
  });
});

describe('connections', () => {
  open({ MAX_CONNECTIONS_PER_ADDRESS: '8' });

  test('an address has so many, and others have theirs', async () => {
    const connections = Array.from({ length: 20 }, () => connectTcp(Number(new URL(url).port), '127.0.0.1').on('error', () => {}));
    const closed = () => connections.filter((connection) => connection.closed || connection.destroyed).length;
    for (const connection of connections) connection.resume();
    await eventually(() => closed() >= 12);
    expect(await metricFromElsewhere('agora_gateway_held{what="connections"}')).toBeGreaterThanOrEqual(8);
    expect(closed()).toBe(12);
    for (const connection of connections) connection.destroy();
    await eventually(async () => (await ask(url, '{ __typename }')).status === 200);
  });
});

/** A socket after its `connection_ack`. */
async function raw(options: ClientOptions = {}): Promise<WebSocket> {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws', options);
  await once(socket, 'open');
  socket.send('{"type":"connection_init"}');
  await once(socket, 'message');
  return socket;
}

/** The status or close code with which a socket is refused; null when it is not. */
function refusalOf({ stays = false, ...options }: ClientOptions & { readonly stays?: boolean }): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws', options);
    socket.once('open', () => socket.send('{"type":"connection_init"}'));
    socket.once('message', () => {
      if (!stays) socket.terminate();
      resolve(null);
    });
    socket.once('close', resolve);
    socket.once('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0);
      response.resume();
    });
    socket.once('error', reject);
  });
}

/** Nothing of a test is left that the next one could meet. */
async function settled(): Promise<void> {
  await eventually(async () => (await metric('agora_gateway_sockets')) === 0 && marketplace.updates.followers === 0);
}

async function unfinishedBody(bytes: number): Promise<Socket> {
  const connection = connectTcp(Number(new URL(url).port), '127.0.0.1').on('error', () => {});
  await once(connection, 'connect');
  const head = `POST /graphql HTTP/1.1\r\nhost: ${new URL(url).host}\r\ncontent-type: application/json\r\ncontent-length: 1000000\r\n\r\n`;
  connection.write(head + 'x'.repeat(bytes));
  return connection;
}

/** A connection that asked for large answers, one after the other, and reads none. */
async function unreadAnswer(): Promise<Socket> {
  const connection = connectTcp(Number(new URL(url).port), '127.0.0.1').on('error', () => {});
  await once(connection, 'connect');
  connection.pause();
  const body = JSON.stringify(LARGEST);
  const head = `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`;
  for (let times = 0; times < 3; times++) connection.write(head + body);
  return connection;
}

/** From another address, whose requests are counted apart. */
async function statusFromElsewhere(query: string): Promise<number> {
  const { statusCode, body } = await request(`${url}/graphql`, {
    dispatcher: elsewhere,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  await body.dump();
  return statusCode;
}

async function metric(name: string): Promise<number> {
  return valueIn((await send(url, '/metrics')).text, name);
}

/** Asked from another address, whose requests are counted apart. */
async function metricFromElsewhere(name: string): Promise<number> {
  const { body } = await request(`${url}/metrics`, { dispatcher: elsewhere });
  return valueIn(await body.text(), name);
}

function valueIn(text: string, name: string): number {
  const line = text.split('\n').find((candidate) => candidate.startsWith(`${name} `));
  return Number(line?.slice(name.length + 1));
}
