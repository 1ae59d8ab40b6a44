import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { Documents } from '../src/documents.ts';
import { ask, connect, send } from '../testing/client.ts';
import { type Marketplace, openMarketplace } from '../testing/marketplace.ts';
import { eventually } from '@agora/platform/testing/eventually';

const MEGABYTE = 1_000_000;

let marketplace: Marketplace;
beforeAll(async () => {
  marketplace = await openMarketplace('in one process', { DOCUMENT_CACHE_BYTES: String(4 * MEGABYTE) });
});
afterAll(() => marketplace.stop());

test('a document is parsed once, however it is formatted and whichever way it comes', async () => {
  await ask(marketplace.gateway.url, '{ order(id: "o") { status } }');
  const { learned, entries } = await remembered();
  const formatted = '# again\nquery {\n  order(id: "o"), {\n    status\n  }\n}';
  expect(
    (await ask(marketplace.gateway.url, '{ order(id: "o") { status } }', { 'content-type': 'application/json; charset=UTF-8' })).data,
  ).toEqual({ order: { status: 'PENDING' } });
  expect(await remembered()).toMatchObject({ learned, entries });
  await ask(marketplace.gateway.url, '{order(id:"o"){status}}');
  await ask(marketplace.gateway.url, formatted.replace('query ', ''));
  expect(await remembered()).toMatchObject({ learned: learned + 2, entries });

  const socket = connect(marketplace.gateway.url);
  const { events } = socket.listen('{ order(id: "o") { status } }');
  await eventually(() => events.length === 1);
  await socket.close();
  expect(await remembered()).toMatchObject({ learned: learned + 2, entries });
});

test('large documents and many of them take no more memory than is given to them', async () => {
  for (let n = 0; n < 40; n++) {
    await ask(marketplace.gateway.url, `{ order(id: "large ${n}") { status } } # ${'é'.repeat(400_000)}`);
    await ask(marketplace.gateway.url, `{ order(id: "${String(n).repeat(300_000).slice(0, 300_000)}") { status } }`);
    expect((await remembered()).bytes).toBeLessThanOrEqual(4 * MEGABYTE);
  }
  for (let n = 0; n < 1_500; n++) await ask(marketplace.gateway.url, `{ a${n}: order(id: "o") { status buyer { name } } }`);
  expect((await remembered()).bytes).toBeLessThanOrEqual(4 * MEGABYTE);
  expect((await ask(marketplace.gateway.url, '{ order(id: "after") { status } }')).data).toEqual({ order: { status: 'PENDING' } });
});

test('documents in use stay known while strangers send thousands that are not', async () => {
  const used = Array.from({ length: 10 }, (_, n) => `query Used${n} { order(id: "o") { status lines { quantity } } }`);
  const askForThemAll = async () => {
    for (const query of used) expect(await ask(marketplace.gateway.url, query)).toMatchObject({ status: 200, errors: undefined });
  };
  await askForThemAll();
  await askForThemAll();
  for (let n = 0; n < 1_500; n++) {
    if (n % 300 === 0) await askForThemAll();
    await ask(marketplace.gateway.url, `query Once${n} { order(id: "o") { status lines { quantity } buyer { name } } }`);
  }
  const { learned } = await remembered();
  await askForThemAll();
  expect(await remembered()).toMatchObject({ learned });
});

test('a query that came with its hash is remembered within the same memory', async () => {
  const { createHash } = await import('node:crypto');
  for (let n = 0; n < 30; n++) {
    const query = `{ order(id: "persisted ${n} ${'x'.repeat(90_000)}") { status } }`;
    const sha256Hash = createHash('sha256').update(query).digest('hex');
    const body = JSON.stringify({ query, extensions: { persistedQuery: { version: 1, sha256Hash } } });
    await send(marketplace.gateway.url, '/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  }
  const bytes = await metric('agora_gateway_document_cache_bytes{cache="persisted queries"}');
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(MEGABYTE / 2);
});

test('a trusted document that is nested deeper than the stack is rejected like any other', () => {
  const schema = buildSchema('type Query { sum(of: [Int]): Int }');
  const documents = new Documents({ schema, isLimited: false, maxBytes: 1_000_000, isPlanned: () => false, trusted: null });
  const text = `{ sum(of: ${'['.repeat(100_000)}${']'.repeat(100_000)}) }`;
  expect(documents.keep(text)).toMatchObject({ problems: [{ extensions: { code: 'GRAPHQL_PARSE_FAILED' } }] });
});

async function remembered(): Promise<{ learned: number; entries: number; bytes: number }> {
  const names = ['documents', 'plans', 'persisted queries'];
  const bytes = await Promise.all(names.map((name) => metric(`agora_gateway_document_cache_bytes{cache="${name}"}`)));
  return {
    learned: await metric('agora_gateway_documents_learned_total'),
    entries: await metric('agora_gateway_document_cache_entries{cache="documents"}'),
    bytes: bytes.reduce((sum, some) => sum + some, 0),
  };
}

async function metric(name: string): Promise<number> {
  const { text } = await send(marketplace.gateway.url, '/metrics');
  const line = text.split('\n').find((candidate) => candidate.startsWith(`${name} `));
  return Number(line?.slice(name.length + 1));
}
