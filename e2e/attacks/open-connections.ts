import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { WebSocket } from 'ws';
import { inParallel } from '../shop.ts';
import type { Door } from '../client.ts';

/** What an attacker leaves without a word. */
export interface Ending {
  destroy(): void;
}

/** A connection to the door of which nothing is read yet; `from` is an address of loopback. */
export async function openConnection(door: Door, from = '127.0.0.1'): Promise<Socket> {
  const connection = connect({ port: Number(new URL(door.url).port), host: '127.0.0.1', localAddress: from }).on('error', () => {});
  await once(connection, 'connect');
  return connection;
}

/** Few at a time: where the queue of new ones is short, others would be lost and tried again a second later. */
export function openConnections(door: Door, count: number, from?: string): Promise<Socket[]> {
  return inParallel(Array.from({ length: count }), 8, () => openConnection(door, from));
}

/** WebSockets that have introduced themselves, or were closed for it. */
export async function openSockets(door: Door, count: number, payload: object = {}, from = '127.0.0.1'): Promise<WebSocket[]> {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const socket = new WebSocket(`${door.url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws', { localAddress: from });
      socket.on('error', () => {});
      await once(socket, 'open');
      socket.send(JSON.stringify({ type: 'connection_init', payload }));
      await Promise.race([once(socket, 'message'), once(socket, 'close')]);
      return socket;
    }),
  );
}

export function ending(socket: WebSocket): Ending {
  return { destroy: () => socket.terminate() };
}
