import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { OperationTypeNode } from 'graphql';
import { eventually } from '@agora/platform/testing/eventually';
import { Cancellation } from '../src/cancellation.ts';
import { httpLink } from '../src/links/http-link.ts';
import { isStream } from '../src/links/link.ts';
import { Sharing } from '../src/sharing.ts';
import { ask, connect, send } from '../testing/client.ts';
import { type Marketplace, openMarketplace, SECRET } from '../testing/marketplace.ts';

const LINK = {
  name: 'order',
  secret: null,
  connectTimeoutMs: 60_000,
  answerTimeoutMs: 240_000,
  silenceMs: 10_000,
  answerBytes: 1_000_000,
  liveBacklogBytes: 1_000_000,
  sharing: new Sharing(false),
};

const TRACEPARENT = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

let server: Server;
let url: string;
/** Whether anything but the question for its health is answered. */
let answers: boolean;
beforeEach(async () => {
  answers = true;
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk));
    request.on('end', () => {
      if (answers || body.includes('{ __typename }')) response.end('{"data":{"asker":{"ip":"here"}}}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const callWith = (text: string | undefined, cancellation: Cancellation | null = null) => {
  const identity = { actor: null, ip: '' };
  const context = { identity, idempotencyKey: text, acceptLanguage: text, traceparent: TRACEPARENT, forwarded: [], cancellation };
  return { type: OperationTypeNode.QUERY, query: '{ asker { ip } }', operationName: undefined, body: '{}', variables: {}, context };
};

test('a link takes any text for a header and goes on answering', async () => {
  const link = httpLink({ ...LINK, url });
  const execute = (text: string | undefined) => link.execute(callWith(text));
  const texts = ['a\r\nb: c', 'nul \u0000', 'ключ', '\ud83d', '🔑', 'x'.repeat(5_000)];
  await Promise.allSettled(texts.flatMap((text) => Array.from({ length: 100 }, () => execute(text))));
  expect(await execute(undefined)).toMatchObject({ data: { asker: { ip: 'here' } } });
  await link.stop();
});

test('clients that leave are no sign of a silent subgraph, and those that wait in vain are', async () => {
  const link = httpLink({ ...LINK, url, answerTimeoutMs: 200, silenceMs: 0 });
  answers = false;
  const clients = Array.from({ length: 5 }, () => new Cancellation());
  const left = clients.map((client) => link.execute(callWith(undefined, client)));
  for (const client of clients) client.leave();
  await Promise.allSettled(left);
  expect(link.renewSilent()).toBe(false);
  await Promise.allSettled(Array.from({ length: 3 }, () => link.execute(callWith(undefined))));
  expect(link.renewSilent()).toBe(true);
  await link.stop();
});

test('a request for a file that names another host goes to the subgraph that keeps files', async () => {
  const marketplace = await openMarketplace('over HTTP');
  const heard: (string | undefined)[] = [];
  server.on('request', ({ url: path }) => heard.push(path));
  const path = new URL('/media/secret', url).href;
  const asked = request(marketplace.gateway.url, { path }).end();
  const [{ statusCode }] = await once(asked, 'response');
  asked.destroy();
  await marketplace.stop();
  expect({ statusCode, heard }).toEqual({ statusCode: 404, heard: [] });
});

test('the way to a subgraph that answers its health and nothing else is opened anew, and readiness says so', async () => {
  const marketplace = await openMarketplace('over HTTP', { ORDER_URL: url, SUBGRAPH_TIMEOUT_MS: '1000', SUBGRAPH_SILENCE_MS: '500' });
  const { url: door, ready } = marketplace.gateway;
  await ready;
  const report = async () => JSON.parse((await send(door, '/health/ready')).text);
  expect((await ask(door, '{ asker { ip } }')).data).toEqual({ asker: { ip: 'here' } });
  expect(await report()).toMatchObject({ status: 'ready', reopened: {} });

  answers = false;
  for (let slow = 0; slow < 2; slow++) {
    expect((await ask(door, '{ asker { ip } }')).errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }]);
  }
  expect((await report()).reopened).toEqual({}); // one or two questions may just take long
  await ask(door, '{ asker { ip } }');
  await eventually(async () => 'order' in (await report()).reopened);
  expect(await report()).toMatchObject({ status: 'ready', subgraphs: { order: 'up' }, reopened: { order: expect.stringMatching(/Z$/) } });
  expect((await send(door, '/metrics')).text).toMatch(/agora_gateway_links_reopened_total\{subgraph="order"\} [1-9]/);
  answers = true;
  expect((await ask(door, '{ asker { ip } }')).data).toEqual({ asker: { ip: 'here' } });
  await marketplace.stop();
});

test('a subgraph that is flooded with questions it does not answer is not lost', async () => {
  const marketplace = await openMarketplace('over HTTP', { ORDER_URL: url, SUBGRAPH_TIMEOUT_MS: '1000', SHARE_IN_FLIGHT: 'off' });
  const { url: door, ready } = marketplace.gateway;
  await ready;
  answers = false;
  for (let wave = 0; wave < 3; wave++) {
    await Promise.all(Array.from({ length: 100 }, () => ask(door, '{ asker { ip } }')));
    expect(JSON.parse((await send(door, '/health/ready')).text).subgraphs).toMatchObject({ order: 'up' });
  }
  await marketplace.stop();
});

describe('subgraphs that many are connected to at a time', () => {
  let marketplace: Marketplace;
  beforeAll(async () => {
    marketplace = await openMarketplace('over HTTP', { MAX_ANSWER_BYTES: '50000', LIVE_BACKLOG_BYTES: '100000' });
    await marketplace.gateway.ready;
  });
  afterAll(() => marketplace.stop());

  const LIVE = 'subscription { orderUpdated { number note } }';

  test("an operation that grows on its way beyond what the door takes ends nobody else's stream", async () => {
    const others = connect(marketplace.gateway.url);
    const streams = Array.from({ length: 20 }, () => others.listen(LIVE));
    await eventually(() => marketplace.updates.followers === 20);
    const large = connect(marketplace.gateway.url);
    const grown = large.listen(`subscription { orderUpdated(orderId: "${'\u007f'.repeat(300_000)}") { number } }`);
    await eventually(() => marketplace.updates.followers === 21 || Object.keys(grown.ended).length > 0);
    expect(grown.ended).toEqual({});
    marketplace.updates.happened({ number: 1 });
    await eventually(() => [...streams, grown].every(({ events }) => events.length === 1));
    expect([...streams, grown].map(({ ended }) => ended)).toEqual(Array.from({ length: 21 }, () => ({})));
    await Promise.all([others.close(), large.close()]);
    await eventually(() => marketplace.updates.followers === 0);
  });

  test('what is too large for a subgraph is refused before it is sent, and ends alone', async () => {
    const link = httpLink({ ...LINK, url: marketplace.urlOf('order'), secret: SECRET });
    const identity = { actor: null, ip: '' };
    const stream = await link.subscribe({ query: LIVE, identity });
    if (!isStream(stream)) throw new Error('Refused.');
    await eventually(() => marketplace.updates.followers === 1);
    await expect(link.subscribe({ query: LIVE, variables: { x: 'x'.repeat(17_000_000) }, identity })).rejects.toThrow(
      'larger than a subgraph takes',
    );
    marketplace.updates.happened({ number: 2 });
    expect(await stream.next()).toMatchObject({ value: { data: { orderUpdated: { number: 2 } } } });
    await link.stop();
    await eventually(() => marketplace.updates.followers === 0);
  });

  test('what waits for a slow reader of events, and whose identity is signed, is counted', async () => {
    const waiting = async () => valueOf('bytes of live events');
    const before = await waiting();
    const link = httpLink({ ...LINK, url: marketplace.urlOf('order'), secret: SECRET });
    const stream = await link.subscribe({ query: LIVE, identity: { actor: null, ip: '' } });
    if (!isStream(stream)) throw new Error('Refused.');
    await eventually(() => marketplace.updates.followers === 1);
    for (const number of [1, 2, 3]) marketplace.updates.happened({ number, note: 'x'.repeat(10_000) });
    await eventually(async () => (await waiting()) > before + 20_000);
    for (let read = 0; read < 3; read++) await stream.next();
    expect(await waiting()).toBe(before);
    expect(await valueOf('signed identities')).toBeGreaterThan(0);
    await link.stop();
    await eventually(() => marketplace.updates.followers === 0);
  });

  test('an answer that is too large costs the operation that asked for it, and nobody else', async () => {
    const answer = await ask(marketplace.gateway.url, `{ product(id: "${'x'.repeat(60_000)}") { sku name } }`);
    expect(answer.errors).toMatchObject([{ extensions: { code: 'QUERY_TOO_COSTLY', subgraph: 'catalog' } }]);
    expect((await ask(marketplace.gateway.url, '{ product(id: "x") { sku } }')).data).toEqual({ product: { sku: 'sku of x' } });
  });

  test('an event that is too large ends the streams that asked for it, and no other', async () => {
    const client = connect(marketplace.gateway.url);
    const [whole, brief] = [client.listen(LIVE), client.listen('subscription { orderUpdated { number } }')];
    await eventually(() => marketplace.updates.followers === 2);
    marketplace.updates.happened({ number: 3, note: 'x'.repeat(100_001) });
    await eventually(() => whole.ended.errors);
    expect(whole.ended.errors).toMatchObject([{ extensions: { code: 'QUERY_TOO_COSTLY', subgraph: 'order' } }]);
    await eventually(() => brief.events.length === 1);
    expect(brief.ended).toEqual({});
    await client.close();
  });

  async function valueOf(what: string): Promise<number> {
    const { text } = await send(marketplace.gateway.url, '/metrics');
    return Number(new RegExp(`^agora_gateway_held\\{what="${what}"\\} (\\d+)$`, 'm').exec(text)?.[1]);
  }
});
