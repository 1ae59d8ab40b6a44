import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eventually } from '@agora/platform/testing/eventually';
import { newId } from '@agora/platform/ids';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { UnsecuredJWT } from 'jose';
import { ask, send } from '../testing/client.ts';
import { type Marketplace, openMarketplace, UNKNOWN_PRODUCT } from '../testing/marketplace.ts';

const PAGE = '{ order(id: "o") { status buyer { name } lines { quantity product { name seller { name } } } } }';

describe.each(['in one process', 'over HTTP'] as const)('with its subgraphs %s', (mode) => {
  let marketplace: Marketplace;
  let url: string;
  beforeAll(async () => {
    marketplace = await openMarketplace(mode);
    url = marketplace.gateway.url;
    await marketplace.gateway.ready;
  });
  afterAll(() => marketplace.stop());

  test('one query reads across three subgraphs', async () => {
    const { status, data, errors } = await ask(url, PAGE);
    expect({ status, errors }).toEqual({ status: 200, errors: undefined });
    const seller = { name: 'name of seller' };
    expect(data).toEqual({
      order: {
        status: 'PENDING',
        buyer: { name: 'name of buyer' },
        lines: [
          { quantity: 1, product: { name: 'name of o-a', seller } },
          { quantity: 2, product: { name: 'name of o-b', seller } },
        ],
      },
    });
  });

  test('an id that is a number beyond those of JavaScript keeps its digits', async () => {
    const body = '{"query":"query ($id: ID!) { product(id: $id) { id name } }","variables":{"id":9007199254740993}}';
    const { data } = await send(url, '/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    expect(data).toEqual({ product: { id: '9007199254740993', name: 'name of 9007199254740993' } });
  });

  test('a subgraph learns who asks, and what the client said beside its query', async () => {
    const guest = await ask(url, '{ asker { actorId roles ip } }');
    expect(guest.data).toEqual({ asker: { actorId: null, roles: null, ip: '127.0.0.1' } });
    const trace = `00-${'ab'.repeat(16)}-${'cd'.repeat(8)}-01`;
    const signedIn = await ask(url, '{ asker { actorId roles key locale traceparent } }', {
      authorization: `Bearer ${await marketplace.tokens.token({ roles: ['USER', 'SELLER'] })}`,
      'idempotency-key': 'k-1',
      'accept-language': 'es-CO',
      traceparent: trace,
      'agora-identity': 'forged',
    });
    expect(signedIn.data).toEqual({
      asker: { actorId: 'usr_1', roles: ['USER', 'SELLER'], key: 'k-1', locale: 'es-CO', traceparent: trace },
    });
  });

  test('a token that is not good is answered 401, and nobody is asked anything', async () => {
    const now = Date.now();
    const claims = new UnsecuredJWT({ roles: ['ADMIN'], sid: 's' })
      .setSubject('usr_1')
      .setIssuer('agora')
      .setAudience('agora')
      .setExpirationTime('1h');
    const good = await marketplace.tokens.token();
    const forged = `${good.slice(0, -4)}AAAA`;
    const cases: readonly (readonly [string, string])[] = [
      [`Bearer ${await marketplace.tokens.token({ expiresAt: now - 5_000 })}`, 'TOKEN_EXPIRED'],
      [`Bearer ${forged}`, 'TOKEN_INVALID'],
      [`Bearer ${claims.encode()}`, 'TOKEN_INVALID'],
      [`Bearer ${await marketplace.tokens.token({ issuer: 'elsewhere' })}`, 'TOKEN_INVALID'],
      [`Bearer ${await marketplace.tokens.token({ roles: ['EMPEROR'] })}`, 'TOKEN_INVALID'],
      ['Bearer nonsense', 'TOKEN_INVALID'],
      ['Basic dXNlcjpwYXNz', 'TOKEN_INVALID'],
    ];
    const before = marketplace.asked['order']?.length;
    for (const [authorization, reason] of cases) {
      const answer = await ask(url, '{ asker { actorId } }', { authorization });
      expect(answer).toMatchObject({ status: 401, errors: [{ extensions: { code: 'UNAUTHENTICATED', reason } }] });
      expect(answer.data).toBeUndefined();
      expect(answer.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
    }
    expect(marketplace.asked['order']).toHaveLength(before ?? 0);
  });

  test('a token of a new key is good as soon as it is signed', async () => {
    await ask(url, '{ asker { actorId } }', { authorization: `Bearer ${await marketplace.tokens.token()}` });
    await marketplace.tokens.rotate();
    const answer = await ask(url, '{ asker { actorId } }', { authorization: `Bearer ${await marketplace.tokens.token()}` });
    expect(answer.data).toEqual({ asker: { actorId: 'usr_1' } });
    const { text } = await send(url, '/.well-known/jwks.json');
    expect(JSON.parse(text)).toEqual(await marketplace.tokens.jwks());
  });

  test('a bug is answered with a trace id, a refusal with its code, and neither with anything of ours', async () => {
    const bug = await ask(url, '{ broken(how: "bug") }');
    expect(bug.data).toEqual({ broken: null });
    expect(bug.errors).toMatchObject([
      {
        path: ['broken'],
        extensions: { code: 'INTERNAL_SERVER_ERROR', subgraph: 'order', traceId: expect.stringMatching(/^[0-9a-f]{32}$/) },
      },
    ]);
    expect(bug.text).not.toMatch(/hunter2|stack|node_modules|\.ts\b/);
    const refused = await ask(url, '{ broken(how: "FORBIDDEN") }');
    expect(refused.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', subgraph: 'order' } }]);
    const unknown = await ask(url, '{ broken(how: "NOVELTY") }');
    expect(unknown.errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
  });

  test('a variable of the wrong type is BAD_USER_INPUT', async () => {
    const { status, errors } = await ask(url, 'query($id: ID!) { order(id: $id) { status } }', {}, { id: { no: 1 } });
    expect({ status, errors }).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });

  test('an object is found by its global id, and only its owner can confirm it', async () => {
    const product = newId('prd');
    const query = `query($id: ID!) { node(id: $id) { __typename id ... on Product { name } } }`;
    expect((await ask(url, query, {}, { id: product })).data).toEqual({
      node: { __typename: 'Product', id: product, name: `name of ${product}` },
    });
    for (const id of ['nonsense', newId('zzz'), 'prd_short', '__proto__', '']) {
      expect(await ask(url, query, {}, { id })).toMatchObject({ status: 200, data: { node: null } });
    }
    for (const selection of [
      'id',
      '__typename',
      'id ... on Product { sku }',
      '... on Order { status }',
      '... on Product { name seller { id } }',
    ]) {
      const { text } = await ask(url, `query($id: ID!) { node(id: $id) { ${selection} } }`, {}, { id: UNKNOWN_PRODUCT });
      expect([selection, JSON.parse(text)]).toEqual([selection, { data: { node: null } }]);
    }
    const tooMany = await ask(url, 'query($ids: [ID!]!) { nodes(ids: $ids) { id } }', {}, { ids: Array(101).fill(product) });
    expect(tooMany).toMatchObject({ data: { nodes: null }, errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });

  test('several objects are found in order, each owner being asked once', async () => {
    const [product, order] = [newId('prd'), newId('ord')];
    const query = 'query($ids: [ID!]!, $id: ID!) { nodes(ids: $ids) { id } node(id: $id) { id } }';
    const variables = { ids: [product, 'nonsense', order, UNKNOWN_PRODUCT, product], id: newId('prd') };
    const before = { catalog: marketplace.asked['catalog']?.length ?? 0, order: marketplace.asked['order']?.length ?? 0 };
    const found = await ask(url, query, {}, variables);
    expect(found.data).toEqual({
      nodes: [{ id: product }, null, { id: order }, null, { id: product }],
      node: { id: variables.id },
    });
    expect(marketplace.asked['catalog']).toHaveLength(before.catalog + 1);
    expect(marketplace.asked['order']).toHaveLength(before.order + 1);
  });
});

describe.each(['in one process', 'over HTTP'] as const)('with a subgraph that hangs %s', (mode) => {
  let marketplace: Marketplace;
  let url: string;
  beforeAll(async () => {
    marketplace = await openMarketplace(mode, { SUBGRAPH_TIMEOUT_MS: '1000' });
    url = marketplace.gateway.url;
    await marketplace.gateway.ready;
    marketplace.hang('catalog');
  });
  afterAll(() => marketplace.stop());

  test('its own objects are missing among several', async () => {
    const [product, order] = [newId('prd'), newId('ord')];
    const half = await ask(url, 'query($ids: [ID!]!) { nodes(ids: $ids) { id } }', {}, { ids: [product, order] });
    expect(half.data).toEqual({ nodes: [null, { id: order }] });
    expect(half.errors).toMatchObject([{ path: ['nodes', 0], extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'catalog' } }]);
  });

  test('it costs its own fields, after the time it is given', async () => {
    const { data, errors } = await ask(url, PAGE);
    const missing = { name: null, seller: null };
    expect(data).toEqual({
      order: {
        status: 'PENDING',
        buyer: { name: 'name of buyer' },
        lines: [
          { quantity: 1, product: missing },
          { quantity: 2, product: missing },
        ],
      },
    });
    expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'catalog' } }]);
  });
});

describe('over HTTP', () => {
  let marketplace: Marketplace;
  let url: string;
  beforeAll(async () => {
    marketplace = await openMarketplace('over HTTP');
    url = marketplace.gateway.url;
    await marketplace.gateway.ready;
  });
  afterAll(() => marketplace.stop());

  test('a subgraph does not answer those who come past the gateway', async () => {
    const answer = await ask(marketplace.urlOf('order'), '{ asker { actorId } }');
    const ended = await send(marketplace.urlOf('user'), '/sessions/ended');
    for (const { status, errors } of [answer, ended]) {
      expect({ status, errors }).toMatchObject({ status: 401, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    }
  });

  test('with a subgraph down, the rest is answered, tokens are still checked, and readiness says who is missing', async () => {
    const authorization = `Bearer ${await marketplace.tokens.token()}`;
    await ask(url, '{ asker { actorId } }', { authorization });
    await marketplace.kill('user');
    const { status, data, errors } = await ask(url, '{ viewer { name } asker { actorId } order(id: "o") { status buyer { id name } } }', {
      authorization,
    });
    expect(status).toBe(200);
    expect(data).toEqual({ viewer: null, asker: { actorId: 'usr_1' }, order: { status: 'PENDING', buyer: { id: 'buyer', name: null } } });
    for (const error of errors ?? []) expect(error.extensions).toEqual({ code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'user' });
    expect(errors).toHaveLength(2);
    await eventually(async () => (await send(url, '/health/ready')).text.includes('"user":"down"'));
    expect(await send(url, '/health/ready')).toMatchObject({ status: 200 });
    await marketplace.revive('user');
    await eventually(async () => (await send(url, '/health/ready')).text.includes('"status":"ready"'));
    expect((await ask(url, '{ viewer { name } }', { authorization })).data).toEqual({ viewer: { name: 'name of usr_1' } });
  });
});

test('a gateway is ready when it has reached every subgraph, not before', async () => {
  const marketplace = await openMarketplace('over HTTP', { CATALOG_URL: 'http://127.0.0.1:1/graphql' });
  let isReady = false;
  void marketplace.gateway.ready.then(() => (isReady = true));
  try {
    await eventually(async () => (await send(marketplace.gateway.url, '/health/ready')).text.includes('"order":"up"'));
    const { status, text } = await send(marketplace.gateway.url, '/health/ready');
    expect({ status, body: JSON.parse(text) }).toEqual({
      status: 503,
      body: { status: 'starting', subgraphs: { user: 'up', catalog: 'down', order: 'up', root: 'up' }, reopened: {} },
    });
    expect(isReady).toBe(false);
    expect((await send(marketplace.gateway.url, '/health/live')).status).toBe(200);
  } finally {
    await marketplace.stop();
  }
});

describe('with a subgraph whose connections break', () => {
  let marketplace: Marketplace;
  let requests: string[];
  let answers: string[];
  const flaky = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk));
    request.on('end', () => {
      if (request.method === 'GET') return response.end('{}'); // what checks tokens
      if (body.includes('__typename }')) return response.end('{"data":{"__typename":"Query"}}');
      requests.push(body);
      const answer = answers.shift();
      if (answer === undefined) request.socket.destroy();
      else response.end(answer);
    });
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => flaky.listen(0, '127.0.0.1', resolve));
    marketplace = await openMarketplace('over HTTP', { USER_URL: `http://127.0.0.1:${(flaky.address() as AddressInfo).port}/graphql` });
    await marketplace.gateway.ready;
  });
  beforeEach(() => {
    requests = [];
    answers = [];
  });
  afterAll(async () => {
    await marketplace.stop();
    await new Promise((resolve) => flaky.close(resolve));
  });

  test('a query is asked once more', async () => {
    const { data, errors } = await ask(marketplace.gateway.url, '{ viewer { id } }');
    expect({ data, codes: errors?.map(({ extensions }) => extensions?.['code']) }).toEqual({
      data: { viewer: null },
      codes: ['SUBGRAPH_UNAVAILABLE'],
    });
    expect(requests).toHaveLength(2);
  });

  test('a mutation is never asked twice', async () => {
    const { data, errors } = await ask(marketplace.gateway.url, 'mutation { userRename(name: "n") { id } }');
    expect({ data, codes: errors?.map(({ extensions }) => extensions?.['code']) }).toEqual({
      data: { userRename: null },
      codes: ['SUBGRAPH_UNAVAILABLE'],
    });
    expect(requests).toHaveLength(1);
  });

  test.each(['<html>a proxy speaks</html>', '{}', '[]', 'null', '{"data":{"viewer":'])(
    'an answer that is no GraphQL (%s) is no answer',
    async (answer) => {
      answers = [answer];
      const { data, errors } = await ask(marketplace.gateway.url, '{ viewer { id } }');
      expect({ data, codes: errors?.map(({ extensions }) => extensions?.['code']) }).toEqual({
        data: { viewer: null },
        codes: ['SUBGRAPH_UNAVAILABLE'],
      });
    },
  );
});

describe('the door', () => {
  let marketplace: Marketplace;
  let url: string;
  beforeAll(async () => {
    marketplace = await openMarketplace('in one process');
    url = marketplace.gateway.url;
  });
  afterAll(() => marketplace.stop());
  const json = { 'content-type': 'application/json' };

  test('refuses bodies over 1 MB and bodies that are no JSON', async () => {
    const large = await ask(url, `{ order(id: "${'x'.repeat(1_100_000)}") { status } }`);
    expect(large).toMatchObject({ status: 413, errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
    for (const body of ['{', '"text"', '[]', '{}', 'null', '{"query": 1}', '{"query": "{ a", "variables": []}']) {
      expect(await send(url, '/graphql', { method: 'POST', headers: json, body })).toMatchObject({ status: 400, errors: [{}] });
    }
    expect((await ask(url, PAGE)).errors).toBeUndefined();
  });

  test('says that subscriptions are answered elsewhere, even those at which validation throws', async () => {
    expect(await ask(url, 'subscription { orderTicked }')).toMatchObject({
      status: 400,
      errors: [{ extensions: { code: 'BAD_REQUEST' } }],
    });
    const throwing = 'subscription S($x: Boolean!) { orderTicked @include(if: $x) }';
    expect(await ask(url, throwing)).toMatchObject({ status: 400, errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] });
  });

  test('serves the explorer, health, metrics, and 404 in JSON', async () => {
    const offline = await send(url, '/');
    expect(offline.text).toContain('initialSubscriptionRequestHandlerId: `graphql-ws`');
    const [script] = /[\w-]+\.js(?=")/.exec(offline.text) ?? [];
    expect((await send(url, `/altair/${script}`)).headers.get('content-type')).toMatch('text/javascript');
    const { text } = await send(url, '/metrics');
    expect(text).toContain('# TYPE agora_gateway_operation_seconds histogram');
    const buckets = [...text.matchAll(/^agora_gateway_operation_seconds_bucket\{le="([^"]+)",type="query",outcome="ok"\} (\d+)$/gm)];
    const counts = buckets.map(([, , count]) => Number(count));
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(buckets.at(-1)).toMatchObject({
      1: '+Inf',
      2: /^agora_gateway_operation_seconds_count\{type="query",outcome="ok"\} ([1-9]\d*)$/m.exec(text)?.[1],
    });
    for (const path of ['/nothing', '/altair/nothing.js', '/altair/..%2f..%2f..%2fpackage.json', '/altair/%zz.js']) {
      expect(await send(url, path)).toMatchObject({ status: 404, errors: [{}] });
    }
  });

  describe('limits', () => {
    const nested = (levels: number) => `{ order(id: "o") { ${'previous { '.repeat(levels - 2)}id${' }'.repeat(levels - 2)} } }`;
    const refused = (code: string) => ({ status: 400, errors: [{ extensions: { code } }] });

    test('the depth of an operation, through fragments too', async () => {
      expect((await ask(url, nested(15))).errors).toBeUndefined();
      expect(await ask(url, nested(16))).toMatchObject({
        status: 400,
        errors: [{ extensions: { code: 'QUERY_TOO_COSTLY', depth: 16, limit: 15 } }],
      });
      const through =
        '{ order(id: "o") { ...A } } fragment A on Order { previous { ...B } } fragment B on Order { previous { previous { ...C } } }';
      const deep = `${through} fragment C on Order { ${'previous { '.repeat(11)}id${' }'.repeat(11)} }`;
      expect(await ask(url, deep)).toMatchObject(refused('QUERY_TOO_COSTLY'));
    });

    test('its aliases, counted wherever a fragment is spread', async () => {
      const aliased = (count: number) => `{ ${Array.from({ length: count }, (_, i) => `a${i}: order(id: "o") { id }`).join(' ')} }`;
      expect((await ask(url, aliased(30))).errors).toBeUndefined();
      expect(await ask(url, aliased(31))).toMatchObject({
        status: 400,
        errors: [{ extensions: { code: 'QUERY_TOO_COSTLY', aliases: 31, limit: 30 } }],
      });
      const spread = `{ a: order(id: "1") { ...F } b: order(id: "2") { ...F } c: order(id: "3") { ...F } } fragment F on Order { ${Array.from({ length: 10 }, (_, i) => `s${i}: status`).join(' ')} }`;
      expect(await ask(url, spread)).toMatchObject(refused('QUERY_TOO_COSTLY'));
    });

    test('its repeated fields, which take long to be compared', async () => {
      const repeated = (count: number) =>
        `{ ${Array.from({ length: count }, (_, i) => (i % 2 ? '... { asker { ip } }' : 'asker { ip }')).join(' ')} }`;
      expect((await ask(url, repeated(101))).errors).toBeUndefined();
      expect(await ask(url, repeated(102))).toMatchObject({
        errors: [{ extensions: { code: 'QUERY_TOO_COSTLY', repeats: 101, limit: 100 } }],
      });
    });

    test('fragments that multiply, before they are written out', async () => {
      const bomb = Array.from(
        { length: 30 },
        (_, i) => `fragment F${i} on Order { id previous { ...F${i + 1} } lines { quantity } ...F${i + 1} }`,
      ).join(' ');
      const answer = await ask(url, `{ order(id: "o") { ...F0 } } ${bomb} fragment F30 on Order { id }`);
      expect(answer.status).toBe(400);
      expect(answer.errors?.some(({ extensions }) => extensions?.['code'] === 'QUERY_TOO_COSTLY')).toBe(true);
      const cyclic = '{ order(id: "o") { ...A } } fragment A on Order { previous { ...B } } fragment B on Order { previous { ...A } }';
      expect(await ask(url, cyclic)).toMatchObject(refused('GRAPHQL_VALIDATION_FAILED'));
    });

    test('the length of its names, of whatever they are', async () => {
      const named = (name: string) => `query ($${name}: ID = "o") { ${name}: order(id: $${name}) { id } }`;
      expect((await ask(url, named('x'.repeat(256)))).errors).toBeUndefined();
      expect(await ask(url, named('x'.repeat(257)))).toMatchObject({
        status: 400,
        errors: [{ extensions: { code: 'QUERY_TOO_COSTLY', nameLength: 257, limit: 256 } }],
      });
    });

    test('its tokens', async () => {
      expect(await ask(url, `{ ${'__typename '.repeat(5_000)} }`)).toMatchObject(refused('GRAPHQL_PARSE_FAILED'));
    });

    test('of the question what can be asked too, but for its depth', async () => {
      for (const options of [
        {},
        { inputValueDeprecation: true, oneOf: true, schemaDescription: true, specifiedByUrl: true, directiveIsRepeatable: true },
      ]) {
        expect((await ask(url, getIntrospectionQuery(options))).errors).toBeUndefined();
      }
      const aliased = (count: number) => `{ ${Array.from({ length: count }, (_, i) => `a${i}: __schema { types { name } }`).join(' ')} }`;
      expect((await ask(url, aliased(30))).errors).toBeUndefined();
      expect(await ask(url, aliased(31))).toMatchObject({ errors: [{ extensions: { code: 'QUERY_TOO_COSTLY', aliases: 31, limit: 30 } }] });
      const below = `{ __schema { types { ${Array.from({ length: 31 }, (_, i) => `a${i}: name`).join(' ')} } } }`;
      expect(await ask(url, below)).toMatchObject({ errors: [{ extensions: { code: 'QUERY_TOO_COSTLY', aliases: 31 } }] });
      const wide = `{ __schema { types { ${'...F '.repeat(100)} } } } fragment F on __Type { name kind description isOneOf specifiedByURL }`;
      expect(await ask(url, wide)).toMatchObject({ errors: [{ extensions: { code: 'QUERY_TOO_COSTLY', fields: 502, limit: 500 } }] });
    });
  });
});
