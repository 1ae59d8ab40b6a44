import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { request } from 'undici';
import { eventually } from '@agora/platform/testing/eventually';
import { connect } from '../testing/client.ts';
import { type Marketplace, type Mode, openMarketplace } from '../testing/marketplace.ts';

const modes: readonly Mode[] = ['in one process', 'over HTTP'];
const QUERY = '{ asker { key locale traceparent } }';
const NEW_TRACE = expect.stringMatching(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);

interface Asker {
  readonly key: unknown;
  readonly locale: unknown;
  readonly traceparent: unknown;
}

describe.each(modes)('what a client says beside its operation, subgraphs %s', (mode) => {
  let marketplace: Marketplace;
  beforeAll(async () => {
    marketplace = await openMarketplace(mode);
    await marketplace.gateway.ready;
  });
  afterAll(() => marketplace.stop());

  /** Headers as bytes: UTF-8, as programs write them. */
  async function overHttp(headers: Readonly<Record<string, string>>) {
    const bytes = Object.entries(headers).map(([name, value]) => [name, Buffer.from(value).toString('latin1')] as const);
    const { statusCode, body } = await request(`${marketplace.gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...Object.fromEntries(bytes) },
      body: JSON.stringify({ query: QUERY }),
    });
    return { status: statusCode, ...((await body.json()) as object) };
  }

  async function overSocket(extensions: Record<string, unknown>) {
    const client = connect(marketplace.gateway.url);
    const { events, ended } = client.listen(QUERY, undefined, extensions);
    await eventually(() => ended.completed ?? ended.errors ?? ended.closeCode);
    await client.close();
    return ended.errors ? { errors: ended.errors } : events[0];
  }

  const asked = (asker: Partial<Asker>) => ({ data: { asker: expect.objectContaining(asker) } });
  const refused = { errors: [{ extensions: { code: 'BAD_USER_INPUT', field: ['idempotency-key'] } }] };

  test.each(['ключ', '🔑', 'k', 'ünï', '100 %', '%D0%BA', 'ключ'.repeat(63), '🔑'.repeat(255), '\u00a0\u3000 k'])(
    'the idempotency key %s is the same over HTTP and over a socket',
    async (key) => {
      expect(await overHttp({ 'idempotency-key': key })).toMatchObject(asked({ key: key.trim() }));
      expect(await overSocket({ 'idempotency-key': key })).toMatchObject(asked({ key: key.trim() }));
    },
  );

  test('a key that a page writes in Latin-1 is read as such', async () => {
    const { body } = await request(`${marketplace.gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'clé' },
      body: JSON.stringify({ query: QUERY }),
    });
    expect(await body.json()).toMatchObject(asked({ key: 'clé' }));
  });

  test.each([
    ['too long', 'k'.repeat(256)],
    ['empty', ''],
    ['long in letters', 'ы'.repeat(256)],
  ])('an idempotency key that is %s is refused, whichever way it comes', async (_what, key) => {
    expect(await overHttp({ 'idempotency-key': key })).toMatchObject({ status: 400, ...refused });
    expect(await overSocket({ 'idempotency-key': key })).toMatchObject(refused);
  });

  test.each([
    ['a line break', 'a\r\nb: c'],
    ['a NUL', 'a\u0000'],
    ['half a character', '\ud83d'],
    ['a number', 7],
    ['a list', ['k']],
  ])('an idempotency key that is or holds %s is refused on a socket, and hurts nobody else', async (_what, key) => {
    const answers = await Promise.all(Array.from({ length: 80 }, () => overSocket({ 'idempotency-key': key })));
    for (const answer of answers) expect(answer).toMatchObject(refused);
    expect(await overHttp({})).toMatchObject(asked({ key: null }));
  });

  test('a language that cannot be understood is as none at all', async () => {
    for (const language of ['ключ', 'x'.repeat(256), 'en\u0000', 'es\r\nx: y']) {
      expect(await overSocket({ 'accept-language': language })).toMatchObject(asked({ locale: null }));
    }
    expect(await overHttp({ 'accept-language': 'ключ' })).toMatchObject(asked({ locale: null }));
    expect(await overSocket({ 'accept-language': '\t' })).toMatchObject(asked({ locale: null }));
    expect(await overHttp({ 'accept-language': 'es_CO' })).toMatchObject(asked({ locale: 'es_CO' }));
    expect(await overSocket({ 'accept-language': 'es-CO, es;q=0.9' })).toMatchObject(asked({ locale: 'es-CO, es;q=0.9' }));
  });

  test('a device is what opened its socket, unless an operation says another', async () => {
    const client = connect(marketplace.gateway.url, undefined, { 'user-agent': `Firefox ${'x'.repeat(1_000)}` });
    const placedFrom = async (extensions: Record<string, unknown>) => {
      const { events, ended } = client.listen('mutation { placedFrom }', undefined, extensions);
      await eventually(() => ended.completed ?? ended.errors ?? ended.closeCode);
      return events[0]?.data?.['placedFrom'];
    };
    expect(await placedFrom({})).toBe('Firefox '.padEnd(255, 'x'));
    expect(await placedFrom({ 'user-agent': 'a phone' })).toBe('a phone');
    await client.close();
  });

  test('a traceparent that is none is replaced', async () => {
    for (const traceparent of ['ключ', '00-1-2-3', `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01\n`]) {
      expect(await overSocket({ traceparent })).toMatchObject(asked({ traceparent: NEW_TRACE }));
    }
  });
});
