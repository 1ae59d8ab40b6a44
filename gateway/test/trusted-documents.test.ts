import { createHash } from 'node:crypto';
import { mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { eventually } from '@agora/platform/testing/eventually';
import { parse } from 'graphql';
import { pino } from 'pino';
import { openTrustedDocuments } from '../src/trusted/trusted-documents.ts';
import { type HttpAnswer, openSocket, send } from '../testing/client.ts';
import { type Marketplace, openMarketplace } from '../testing/marketplace.ts';

const STATUS = 'query Status($id: ID!) {\n  order(id: $id) {\n    status\n    __typename\n  }\n}';
const TICKS = 'subscription Ticks {\n  orderTicked\n}';
const APOLLOS = {
  format: 'apollo-persisted-query-manifest',
  version: 1,
  operations: [
    { id: 'status-1', name: 'Status', type: 'query', body: STATUS },
    { id: 'ticks-1', name: 'Ticks', type: 'subscription', body: TICKS },
  ],
};
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const BY_HASH = { [sha256(STATUS)]: STATUS, [sha256(TICKS)]: TICKS };
const BY_PREFIXED_HASH = Object.fromEntries(Object.entries(BY_HASH).map(([hash, text]) => [`sha256:${hash}`, text]));
const ANSWER = { order: { status: 'PENDING', __typename: 'Order' } };

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'agora-trusted-'));
  file = path.join(folder, 'manifest.json');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const post = (marketplace: Marketplace, body: object): Promise<HttpAnswer> =>
  send(marketplace.gateway.url, '/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const get = (marketplace: Marketplace, search: Record<string, string>): Promise<HttpAnswer> =>
  send(marketplace.gateway.url, `/graphql?${new URLSearchParams(search)}`);
const codesOf = ({ errors = [] }: Pick<HttpAnswer, 'errors'>) => errors.map(({ extensions }) => extensions?.['code']);

describe.each([
  ['the manifest of Apollo Client', APOLLOS, { status: 'status-1', ticks: 'ticks-1' }],
  ['texts by hash', BY_HASH, { status: sha256(STATUS), ticks: sha256(TICKS) }],
  ['the texts by hash of the GraphQL Code Generator and gql.tada', BY_PREFIXED_HASH, { status: sha256(STATUS), ticks: sha256(TICKS) }],
])('with %s enforced', (_, manifest, ids) => {
  let marketplace: Marketplace;
  beforeAll(async () => {
    await writeFile(file, JSON.stringify(manifest));
    marketplace = await openMarketplace('in one process', { DOCUMENTS: file });
  });
  afterAll(() => marketplace.stop());

  const clientLibrary = { name: '@apollo/client', version: '4.3.8' };
  const persistedQuery = { version: 1, sha256Hash: ids.status };
  const operation = { operationName: 'Status', variables: { id: 'o' } };

  test('a document is asked for by its id, as Apollo Client and urql send it', async () => {
    const search = { operationName: 'Status', variables: '{"id":"o"}', extensions: JSON.stringify({ clientLibrary, persistedQuery }) };
    const answers = [
      await post(marketplace, { ...operation, extensions: { clientLibrary, persistedQuery } }),
      await get(marketplace, search),
      await post(marketplace, { extensions: { persistedQuery: { sha256Hash: ids.status, version: 1 } }, ...operation }),
      await get(marketplace, { ...search, extensions: JSON.stringify({ persistedQuery }) }),
      await post(marketplace, { documentId: ids.status, ...operation }),
      await post(marketplace, { documentId: `sha256:${ids.status}`, ...operation }),
      await get(marketplace, { documentId: ids.status, operationName: 'Status', variables: '{"id":"o"}' }),
      await post(marketplace, { query: STATUS, ...operation, extensions: { clientLibrary, persistedQuery } }),
    ];
    for (const answer of answers) expect(answer).toMatchObject({ status: 200, data: ANSWER });
  });

  test('what could be asked besides is not published', async () => {
    expect((await send(marketplace.gateway.url, '/schema.graphql')).status).toBe(404);
  });

  test('a document is asked for by its id over a socket, as Apollo Client and urql send it', async () => {
    const socket = await openSocket(marketplace.gateway.url);
    const extensions = { persistedQuery: { version: 1, sha256Hash: ids.status } };
    expect(await socket.ask({ variables: { id: 'o' }, operationName: 'Status', extensions, query: STATUS })).toMatchObject({
      data: ANSWER,
    });
    expect(await socket.ask({ query: '', operationName: 'Status', variables: { id: 'o' }, extensions })).toMatchObject({ data: ANSWER });
    const ticks = socket.ask({ query: '', extensions: { persistedQuery: { version: 1, sha256Hash: ids.ticks } } });
    await eventually(() => {
      marketplace.updates.happened({ number: 7 });
      return Promise.race([ticks, Promise.resolve(false)]);
    });
    expect(await ticks).toMatchObject({ data: { orderTicked: expect.any(Number) } });
    socket.close();
  });

  test('a whole document is answered when it is a listed one, however it is written', async () => {
    expect(await post(marketplace, { query: STATUS, ...operation })).toMatchObject({ data: ANSWER });
    expect(await post(marketplace, { query: `# mine\n${STATUS.replaceAll(/\s+/g, ' ')}`, ...operation })).toMatchObject({ data: ANSWER });
    const query = STATUS.replaceAll(/\s+/g, '  ');
    expect(await get(marketplace, { query, variables: '{"id":"o"}' })).toMatchObject({ data: ANSWER });
  });

  test('every other document is refused, whichever way it comes, and no subgraph hears of it', async () => {
    const asked = marketplace.asked['order']?.length;
    const socket = await openSocket(marketplace.gateway.url);
    for (const query of [
      '{ order(id: "o") { status } }',
      '{ __schema { types { name } } }',
      '{ __typename }',
      '{ nothing',
      TICKS + ' # b\n{ a }',
    ]) {
      const answers = [
        await post(marketplace, { query }),
        await get(marketplace, { query }),
        { ...(await socket.ask({ query })), status: 400 },
      ];
      for (const answer of answers) {
        expect(codesOf(answer)).toEqual(['PERSISTED_QUERY_REQUIRED']);
        expect(answer.status).toBe(400);
      }
    }
    const unknown = { extensions: { persistedQuery: { version: 1, sha256Hash: sha256('{ __typename }') } } };
    expect(codesOf(await post(marketplace, unknown))).toEqual(['PERSISTED_QUERY_REQUIRED']);
    expect(codesOf(await post(marketplace, { query: '{ __typename }', ...unknown }))).toEqual(['PERSISTED_QUERY_REQUIRED']);
    expect(codesOf(await get(marketplace, { extensions: JSON.stringify(unknown.extensions) }))).toEqual(['PERSISTED_QUERY_REQUIRED']);
    expect(codesOf(await post(marketplace, { documentId: 'nothing' }))).toEqual(['PERSISTED_QUERY_REQUIRED']);
    expect(codesOf(await socket.ask({ query: '', ...unknown }))).toEqual(['PERSISTED_QUERY_REQUIRED']);
    expect(marketplace.asked['order']).toHaveLength(asked ?? 0);
    socket.close();
  });
});

describe('the manifest', () => {
  let marketplace: Marketplace;
  beforeEach(async () => {
    await rm(file, { force: true });
    await writeFile(file, JSON.stringify(APOLLOS));
  });
  afterEach(() => marketplace?.stop());

  const isAnswered = async (query: string) => codesOf(await post(marketplace, { query })).length === 0;

  test('is read again when another file is renamed over it, and when a link to it is turned', async () => {
    const link = path.join(folder, 'link.json');
    const turn = async (to: string) => {
      await symlink(to, `${link}.new`);
      await rename(`${link}.new`, link);
    };
    await turn(file);
    marketplace = await openMarketplace('in one process', { DOCUMENTS: link });
    expect(await isAnswered('{ __typename }')).toBe(false);

    await writeFile(`${file}.new`, JSON.stringify({ a: '{ __typename }' }));
    await rename(`${file}.new`, file);
    await eventually(() => isAnswered('{__typename}'));
    expect(codesOf(await post(marketplace, { query: STATUS, variables: { id: 'o' } }))).toEqual(['PERSISTED_QUERY_REQUIRED']);

    const other = path.join(folder, 'other.json');
    await writeFile(other, JSON.stringify({ b: '{ asker { ip } }' }));
    await turn(other);
    await eventually(() => isAnswered('{ asker { ip } }'));
    expect(await isAnswered('{ __typename }')).toBe(false);
  });

  test('that is broken leaves the one before in place, and is told of once for each time it is written', async () => {
    const lines: string[] = [];
    const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
    const trusted = await openTrustedDocuments(file, 'enforce', log);
    await writeFile(file, '{ "half": ');
    await eventually(() => lines.some((line) => line.includes('cannot be taken')));
    await writeFile(file, '{ "half": "more');
    await eventually(() => lines.length === 2);
    expect(trusted.textOf('status-1')).toBe(STATUS);
    await writeFile(file, JSON.stringify({ a: '{ __typename }' }));
    await eventually(() => trusted.textOf('a') !== undefined);
    await trusted.stop();
  });

  test.each([
    ['is not there', null],
    ['is no JSON', '{'],
    ['is of another form', '{"format":"apollo-persisted-query-manifest","version":2,"operations":[]}'],
    ['has a document that does not parse', '{"a":"{ order("}'],
  ])('that %s is not started with', async (_what, text) => {
    await rm(file, { force: true });
    if (text !== null) await writeFile(file, text);
    await expect(openMarketplace('in one process', { DOCUMENTS: file })).rejects.toThrow(/DOCUMENTS: .*manifest\.json cannot be taken/);
  });

  test('is parsed and planned before anybody asks, and stays so whatever strangers ask', async () => {
    const env = { DOCUMENTS: file, DOCUMENTS_MODE: 'off', DOCUMENT_CACHE_BYTES: '1000000' };
    marketplace = await openMarketplace('in one process', env);
    const operation = {
      operationName: 'Status',
      variables: { id: 'o' },
      extensions: { persistedQuery: { version: 1, sha256Hash: 'status-1' } },
    };
    const isKnown = async () => {
      const before = await learned(marketplace);
      expect(await post(marketplace, operation)).toMatchObject({ data: ANSWER });
      return before === (await learned(marketplace));
    };
    await eventually(isKnown);
    for (let n = 0; n < 400; n++) expect(await isAnswered(`{ a${n}: order(id: "o") { status } }`)).toBe(true);
    expect(await isKnown()).toBe(true);
  });

  test('only names the others when it is told to log, each once', async () => {
    const lines: string[] = [];
    const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
    const trusted = await openTrustedDocuments(file, 'log', log);
    for (let n = 0; n < 2_500; n++) trusted.note(`query Stranger${n % 1_200}{a}`, parse(`query Stranger${n % 1_200} { a }`));
    expect(lines).toHaveLength(1_001);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ operation: 'Stranger0', hash: sha256('query Stranger0{a}') });
    await trusted.stop();

    marketplace = await openMarketplace('in one process', { DOCUMENTS: file, DOCUMENTS_MODE: 'log' });
    const before = await metric(marketplace, 'agora_gateway_unknown_documents_total');
    expect(await isAnswered('{ asker { ip } }')).toBe(true);
    expect(await isAnswered('{ asker { ip } }')).toBe(true);
    expect(await metric(marketplace, 'agora_gateway_unknown_documents_total')).toBe(before + 1);
  });
});

test.each([
  ['another version', { version: 2, sha256Hash: 'a' }, undefined, 'BAD_REQUEST', 400],
  ['a version as text', { version: '1', sha256Hash: 'a' }, undefined, 'BAD_REQUEST', 400],
  ['no object', 'a', undefined, 'BAD_REQUEST', 400],
  ['no hash', { version: 1 }, '{ __typename }', 'BAD_REQUEST', 400],
  ['a hash that is no text', { version: 1, sha256Hash: { toString: 1 } }, undefined, 'BAD_REQUEST', 400],
  ['the hash of something else', { version: 1, sha256Hash: 'a' }, '{ __typename }', 'BAD_REQUEST', 400],
  ['a hash that nobody sent the text of', { version: 1, sha256Hash: 'a' }, undefined, 'PERSISTED_QUERY_NOT_FOUND', 200],
])('a persisted query with %s is the fault of who sends it', async (_, persistedQuery, query, code, status) => {
  const marketplace = await openMarketplace('in one process');
  const answers = [
    await post(marketplace, { query, extensions: { persistedQuery } }),
    await get(marketplace, { ...(query !== undefined && { query }), extensions: JSON.stringify({ persistedQuery }) }),
  ];
  for (const answer of answers) {
    expect(codesOf(answer)).toEqual([code]);
    expect(answer.status).toBe(status);
  }
  const socket = await openSocket(marketplace.gateway.url);
  expect(codesOf(await socket.ask({ query: query ?? '', extensions: { persistedQuery } }))).toEqual([code]);
  socket.close();
  await marketplace.stop();
});

test('a query goes by its hash over a socket, too, once the whole of it came with that', async () => {
  const marketplace = await openMarketplace('in one process');
  const socket = await openSocket(marketplace.gateway.url);
  const asked = { variables: { id: 'o' }, extensions: { persistedQuery: { version: 1, sha256Hash: sha256(STATUS) } } };
  expect(codesOf(await socket.ask({ query: '', ...asked }))).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
  expect(await socket.ask({ query: STATUS, ...asked })).toMatchObject({ data: ANSWER });
  expect(await socket.ask({ query: '', ...asked })).toMatchObject({ data: ANSWER });
  socket.close();
  await marketplace.stop();
});

const learned = (marketplace: Marketplace) => metric(marketplace, 'agora_gateway_documents_learned_total');

async function metric(marketplace: Marketplace, name: string): Promise<number> {
  const { text } = await send(marketplace.gateway.url, '/metrics');
  return Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(text)?.[1]);
}
