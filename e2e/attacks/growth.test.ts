import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '@agora/platform/testing/eventually';
import { ask, type Answer, socket } from '../client.ts';
import { type House, startHouse } from '../house.ts';
import { residentBytes } from './memory.ts';
import { underAttack } from './under-attack.ts';

const MEGABYTE = 1024 * 1024;

let house: House;
beforeAll(async () => {
  house = await startHouse('one process', { AGORA_RATE_LIMIT: 'on', NODE_OPTIONS: '--max-old-space-size=256' });
}, 240_000);
afterAll(() => house?.stop());

test.each([
  ['a query', 'query ($values: [ID!]!) { nodes(ids: $values) { id } }'],
  ['what is barred', 'mutation ($values: [ID!]!) { notificationMarkRead(input: { ids: $values }) { userErrors { code } } }'],
  ['a subscription', 'subscription ($values: [ID!]!) { variantStockChanged(variantIds: $values) { cursor } }'],
])('a list of wrong values in the variables of %s is refused, not each for itself', async (_what, query) => {
  await underAttack(house, async () => {
    const values = Array.from({ length: 150_000 }, () => ({}));
    const { errors = [] } = query.startsWith('subscription') ? await overSocket(query, { values }) : await ask(house, query, { values });
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(errors.length).toBeLessThanOrEqual(51);
  });
});

test('a long name does not come back a hundred times', async () => {
  await underAttack(house, async () => {
    const query = `{ ${'x'.repeat(500_000)}: products(first: 100) { nodes { seller { email } } } }`;
    const answer = await ask(house, query);
    expect(answer).toMatchObject({ errors: [{ extensions: { code: 'QUERY_TOO_COSTLY', nameLength: 500_000, limit: 256 } }] });
  });
});

test('hundreds who ask for the explorer and do not read it share one copy', async () => {
  const before = await residentBytes(house);
  await underAttack(house, async () => {
    const readers = await Promise.all(Array.from({ length: 300 }, () => opened('GET /altair/main.js HTTP/1.1\r\nhost: agora\r\n\r\n')));
    for (const reader of readers) await eventually(() => reader.readableLength > 0 || reader.destroyed);
    expect(await residentBytes(house)).toBeLessThan(before + 400 * MEGABYTE);
    for (const reader of readers) reader.destroy();
  });
});

test('whoever is refused a socket does not keep the connection', async () => {
  const refused = await opened('GET /nothing HTTP/1.1\r\nhost: agora\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n');
  let isLost = false;
  refused.on('error', () => (isLost = true)).resume();
  await eventually(() => refused.readableEnded);
  await eventually(() => {
    if (!isLost) refused.write('still here');
    return isLost;
  }, 30_000);
});

function opened(request: string): Promise<Socket> {
  const { hostname, port } = new URL(house.url);
  return new Promise((resolve) => {
    const connection = connect({ host: hostname, port: Number(port), allowHalfOpen: true }, () => {
      connection.write(request);
      resolve(connection);
    });
    connection.on('error', () => {});
  });
}

async function overSocket(query: string, variables: Record<string, unknown>): Promise<Answer> {
  const client = socket(house, undefined);
  const refused = await client
    .iterate({ query, variables })
    .next()
    .then(
      ({ value }) => value as Answer,
      (errors: Answer['errors']) => ({ errors }),
    );
  await client.dispose();
  return refused;
}
