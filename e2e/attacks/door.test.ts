import { once } from 'node:events';
import { connect as connectTcp, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '@agora/platform/testing/eventually';
import { WebSocket } from 'ws';
import { type House, startHouse } from '../house.ts';
import { residentBytes } from './memory.ts';
import { underAttack } from './under-attack.ts';

const MEGABYTE = 1024 * 1024;

let house: House;
beforeAll(async () => {
  house = await startHouse('one process', { NODE_OPTIONS: '--max-old-space-size=256', LOG_LEVEL: 'info' });
}, 120_000);
afterAll(() => house?.stop());

/** Runs an attack beside a good client, in a house whose heap is small, and says what memory it took. */
async function attacked(attack: () => Promise<readonly { destroy(): void }[]>): Promise<void> {
  const before = await residentBytes(house);
  await underAttack(house, async () => {
    const connections = await attack();
    for (const connection of connections) connection.destroy();
  });
  const after = await residentBytes(house);
  process.stdout.write(`  memory: ${Math.round(before / MEGABYTE)} MB before, ${Math.round(after / MEGABYTE)} MB after\n`);
}

test('pings of 900 KB on sockets that never read', () =>
  attacked(async () => {
    const sockets = await openSockets(25);
    const ping = JSON.stringify({ type: 'ping', payload: { text: 'x'.repeat(900_000) } });
    for (const socket of sockets) socket.pause();
    for (let round = 0; round < 10; round++) await Promise.all(sockets.map((socket) => sent(socket, ping)));
    return sockets.map(ending);
  }));

test('bodies and messages that never end', () =>
  attacked(async () => {
    const connections = await Promise.all(Array.from({ length: 100 }, () => openConnection()));
    for (const connection of connections) connection.write(`${HEAD}content-length: 1000000\r\n\r\n${'x'.repeat(900_000)}`);
    const sockets = await openSockets(60);
    for (const socket of sockets) socket.send('x'.repeat(900_000), { fin: false });
    await gatewayAnswers();
    return [...connections, ...sockets.map(ending)];
  }));

test('more sockets, connections and operations than an address may have', () =>
  attacked(async () => {
    const connections = Array.from({ length: 2_000 }, () => connectTcp(port(), '127.0.0.1').on('error', () => {}));
    await eventually(() => connections.filter(({ destroyed }) => destroyed).length >= 900);
    for (const connection of connections) connection.destroy();
    await eventually(async () => (await openSockets(1)).map((socket) => socket.terminate()).length);
    const sockets = await openSockets(20);
    for (const socket of sockets) {
      for (let id = 0; id < 100; id++) socket.send(JSON.stringify({ id: String(id), type: 'subscribe', payload: { query: LIVE } }));
    }
    await gatewayAnswers();
    return sockets.map(ending);
  }));

test('a socket that is dropped amid 18,830 operations leaves one line', async () => {
  const before = house.output().length;
  const [socket] = await openSockets(1);
  for (let id = 0; id < 18_830; id++) socket?.send(`{"id":"${id}","type":"subscribe","payload":{"query":"{ viewer { id } }"}}`);
  await eventually(() => (socket?.bufferedAmount ?? 0) < 500_000);
  await underAttack(house, async () => socket?.terminate());
  await gatewayAnswers();
  const lines = house
    .output()
    .slice(before)
    .trim()
    .split('\n')
    .filter((line) => line !== '');
  expect(lines.length).toBeLessThanOrEqual(1);
});

const LIVE = 'subscription { notificationReceived { cursor } }';
const HEAD = 'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n';

const port = () => Number(new URL(house.url).port);

function ending(socket: WebSocket): { destroy(): void } {
  return { destroy: () => socket.terminate() };
}

async function openSockets(count: number, payload: object = {}): Promise<WebSocket[]> {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const socket = new WebSocket(`${house.url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws');
      socket.on('error', () => {});
      await once(socket, 'open');
      socket.send(JSON.stringify({ type: 'connection_init', payload }));
      await once(socket, 'message');
      return socket;
    }),
  );
}

async function openConnection(): Promise<Socket> {
  const connection = connectTcp(port(), '127.0.0.1').on('error', () => {});
  await once(connection, 'connect');
  return connection;
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
  await eventually(async () => (await fetch(`${house.url}/health/live`)).ok);
}
