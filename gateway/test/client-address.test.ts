import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SettingsError } from '@agora/platform/service/settings';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { ask } from '../testing/client.ts';
import { type Marketplace, openMarketplace } from '../testing/marketplace.ts';

const WHO = '{ asker { ip } }';

describe.each([
  ['the express lane', {}],
  ['Apollo Server', { accept: 'application/json;q=0.9' }],
])('over %s, behind trusted proxies', (_way, headers) => {
  let marketplace: Marketplace;
  beforeAll(async () => {
    marketplace = await openMarketplace('in one process', { TRUSTED_PROXIES: '127.0.0.1,10.0.0.0/8,fd00::/8' });
  });
  afterAll(() => marketplace.stop());

  test.each([
    ['whom the proxy names', '203.0.113.7', '203.0.113.7'],
    ['not what the client wrote itself', '1.1.1.1, 203.0.113.7', '203.0.113.7'],
    ['whoever comes before every trusted proxy', '203.0.113.7, 10.1.2.3,  10.9.9.9', '203.0.113.7'],
    ['over IPv6', '2001:db8::7, fd00::1', '2001:db8::7'],
    ['an address with a port', '203.0.113.7:4711', '203.0.113.7'],
    ['an address of IPv6 with a port', '[2001:db8::7]:4711', '2001:db8::7'],
    ['an IPv4 address in IPv6 clothes', '::ffff:203.0.113.7', '203.0.113.7'],
    ['the first proxy where only proxies are named', '10.1.2.3, 10.9.9.9', '10.1.2.3'],
    ['who forwarded it where the rest is garbage', 'unknown, 10.9.9.9', '10.9.9.9'],
    ['the connection where all is garbage', '<script>, 999.1.1.1, ,', '127.0.0.1'],
  ])('the client is %s: %s', async (_who, forwarded, ip) => {
    const answer = await ask(marketplace.gateway.url, WHO, { 'x-forwarded-for': forwarded, ...headers });
    expect(answer.data).toEqual({ asker: { ip } });
  });
});

test('on a socket, the client is whom the proxy named when it was opened', async () => {
  const marketplace = await openMarketplace('in one process', { TRUSTED_PROXIES: '127.0.0.1' });
  const client = createClient({
    url: `${marketplace.gateway.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: class extends WebSocket {
      constructor(address: string, protocols: string) {
        super(address, protocols, { headers: { 'x-forwarded-for': '1.1.1.1, 203.0.113.7' } });
      }
    },
  });
  const { value: answer } = await client.iterate({ query: WHO }).next();
  expect(answer?.data).toEqual({ asker: { ip: '203.0.113.7' } });
  await client.dispose();
  await marketplace.stop();
});

test('whom nobody trusts says nothing by X-Forwarded-For', async () => {
  const marketplace = await openMarketplace('in one process', { TRUSTED_PROXIES: '10.0.0.0/8' });
  const answer = await ask(marketplace.gateway.url, WHO, { 'x-forwarded-for': '203.0.113.7' });
  expect(answer.data).toEqual({ asker: { ip: '127.0.0.1' } });
  await marketplace.stop();
});

test.each(['10.0.0.0/33', 'proxy.example', '10.0.0.1/', '::1/129', '10.0.0.1, 10.0.0.2', ','])(
  'a gateway does not start with the trusted proxies "%s"',
  async (list) => {
    const start = openMarketplace('in one process', { TRUSTED_PROXIES: list });
    await expect(start).rejects.toThrow(SettingsError);
    await expect(start).rejects.toThrow(/^TRUSTED_PROXIES: must be a list/);
  },
);
