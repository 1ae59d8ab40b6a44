import type { Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '@agora/platform/testing/eventually';
import { WebSocket } from 'ws';
import { type Agora, startAgora } from '../agora.ts';
import { inParallel } from '../shop.ts';
import { residentBytes } from './memory.ts';
import { type Ending, ending, openConnection, openConnections, openSockets } from './open-connections.ts';
import { Stranger } from './stranger.ts';
import { underAttack } from './under-attack.ts';

const MEGABYTE = 1024 * 1024;

let agora: Agora;
beforeAll(async () => {
  const env = { NODE_OPTIONS: '--max-old-space-size=256', LOG_LEVEL: 'info' };
  agora = await startAgora('one process', env, { openFiles: OPEN_FILES });
});
afterAll(() => agora?.stop());

/** As many as small machines allow by default. */
const OPEN_FILES = 1_024;

/** Runs an attack beside a good client, in a marketplace whose heap is small, and says what memory it took. */
async function attacked(attack: () => Promise<readonly Ending[]>): Promise<void> {
  const before = await residentBytes(agora);
  await underAttack(agora, async () => {
    const connections = await attack();
    for (const connection of connections) connection.destroy();
  });
  const after = await residentBytes(agora);
  process.stdout.write(`  memory: ${Math.round(before / MEGABYTE)} MB before, ${Math.round(after / MEGABYTE)} MB after\n`);
}

test('pings of 900 KB on sockets that never read', () =>
  attacked(async () => {
    const sockets = await openSockets(agora, 25);
    const ping = JSON.stringify({ type: 'ping', payload: { text: 'x'.repeat(900_000) } });
    for (const socket of sockets) socket.pause();
    for (let round = 0; round < 10; round++) await Promise.all(sockets.map((socket) => sent(socket, ping)));
    return sockets.map(ending);
  }));

test('bodies and messages that never end', () =>
  attacked(async () => {
    const connections = await openConnections(agora, 100);
    for (const connection of connections) connection.write(`${HEAD}content-length: 1000000\r\n\r\n${'x'.repeat(900_000)}`);
    const sockets = await openSockets(agora, 60);
    for (const socket of sockets) socket.send('x'.repeat(900_000), { fin: false });
    await gatewayAnswers();
    return [...connections, ...sockets.map(ending)];
  }));

test('more connections than an address may have', () =>
  attacked(async () => {
    const connections = await connectionsUntilRefused('127.0.0.1');
    expect(connections.length).toBeLessThan(OPEN_FILES / 2);
    expect(await inParallel(Array.from({ length: 50 }), 10, () => lastingConnection('127.0.0.1'))).toEqual(Array(50).fill(null));
    const stranger = new Stranger(agora, '127.0.0.3');
    expect(await stranger.ask('{ products(first: 1) { nodes { name } } }')).toMatchObject({ code: undefined });
    stranger.leave();
    for (const connection of connections) connection.destroy();
    await eventually(() => lastingConnection('127.0.0.1'));
    return connections;
  }));

test('connections of many addresses leave the process the files that it needs', () =>
  attacked(async () => {
    const perAddress = await inParallel([1, 2, 3, 4, 5, 6, 7, 8], 1, (i) => connectionsUntilRefused(`127.0.8.${i}`));
    expect(perAddress.flat().length).toBeLessThan(OPEN_FILES);
    expect(perAddress.at(-1)).toEqual([]);
    return perAddress.flat();
  }));

test('more operations on sockets than an address may have', () =>
  attacked(async () => {
    const sockets = await openSockets(agora, 20);
    for (const socket of sockets) {
      for (let id = 0; id < 100; id++) socket.send(JSON.stringify({ id: String(id), type: 'subscribe', payload: { query: LIVE } }));
    }
    await gatewayAnswers();
    return sockets.map(ending);
  }));

test('a socket that is dropped amid 18,830 operations leaves one line', async () => {
  const before = agora.output().length;
  const [socket] = await openSockets(agora, 1);
  for (let id = 0; id < 18_830; id++) socket?.send(`{"id":"${id}","type":"subscribe","payload":{"query":"{ viewer { id } }"}}`);
  await eventually(() => (socket?.bufferedAmount ?? 0) < 500_000);
  await underAttack(agora, async () => socket?.terminate());
  await gatewayAnswers();
  const lines = agora
    .output()
    .slice(before)
    .trim()
    .split('\n')
    .filter((line) => line !== '');
  expect(lines.length).toBeLessThanOrEqual(1);
});

const LIVE = 'subscription { notificationReceived { cursor } }';
const HEAD = 'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n';

/** Opens one after the other, each of which was answered once and stays, until an address gets no more. */
async function connectionsUntilRefused(from: string): Promise<Socket[]> {
  const connections: Socket[] = [];
  while (connections.length < OPEN_FILES) {
    const connection = await lastingConnection(from);
    if (!connection) break;
    connections.push(connection);
  }
  return connections;
}

/** A connection that was answered and is kept alive; null where it was closed instead. */
async function lastingConnection(from: string): Promise<Socket | null> {
  const connection = await openConnection(agora, from);
  connection.write('GET /health/live HTTP/1.1\r\nhost: localhost\r\n\r\n');
  return new Promise((resolve) => connection.once('data', () => resolve(connection)).once('close', () => resolve(null)));
}

/** Resolves when the message has left, or the socket is closed: whoever does not read is cut off. */
function sent(socket: WebSocket, text: string): Promise<void> {
  return new Promise((resolve) => {
    if (socket.readyState !== WebSocket.OPEN) return resolve();
    socket.once('close', () => resolve());
    socket.send(text, () => resolve());
  });
}

/** What was sent before has been dealt with: a request behind it is answered. */
async function gatewayAnswers(): Promise<void> {
  await eventually(async () => (await fetch(`${agora.url}/health/live`)).ok);
}
