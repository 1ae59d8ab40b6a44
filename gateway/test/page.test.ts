import { request as requestHttp } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { buildSchema } from 'graphql';
import { send } from '../testing/client.ts';
import { type Marketplace, openMarketplace } from '../testing/marketplace.ts';

const TOKEN = 'a token for metrics';

let marketplace: Marketplace;
let open: Marketplace;
beforeAll(async () => {
  marketplace = await openMarketplace('over HTTP');
  open = await openMarketplace('in one process', { METRICS_TOKEN: TOKEN, PUBLISH_SCHEMA: 'off' });
});
afterAll(() => Promise.all([marketplace.stop(), open.stop()]));

test('the explorer is the same page whatever a client sends, and holds nothing of it', async () => {
  const usual = await page({});
  for (const host of ['`};alert(1)//', '${alert(1)}', '</script><script>alert(1)</script>', 'evil.example']) {
    expect(await page({ host, 'x-forwarded-host': host })).toBe(usual);
  }
  expect(usual).not.toContain('127.0.0.1');
});

test('the page runs no script but its own, and nobody may frame it', async () => {
  const { headers, text } = await send(marketplace.gateway.url, '/altair/');
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toMatch(/script-src 'self' 'unsafe-eval'( 'sha256-[^']+'){2}(;|$)/);
  expect(text).not.toMatch(/(src|href)="(https?:)?\/\//);
  const frame = await send(marketplace.gateway.url, '/altair/iframe-sandbox/index.html');
  expect(frame.headers.get('content-security-policy')).toBe("sandbox allow-scripts; frame-ancestors 'self'");
});

test.each(['//', '///', '//graphql', '//altair/', '/%2f', '//evil.example/graphql'])(
  'GET %s is 404, here and at a subgraph',
  async (path) => {
    for (const base of [marketplace.gateway.url, new URL(marketplace.urlOf('user')).origin]) expect(await statusOf(base, path)).toBe(404);
  },
);

test('the graph is published as SDL, to be built by any tool, and told once to whoever has it', async () => {
  const { status, headers, text } = await send(marketplace.gateway.url, '/schema.graphql');
  expect([status, headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
  const schema = buildSchema(text);
  expect(schema.getQueryType()?.getFields()['product']).toBeDefined();
  expect(schema.getType('Product')).toMatchObject({ description: 'A product listed by a seller.' });
  expect(text).not.toMatch(/join__|_entities|@key/);

  const etag = headers.get('etag') ?? '';
  for (const known of [etag, `W/${etag}`, `"another", ${etag}`, '*']) {
    const again = await send(marketplace.gateway.url, '/schema.graphql', { headers: { 'if-none-match': known } });
    expect([known, again.status, again.text]).toEqual([known, 304, '']);
  }
  expect((await send(marketplace.gateway.url, '/schema.graphql', { headers: { 'if-none-match': '"another"' } })).status).toBe(200);
  expect((await send(marketplace.gateway.url, '/schema.graphql', { method: 'POST' })).status).toBe(405);
});

test('the events are published too, for programs as AsyncAPI 3 and for people as a page on which nothing runs', async () => {
  const { status, headers, text } = await send(marketplace.gateway.url, '/events');
  expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'unsafe-inline'/);
  expect(text).not.toMatch(/<script|\son\w+=|(src|href)="(https?:)?\/\//i);

  const file = await send(marketplace.gateway.url, '/asyncapi.json');
  expect(file.headers.get('content-type')).toBe('application/json; charset=utf-8');
  const document = z
    .object({ asyncapi: z.string(), components: z.object({ messages: z.record(z.string(), z.object({ summary: z.string() })) }) })
    .parse(JSON.parse(file.text));
  expect(document.asyncapi).toMatch(/^3\./);
  for (const name of Object.keys(document.components.messages)) expect(text).toContain(`<h3 id="${name}">`);
  const [placed = ''] = /<h3 id="order\.placed\.v1">[\s\S]*?<h3/.exec(text) ?? [];
  expect(placed).toContain('Announced by order. Reacted to by user.');
  expect(placed).toContain('<code>orderId</code></td><td>string</td>');
});

test('or is not, where the operator says so', async () => {
  for (const path of ['/events', '/asyncapi.json']) expect((await send(open.gateway.url, path)).status).toBe(404);
  expect((await send(open.gateway.url, '/schema.graphql')).status).toBe(404);
});

test('metrics are for this machine, and for nobody who comes through a proxy', async () => {
  for (const url of [marketplace.gateway.url, marketplace.urlOf('user')]) {
    expect((await send(url, '/metrics')).status).toBe(200);
    for (const name of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via']) {
      expect(await send(url, '/metrics', { headers: { [name]: '127.0.0.1' } })).toMatchObject({
        status: 403,
        errors: [{ extensions: { code: 'FORBIDDEN' } }],
      });
    }
  }
});

test('or for whoever has the token', async () => {
  const status = async (authorization: string) =>
    (await send(open.gateway.url, '/metrics', { headers: { 'x-forwarded-for': '10.0.0.1', authorization } })).status;
  expect(await status(`Bearer ${TOKEN}`)).toBe(200);
  for (const wrong of ['', TOKEN, `Bearer ${TOKEN}x`, 'Bearer ']) expect(await status(wrong)).toBe(401);
});

async function page(headers: Readonly<Record<string, string>>): Promise<string> {
  const { port } = new URL(marketplace.gateway.url);
  return new Promise((resolve, reject) => {
    requestHttp({ port, host: '127.0.0.1', path: '/altair/', headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.once('end', () => resolve(text));
    })
      .once('error', reject)
      .end();
  });
}

/** The path as it is: `fetch` would make it another. */
function statusOf(base: string, path: string): Promise<number | undefined> {
  const { port } = new URL(base);
  return new Promise((resolve, reject) => {
    requestHttp({ port, host: '127.0.0.1', path }, (response) => resolve(response.resume().statusCode))
      .once('error', reject)
      .end();
  });
}
