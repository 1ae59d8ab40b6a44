import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { eventually } from '@agora/platform/testing/eventually';
import { composeServices } from '@apollo/composition';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { OperationTypeNode, parse } from 'graphql';
import { WebSocket } from 'ws';
import { ask, connect, openSocket, send, type SocketClient } from '../testing/client.ts';
import { type RawSubgraph, serveRaw } from '../testing/raw-subgraph.ts';
import type { RunningGateway } from '../src/main.ts';
import { httpLink } from '../src/links/http-link.ts';
import { Sharing } from '../src/sharing.ts';
import { start } from '../src/standalone.ts';

const BANK = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@override"])
  scalar Any
  type Query { account(number: Any, limit: Float): Account }
  type Subscription { paid: Payment }
  type Payment { amount: Int note: String total: Any to: Account }
  type Account @key(fields: "id") { id: ID! owner: String balance: Any holder: String }`;
/** Half of all operations ask it, no longer the bank, who holds an account. */
const REGISTER = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@override"])
  type Account @key(fields: "id") { id: ID! holder: String @override(from: "bank", label: "percent(50)") }`;

const LINK = {
  name: 'bank',
  secret: null,
  connectTimeoutMs: 60_000,
  answerTimeoutMs: 240_000,
  silenceMs: 60_000,
  answerBytes: 1_000_000,
  liveBacklogBytes: 1_000_000,
  sharing: new Sharing(false),
};
const ANSWER = '{"data":{"account":{"owner":"Ada"}}}';

let folder: string;
let bank: RawSubgraph;
let register: RawSubgraph;
let gateway: RunningGateway;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'agora-raw-'));
  [bank, register] = await Promise.all([serveRaw(), serveRaw()]);
  const { supergraphSdl = '' } = composeServices([
    { name: 'bank', url: bank.url, typeDefs: parse(BANK) },
    { name: 'register', url: register.url, typeDefs: parse(REGISTER) },
  ]);
  const file = path.join(folder, 'supergraph.graphql');
  await writeFile(file, supergraphSdl);
  gateway = await start(['--supergraph', file, '--port', '0', '--open'], { LOG_LEVEL: 'silent', MAX_ANSWER_BYTES: '1000000' });
  await gateway.ready;
});
afterAll(async () => {
  await gateway.stop();
  await bank.stop();
  await register.stop();
  await rm(folder, { recursive: true });
});

describe('errors that are not what they should be', () => {
  test.each([
    [200, '[{"message":"odd","path":null,"locations":null,"extensions":null}]', { message: 'odd' }],
    [200, '[{"message":"odd","path":["account",{}],"locations":[{"line":"1"}]}]', { message: 'odd', path: ['account'] }],
    [500, '[{"extensions":{"code":"ODD"}}]', { extensions: { code: 'ODD', serviceName: 'bank' } }],
    [200, '["odd",null]', { message: 'odd' }],
    [200, '{"message":"odd"}', { message: 'odd' }],
    [200, '[{"message":"odd","extensions":{"http":{"status":99}}}]', { message: 'odd' }],
    [200, '[{"message":"odd","extensions":{"http":{"status":204}}}]', { message: 'odd' }],
    [200, '[{"message":"odd","extensions":{"http":{"status":401,"headers":{}}}}]', { message: 'odd' }],
  ])('leave the data of an answer: %d %s', async (status, errors, told) => {
    bank.answers(() => ({ status, body: `{"data":{"account":{"owner":"Ada"}},"errors":${errors}}` }));
    const answer = await ask(gateway.url, '{ account { owner } }');
    expect(answer).toMatchObject({ status: 200, data: { account: { owner: 'Ada' } } });
    expect(answer.errors?.[0]).toMatchObject(told);
  });

  describe('in live operations', () => {
    let client: SocketClient;
    beforeEach(() => void (client = connect(gateway.url)));
    afterEach(async () => {
      await client.close();
      await eventually(() => bank.live.length === 0);
    });
    const follow = async () => {
      const before = bank.live.length;
      const payments = client.listen('subscription { paid { amount note total } }');
      return { payments, bankSide: await eventually(() => bank.live[before]) };
    };

    test.each([
      ['{"data":{"paid":null},"errors":[{"message":"odd","path":null}]}', { paid: null }, { message: 'odd' }],
      ['{"data":{"paid":{"amount":1}},"errors":[{"path":["paid",{}]}]}', { paid: { amount: 1, note: null } }, { path: ['paid'] }],
      ['{"errors":["odd"]}', { paid: null }, { message: 'odd' }],
    ])('leave an event, and the operation goes on: %s', async (event, data, told) => {
      const { payments, bankSide } = await follow();
      bankSide.send('next', '{"data":{"paid":{"amount":0,"note":"first","total":0}}}');
      bankSide.send('next', event);
      bankSide.send('next', '{"data":{"paid":{"amount":2,"note":"last","total":0}}}');
      await eventually(() => payments.events.length === 3);
      expect(payments.events[1]).toMatchObject({ data, errors: [told] });
      expect(payments.events[2]).toEqual({ data: { paid: { amount: 2, note: 'last', total: 0 } } });
      expect(payments.ended).toEqual({});
    });

    test.each([
      ['[{"extensions":{"code":"ODD"}}]', { extensions: { code: 'ODD', serviceName: 'bank' } }],
      ['[]', { message: 'The subgraph refused the subscription.' }],
      ['{"message":"odd"}', { message: 'odd' }],
    ])('end the operation that they end, and no other: %s', async (errors, told) => {
      const [one, other] = [await follow(), await follow()];
      one.bankSide.send('error', errors);
      await eventually(() => one.payments.ended.errors);
      expect(one.payments.ended.errors).toMatchObject([told]);
      other.bankSide.send('next', '{"data":{"paid":{"amount":1,"note":"there"}}}');
      await eventually(() => other.payments.events.length === 1);
      expect(other.payments.ended).toEqual({});
    });

    test.each(['null', '[]', '"odd"', '7', '{"data":[]}'])('that are no event end the operation, and no other: %s', async (payload) => {
      const [one, other] = [await follow(), await follow()];
      one.bankSide.send('next', payload);
      await eventually(() => one.payments.ended.errors);
      expect(one.payments.ended.errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', serviceName: 'bank' } }]);
      other.bankSide.send('next', '{"data":{"paid":{"amount":1,"note":"there"}}}');
      await eventually(() => other.payments.events.length === 1);
      expect(other.payments.ended).toEqual({});
    });
  });
});

describe('texts', () => {
  const answerTo = async (body: string | Buffer<ArrayBuffer>) => {
    bank.answers(() => ({ body }));
    return (await ask(gateway.url, '{ account { owner } }')).data;
  };

  test.each(['Ada', 'Adé', 'Аня', '雪', '😀', 'a "quoted" é'])('come to a client as they are, short or long: %s', async (name) => {
    for (const owner of [name, name.repeat(9_000)]) {
      const data = { account: { owner } };
      expect(await answerTo(JSON.stringify({ data }))).toEqual(data);
    }
  });

  test.each([
    ['\\u00e9', 'é'],
    ['Ada \\ud83d\\ude00', 'Ada 😀'],
  ])('come to a client also where they are written with escapes: %s', async (written, owner) => {
    expect(await answerTo(`{"data":{"account":{"owner":"${written}"}}}`)).toEqual({ account: { owner } });
  });

  test('that are no UTF-8 come with a replacement character', async () => {
    expect(await answerTo(Buffer.from('{"data":{"account":{"owner":"é"}}}', 'latin1'))).toEqual({ account: { owner: '\ufffd' } });
  });
});

describe('numbers that JavaScript has no value for', () => {
  const post = (body: string) => send(gateway.url, '/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body });

  test.each(['9007199254740993', '-123456789012345678901234567890', '12345678901.12345678', '1e400'])(
    'come from a client and go back as they were written: %s',
    async (number) => {
      let sent = '';
      bank.answers(({ body }) => {
        sent = body;
        return { body: `{"data":{"account":{"balance":${number}}}}` };
      });
      const query = 'query ($number: Any) { account(number: $number) { balance } }';
      const variables = `{"number":{"a":[${number}]}}`;
      const ways = {
        usual: () => post(`{"query":${JSON.stringify(query)},"variables":${variables}}`),
        'by Apollo Server': () => post(`{"query":${JSON.stringify(query)},"variables":${variables},"documentId":null}`),
        'by GET': () => send(gateway.url, `/graphql?${new URLSearchParams({ query, variables })}`),
      };
      for (const [way, answer] of Object.entries(ways)) {
        sent = '';
        expect([way, (await answer()).text.trim()]).toEqual([way, `{"data":{"account":{"balance":${number}}}}`]);
        expect([way, sent]).toEqual([way, expect.stringContaining(`"variables":${variables}`)]);
      }
      await post(JSON.stringify({ query: `{ account(number: ${number}, limit: ${number}) { balance } }` }));
      expect(sent).toContain(`number:${number}`);
      expect(sent).toMatch(new RegExp(`"executor_value_\\d":${number}}`));
    },
  );

  test('come over a socket, too, and in a large message', async () => {
    const number = JSON.rawJSON('9007199254740993');
    let sent = '';
    bank.answers(({ body }) => {
      sent = body;
      return { body: ANSWER };
    });
    const socket = await openSocket(gateway.url);
    socket.say(JSON.stringify({ type: 'ping', payload: { values: [...Array<number>(300_000).fill(1), number] } }));
    await socket.ask({ query: 'query ($number: Any) { account(number: $number) { owner } }', variables: { number } });
    socket.close();
    expect(sent).toContain('"variables":{"number":9007199254740993}');
  });

  test('and for which a type has no place are refused', async () => {
    const { errors } = await ask(gateway.url, 'query ($limit: Float) { account(limit: $limit) { owner } }', {}, {});
    expect(errors).toBeUndefined();
    const refused = await post('{"query":"query ($limit: Float) { account(limit: $limit) { owner } }","variables":{"limit":1e400}}');
    expect(refused.errors).toMatchObject([{ message: expect.stringContaining('Infinity'), extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  test('stay as they are in what is said beside data that holds none', async () => {
    bank.answers(() => ({ body: '{"data":{"account":{"owner":"Ada"}},"errors":[{"message":"odd","extensions":{"limit":1e400}}]}' }));
    expect((await post('{"query":"{ account { owner } }"}')).text).toContain('"limit":1e400');
  });

  test('are in events as they are in answers', async () => {
    const received: string[] = [];
    const socket = new WebSocket(`${gateway.url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws');
    socket.on('message', (data) => received.push(String(data)));
    await once(socket, 'open');
    socket.send('{"type":"connection_init"}');
    await eventually(() => received.length === 1);
    const before = bank.live.length;
    socket.send('{"id":"1","type":"subscribe","payload":{"query":"subscription { paid { total } }"}}');
    const bankSide = await eventually(() => bank.live[before]);
    bankSide.send('next', '{"data":{"paid":{"total":[9007199254740993,1e400]}}}');
    await eventually(() => received.length === 2);
    expect(received[1]).toContain('{"paid":{"total":[9007199254740993,1e400]}}');
    socket.terminate();
    await eventually(() => bank.live.length === before);
  });
});

describe('an answer that is compressed', () => {
  test.each<[coding: string, compress: (text: string) => Buffer]>([
    ['gzip', gzipSync],
    ['X-GZIP', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
    ['identity', Buffer.from],
    ['gzip, br', (text) => brotliCompressSync(gzipSync(text))],
  ])('by %s is read', async (coding, compress) => {
    let accepted: unknown;
    bank.answers(({ headers }) => {
      accepted = headers['accept-encoding'];
      return { headers: { 'Content-Encoding': coding }, body: compress(ANSWER) };
    });
    expect(await ask(gateway.url, '{ account { owner } }')).toMatchObject({ data: { account: { owner: 'Ada' } } });
    expect(accepted).toBe('gzip, br, deflate');
  });

  test.each<[what: string, coding: string, body: Buffer]>([
    ['in a way that was not asked for', 'zstd', Buffer.from(ANSWER)],
    ['otherwise than it says', 'gzip', Buffer.from(ANSWER)],
    ['and cut off', 'br', brotliCompressSync(ANSWER).subarray(0, 20)],
  ])('%s is none', async (_what, coding, body) => {
    bank.answers(() => ({ headers: { 'content-encoding': coding }, body }));
    const { data, errors } = await ask(gateway.url, '{ account { owner } }');
    expect({ data, errors }).toMatchObject({ data: { account: null }, errors: [{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }] });
  });

  test.each<[coding: string, compress: (text: string) => Buffer]>([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
  ])('is not read further than an answer may be large: %s', async (coding, compress) => {
    const link = httpLink({ ...LINK, url: bank.url });
    bank.answers(() => ({ headers: { 'content-encoding': coding }, body: compress(ANSWER.replace('Ada', 'a'.repeat(2_000_000))) }));
    const context = {
      identity: { actor: null, ip: '' },
      idempotencyKey: undefined,
      acceptLanguage: undefined,
      traceparent: 'none',
      forwarded: [],
      cancellation: null,
    };
    const call = { type: OperationTypeNode.QUERY, query: '', operationName: undefined, body: '{}', variables: {}, context };
    await expect(link.execute(call)).rejects.toThrow('Its answer has more than 1000000 bytes.');
    await link.stop();
  });
});

describe('more than a subgraph may answer', () => {
  const large = `"${'a'.repeat(2_000_000)}"`;
  const tooMuch = {
    message: expect.stringContaining('more than 1000000 bytes'),
    extensions: { code: 'QUERY_TOO_COSTLY', serviceName: 'bank' },
  };

  test.each(['identity', 'gzip'])('is not read, and costs nothing else: %s', async (coding) => {
    const body = ANSWER.replace('"Ada"', large);
    bank.answers(() => ({ headers: { 'content-encoding': coding }, body: coding === 'gzip' ? gzipSync(body) : body }));
    const { status, data, errors } = await ask(gateway.url, '{ account { owner } }');
    expect({ status, data, errors }).toEqual({ status: 200, data: { account: null }, errors: [tooMuch] });
  });

  test('in an event ends its operation, and no other', async () => {
    const client = connect(gateway.url);
    const [one, other] = ['note', 'amount'].map((field) => client.listen(`subscription { paid { ${field} } }`));
    await eventually(() => bank.live.length === 2);
    const [first, second] = [...bank.live];
    first?.send('next', `{"data":{"paid":{"note":${large}}}}`);
    second?.send('next', '{"data":{"paid":{"amount":1}}}');
    await eventually(() => one?.ended.errors && other?.events.length === 1);
    expect(one?.ended.errors).toEqual([tooMuch]);
    expect(other?.ended).toEqual({});
    await client.close();
    await eventually(() => bank.live.length === 0);
  });
});

test.each(['', '\ufeff'])('an answer is read behind a byte order mark', async (mark) => {
  for (const compress of [Buffer.from, gzipSync]) {
    const headers = { 'content-encoding': compress === gzipSync ? 'gzip' : 'identity' };
    bank.answers(() => ({ headers, body: compress(mark + ANSWER) }));
    expect(await ask(gateway.url, '{ account { owner } }')).toMatchObject({ data: { account: { owner: 'Ada' } } });
  }
});

describe('where a field is being moved to another subgraph, who is asked is drawn', () => {
  const account = '{"__typename":"Account","id":"1","holder":"by the bank"}';
  beforeEach(() => {
    bank.answers(() => ({ body: `{"data":{"account":${account}}}` }));
    register.answers(() => ({ body: '{"data":{"_entities":[{"holder":"by the register"}]}}' }));
  });
  const OFTEN = 40;
  const BOTH = ['by the bank', 'by the register'];

  test('for each query', async () => {
    const told = new Set<string>();
    for (let i = 0; i < OFTEN; i++) told.add((await ask(gateway.url, '{ account { holder } }')).text.trim());
    expect(told).toEqual(new Set(BOTH.map((holder) => JSON.stringify({ data: { account: { holder } } }))));
  });

  test('for each live operation, and holds until it ends', async () => {
    const client = connect(gateway.url);
    const payments = Array.from({ length: OFTEN }, () => client.listen('subscription { paid { to { holder } } }'));
    await eventually(() => bank.live.length === OFTEN);
    for (const { send: tell } of [...bank.live, ...bank.live]) tell('next', `{"data":{"paid":{"to":${account}}}}`);
    await eventually(() => payments.every(({ events }) => events.length === 2));
    const told = new Set(payments.map(({ events }) => JSON.stringify(events)));
    const twice = (event: object) => JSON.stringify([event, event]);
    expect(told).toEqual(new Set(BOTH.map((holder) => twice({ data: { paid: { to: { holder } } } }))));
    await client.close();
    await eventually(() => bank.live.length === 0);
  });
});

// Beside the others, because it waits for a ping.
test.concurrent('a subgraph that is heard is not gone, though its pong may be behind many events; one that is silent is', async () => {
  const opened = async () => {
    const subgraph = await serveRaw({ pongs: false });
    const link = httpLink({ ...LINK, url: subgraph.url });
    const stream = await link.subscribe({ query: 'subscription { paid { amount } }', identity: { actor: null, ip: '' } });
    if (!('next' in stream)) throw new Error('It was refused.');
    return { subgraph, link, stream };
  };
  const [busy, silent] = [await opened(), await opened()];
  const talking = setInterval(() => busy.subgraph.live[0]?.send('next', '{"data":{"paid":{"amount":1}}}'), 1_000);
  try {
    await expect(silent.stream.next()).rejects.toThrow('The connection to bank was lost.');
    for (let events = 0; events < 20; events++) expect(await busy.stream.next()).toMatchObject({ done: false });
  } finally {
    clearInterval(talking);
    for (const { link, subgraph } of [busy, silent]) await Promise.all([link.stop(), subgraph.stop()]);
  }
});
