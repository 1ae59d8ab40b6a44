import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '@agora/platform/testing/eventually';
import { formsHere, type Agora, startAgora } from '../agora.ts';
import { brokenParts, errorLines, fuzzDoor } from './fuzz/fuzz-door.ts';
import { openSockets } from './open-connections.ts';
import { underAttack } from './under-attack.ts';

const SEED = 8;
/** `npm run fuzz:door` sends 10,000. */
const CASES = 750;

describe.each(formsHere())('%s', (form) => {
  let agora: Agora;
  beforeAll(async () => {
    agora = await startAgora(form);
  });
  afterAll(() => agora?.stop());

  test('hostile headers, bodies, extensions and frames are the fault of who sends them, and hurt nobody', async () => {
    await underAttack(agora, async () => expect(await fuzzDoor(agora, { seed: SEED, from: 0, cases: CASES })).toEqual([]));
    expect(errorLines(agora)).toEqual([]);
    expect(await brokenParts(agora)).toBeNull();
  });

  test('330 operations whose extensions can be no headers leave every subgraph to everybody', async () => {
    await underAttack(agora, async () => {
      for (const extensions of NO_HEADERS) await sendOperations(agora, 66, extensions);
    });
    expect(errorLines(agora)).toEqual([]);
    expect(await brokenParts(agora)).toBeNull();
  });
});

const NO_HEADERS = [
  { 'idempotency-key': 'ключ' },
  { 'idempotency-key': 'nul \u0000' },
  { 'accept-language': 'a\r\nb: c' },
  { traceparent: '\ud83d' },
  { 'idempotency-key': '🔑', 'accept-language': 'x'.repeat(5_000), traceparent: '\u007f' },
];

/** Sends so many on one socket, and waits until each was answered or refused. */
async function sendOperations(agora: Agora, count: number, extensions: object): Promise<void> {
  const [socket] = await openSockets(agora, 1);
  if (!socket) throw new Error('No socket was opened.');
  let ended = 0;
  socket.on('message', (message: Buffer) => {
    if (/^\{"id":"\d+","type":"(complete|error)"/.test(message.toString('utf8'))) ended++;
  });
  for (let id = 0; id < count; id++)
    socket.send(JSON.stringify({ id: String(id), type: 'subscribe', payload: { query: `{ ${PARTS} n${id}: __typename }`, extensions } }));
  await eventually(() => ended === count);
  socket.terminate();
}

/** Of every subgraph that guests can ask. */
const PARTS =
  'products(first: 1) { nodes { name seller { displayName } } } communities(first: 1) { nodes { name } } cart(token: "none") { id }';
