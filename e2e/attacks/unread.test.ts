import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '@agora/platform/testing/eventually';
import { WebSocket } from 'ws';
import { ask } from '../client.ts';
import { type Agora, startAgora } from '../agora.ts';
import { longPost } from './long-post.ts';
import { memoryComesBack } from './memory.ts';
import { type Ending, ending, openConnections, openSockets } from './open-connections.ts';
import { underAttack } from './under-attack.ts';

const COMMENTS = 10;
/** One alone may not have as many connections, where a process may have few files open. */
const ADDRESSES = ['127.0.9.1', '127.0.9.2', '127.0.9.3', '127.0.9.4'];

let agora: Agora;
/** A guest's query whose answer has 3.8 MB. */
let query: string;
let requests = 0;

beforeAll(async () => {
  agora = await startAgora('one process', { NODE_OPTIONS: '--max-old-space-size=256' });
  query = await largeQuery();
});
afterAll(() => agora?.stop());

test('HTTP connections that ask for large answers and never read them', () =>
  attacked(async () => {
    const connections = await fromAll((from) => openConnections(agora, 75, from));
    const before = await answered();
    for (const connection of connections) {
      connection.pause();
      connection.write(requestOf(query));
    }
    await eventually(async () => (await answered()) >= before + 300);
    return connections;
  }));

test('HTTP connections that ask for many large answers at a time and read none', () =>
  attacked(async () => {
    const connections = await openConnections(agora, 10);
    const before = await answered();
    for (const connection of connections) {
      connection.pause();
      connection.write(Array.from({ length: 60 }, () => requestOf(query)).join(''));
    }
    await eventually(async () => (await answered()) >= before + 10);
    for (let n = 0; n < 20; n++) await ask(agora, query, { n });
    expect((await answered()) - before).toBeLessThan(100);
    return connections;
  }));

test('sockets that ask for large answers and never read them', () =>
  attacked(async () => {
    const sockets = await fromAll((from) => openSockets(agora, 50, {}, from));
    const before = await answered();
    for (const socket of sockets) socket.pause();
    for (let id = 0; id < 3; id++) {
      for (const socket of sockets) socket.send(JSON.stringify({ id: String(id), type: 'subscribe', payload: { query } }));
    }
    await eventually(async () => (await answered()) >= before + 200);
    return sockets.map(ending);
  }));

test('sockets that introduce themselves with a megabyte each, and stay', async () => {
  await underAttack(agora, async () => {
    let sockets: readonly WebSocket[] = [];
    const introduction = { authorization: '', text: 'x'.repeat(900_000) };
    await memoryComesBack(agora, async () => (sockets = await fromAll((from) => openSockets(agora, 50, introduction, from))));
    expect(sockets.filter(({ readyState }) => readyState === WebSocket.OPEN).length).toBeGreaterThan(50);
    for (const socket of sockets) socket.terminate();
  });
});

/** Runs an attack beside a good client, in a marketplace whose heap is small; its memory comes back while that one goes on. */
async function attacked(attack: () => Promise<readonly Ending[]>): Promise<void> {
  await underAttack(agora, () =>
    memoryComesBack(agora, async () => {
      for (const connection of await attack()) connection.destroy();
    }),
  );
}

async function fromAll<T>(open: (from: string) => Promise<T[]>): Promise<T[]> {
  return (await Promise.all(ADDRESSES.map(open))).flat();
}

async function largeQuery(): Promise<string> {
  const postId = await longPost(agora, COMMENTS);
  const texts = Array.from({ length: 19 }, (_, i) => `a${i}: body`).join(' ');
  const large = `{ post(id: "${postId}") { comments(first: ${COMMENTS}) { nodes { ${texts} } } } }`;
  expect(JSON.stringify(await ask(agora, large)).length).toBeGreaterThan(3_500_000);
  return large;
}

/** No two bodies are equal: those of one asker are answered together. */
function requestOf(text: string): string {
  const body = JSON.stringify({ query: text, number: ++requests });
  return `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
}

/** How many operations the gateway has answered since it began. */
async function answered(): Promise<number> {
  const text = await (await fetch(`${agora.url}/metrics`)).text();
  return [...text.matchAll(/^agora_gateway_operation_seconds_count\{.*\} (\d+)$/gm)].reduce((sum, [, count]) => sum + Number(count), 0);
}
