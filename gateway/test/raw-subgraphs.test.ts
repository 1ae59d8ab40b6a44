import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eventually } from '@agora/platform/testing/eventually';
import { composeServices } from '@apollo/composition';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { ask, connect, type SocketClient } from '../testing/client.ts';
import { type RawSubgraph, serveRaw } from '../testing/raw-subgraph.ts';
import type { RunningGateway } from '../src/main.ts';
import { start } from '../src/standalone.ts';

const BANK = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Query { account: Account }
  type Subscription { paid: Payment }
  type Payment { amount: Int note: String }
  type Account @key(fields: "id") { id: ID! owner: String }`;

let folder: string;
let bank: RawSubgraph;
let gateway: RunningGateway;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'agora-raw-'));
  bank = await serveRaw();
  const { supergraphSdl = '' } = composeServices([{ name: 'bank', url: bank.url, typeDefs: parse(BANK) }]);
  const file = path.join(folder, 'supergraph.graphql');
  await writeFile(file, supergraphSdl);
  gateway = await start(['--supergraph', file, '--port', '0', '--open'], { LOG_LEVEL: 'silent' });
  await gateway.ready;
});
afterAll(async () => {
  await gateway.stop();
  await bank.stop();
  await rm(folder, { recursive: true });
});

describe('errors that are not what they should be', () => {
  test.each([
    [200, '[{"message":"odd","path":null,"locations":null,"extensions":null}]', { message: 'odd' }],
    [200, '[{"message":"odd","path":["account",{}],"locations":[{"line":"1"}]}]', { message: 'odd', path: ['account'] }],
    [500, '[{"extensions":{"code":"ODD"}}]', { extensions: { code: 'ODD', serviceName: 'bank' } }],
    [200, '["odd",null]', { message: 'odd' }],
    [200, '{"message":"odd"}', { message: 'odd' }],
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
      const payments = client.listen('subscription { paid { amount note } }');
      return { payments, bankSide: await eventually(() => bank.live[before]) };
    };

    test.each([
      ['{"data":{"paid":null},"errors":[{"message":"odd","path":null}]}', { paid: null }, { message: 'odd' }],
      ['{"data":{"paid":{"amount":1}},"errors":[{"path":["paid",{}]}]}', { paid: { amount: 1, note: null } }, { path: ['paid'] }],
      ['{"errors":["odd"]}', { paid: null }, { message: 'odd' }],
    ])('leave an event, and the operation goes on: %s', async (event, data, told) => {
      const { payments, bankSide } = await follow();
      bankSide.send('next', '{"data":{"paid":{"amount":0,"note":"first"}}}');
      bankSide.send('next', event);
      bankSide.send('next', '{"data":{"paid":{"amount":2,"note":"last"}}}');
      await eventually(() => payments.events.length === 3);
      expect(payments.events[1]).toMatchObject({ data, errors: [told] });
      expect(payments.events[2]).toEqual({ data: { paid: { amount: 2, note: 'last' } } });
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
  });
});
