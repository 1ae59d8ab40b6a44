import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { OperationTypeNode } from 'graphql';
import { eventually } from '@agora/platform/testing/eventually';
import { httpLink } from '../src/links/http-link.ts';
import { Sharing } from '../src/sharing.ts';
import { ask, send } from '../testing/client.ts';
import { openMarketplace } from '../testing/marketplace.ts';

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

test('a link takes any text for a header and goes on answering', async () => {
  const sharing = new Sharing(false);
  const link = httpLink({ name: 'order', url, secret: null, connectTimeoutMs: 1_000, answerTimeoutMs: 2_000, silenceMs: 10_000, sharing });
  const execute = (text: string | undefined) => {
    const context = { identity: { actor: null, ip: '' }, idempotencyKey: text, acceptLanguage: text, traceparent: text ?? 'none' };
    const call = { type: OperationTypeNode.QUERY, query: '{ asker { ip } }', operationName: undefined, body: '{}', variables: {}, context };
    return link.execute(call);
  };
  const texts = ['a\r\nb: c', 'nul \u0000', 'ключ', '\ud83d', '🔑', 'x'.repeat(5_000)];
  await Promise.allSettled(texts.flatMap((text) => Array.from({ length: 100 }, () => execute(text))));
  expect(await execute(undefined)).toMatchObject({ data: { asker: { ip: 'here' } } });
  await link.stop();
});

test('the way to a subgraph that answers its health and nothing else is opened anew, and readiness says so', async () => {
  const house = await openMarketplace('over HTTP', { ORDER_URL: url, SUBGRAPH_SILENCE_MS: '500' });
  const { url: door, ready } = house.gateway;
  await ready;
  const report = async () => JSON.parse((await send(door, '/health/ready')).text);
  expect((await ask(door, '{ asker { ip } }')).data).toEqual({ asker: { ip: 'here' } });
  expect(await report()).toMatchObject({ status: 'ready', reopened: {} });

  answers = false;
  expect((await ask(door, '{ asker { ip } }')).errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }]);
  await eventually(async () => 'order' in (await report()).reopened);
  expect(await report()).toMatchObject({ status: 'ready', subgraphs: { order: 'up' }, reopened: { order: expect.stringMatching(/Z$/) } });
  expect((await send(door, '/metrics')).text).toMatch(/agora_gateway_links_reopened_total\{subgraph="order"\} [1-9]/);
  answers = true;
  expect((await ask(door, '{ asker { ip } }')).data).toEqual({ asker: { ip: 'here' } });
  await house.stop();
});

test('a subgraph that is flooded with questions it does not answer is not lost', async () => {
  const house = await openMarketplace('over HTTP', { ORDER_URL: url, SUBGRAPH_TIMEOUT_MS: '1000', SHARE_IN_FLIGHT: 'off' });
  const { url: door, ready } = house.gateway;
  await ready;
  answers = false;
  for (let wave = 0; wave < 3; wave++) {
    await Promise.all(Array.from({ length: 100 }, () => ask(door, '{ asker { ip } }')));
    expect(JSON.parse((await send(door, '/health/ready')).text).subgraphs).toMatchObject({ order: 'up' });
  }
  await house.stop();
});
