import { once } from 'node:events';
import type { Random } from '@agora/executor/testing/random';
import { WebSocket } from 'ws';
import { hostileExtensions, hostileJson, hostileText } from './values.ts';

/** What one socket says, one frame after the other. */
export interface Conversation {
  readonly init: string;
  readonly frames: readonly (string | Buffer)[];
}

const TYPES = ['subscribe', 'complete', 'ping', 'pong', 'connection_init', 'connection_ack', 'next', 'error', 'start', 'stop'];
const LAST = 'last';

/** A socket whose every frame is a little or entirely wrong; its first may be, too. */
export function hostileConversation(random: Random, query: string, token: string): Conversation {
  const isSignedIn = random.chance(0.5);
  const fair = JSON.stringify({ type: 'connection_init', payload: isSignedIn ? { authorization: token } : {} });
  return {
    init: random.chance(0.8) ? fair : hostileInit(random),
    frames: Array.from({ length: random.between(1, 4) }, () => hostileFrame(random, query)),
  };
}

function hostileInit(random: Random): string {
  const name = random.pick(['authorization', 'Authorization', '__proto__', 'toString', hostileText(random)]);
  const payload = random.chance(0.5) ? hostileJson(random) : `{${JSON.stringify(name)}:${hostileJson(random)}}`;
  return `{"type":"connection_init","payload":${payload}}`;
}

function hostileFrame(random: Random, query: string): string | Buffer {
  const kind = random.between(0, 9);
  if (kind <= 5) return `{"id":"${random.between(0, 1e9)}","type":"subscribe","payload":${hostilePayload(random, query)}}`;
  if (kind <= 7) {
    const type = random.chance(0.8) ? JSON.stringify(random.pick(TYPES)) : hostileJson(random);
    return `{"id":${hostileJson(random)},"type":${type},"payload":${random.chance(0.5) ? hostileJson(random) : hostilePayload(random, query)}}`;
  }
  return kind === 8 ? hostileJson(random) : Buffer.from(hostileText(random));
}

function hostilePayload(random: Random, query: string): string {
  const text = random.chance(0.7) ? JSON.stringify(query) : random.chance(0.7) ? JSON.stringify(hostileText(random)) : hostileJson(random);
  const fields = [`"query":${text}`];
  if (random.chance(0.6)) fields.push(`"extensions":${hostileExtensions(random)}`);
  if (random.chance(0.4)) fields.push(`"variables":${hostileJson(random)}`);
  if (random.chance(0.3)) fields.push(`"operationName":${hostileJson(random)}`);
  return `{${fields.join()}}`;
}

/** Everything that the door answered, and the code with which it closed the socket; null where it answered an honest last question. */
export async function converse(url: string, { init, frames }: Conversation): Promise<{ said: string; code: number | null }> {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws');
  let said = '';
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  const answered = new Promise<null>((resolve) => {
    socket.on('message', (message) => {
      const text = String(message);
      said += `${text}\n`;
      if (text.includes('"connection_ack"')) {
        for (const frame of frames) socket.send(frame);
        socket.send(JSON.stringify({ id: LAST, type: 'subscribe', payload: { query: '{ __typename }' } }));
      }
      if (text.includes(`"id":"${LAST}"`) && text.includes('"complete"')) resolve(null);
    });
  });
  socket.on('error', () => {});
  await once(socket, 'open');
  socket.send(init);
  const code = await Promise.race([closed, answered]);
  socket.terminate();
  return { said, code };
}
