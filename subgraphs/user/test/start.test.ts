import { SettingsError } from '@agora/platform/service/settings';
import { createDatabase } from '@agora/platform/testing/databases';
import { schemaDrift } from '@agora/platform/testing/drift';
import { eventually } from '@agora/platform/testing/eventually';
import { MASTER_KEY } from '@agora/platform/testing/subgraph';
import { DEMO_PASSWORD, DEMO_PEOPLE } from '@agora/schema/demo/people';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { loadDemo } from '../src/demo/load-demo.ts';
import { entities } from '../src/entities.ts';
import { start } from '../src/main.ts';
import { ensureSigningKey } from '../src/sessions/commands/ensure-signing-key.ts';
import { publishedKeys } from '../src/sessions/tokens/access-tokens.ts';
import { onDatabase } from './support/database.ts';
import { peopleOf } from './support/people.ts';
import { startUser } from './support/user.ts';

let url: string;
let drop: () => Promise<void>;

beforeEach(async () => {
  ({ url, drop } = await createDatabase('user'));
});
afterEach(() => drop());

test('the migrations make what the model says', async () => {
  await onDatabase(url, async () => undefined);
  expect(await schemaDrift(url, entities)).toBe('');
});

test('of replicas that start at once, one makes the key and one loads the demo', async () => {
  await onDatabase(url, async ({ fork }) => {
    await Promise.all(Array.from({ length: 5 }, () => ensureSigningKey(fork())));
    await Promise.all(Array.from({ length: 5 }, () => loadDemo(fork())));
    expect((await publishedKeys(fork())).keys).toHaveLength(1);
  });
});

test('replicas publish the same key, and know the people of the demo', async () => {
  const env = settings(url, { AGORA_DEMO: 'on' });
  const replicas = await Promise.all([start({ env, listen: false }), start({ env, listen: false })]);
  try {
    const [one, two] = await Promise.all(
      replicas.map(async (replica) => replica.routes['/.well-known/jwks.json']?.(new URLSearchParams())),
    );
    expect(one).toMatchObject({ keys: [{ alg: 'EdDSA' }] });
    expect(two).toEqual(one);

    const identity = { actor: null, ip: '127.0.0.1' };
    const variables = { input: { email: 'buyer@agora.example', password: DEMO_PASSWORD } };
    for (const replica of replicas) {
      const { data } = await replica.execute({ query: SIGN_IN, variables, identity });
      expect(data).toMatchObject({
        sessionCreate: { session: {}, user: { displayName: 'Marta Ruiz', profile: { bio: expect.stringMatching(/tomatoes/) } } },
      });
    }
    const page = '{ profiles(first: 100) { totalCount nodes { isVerifiedSeller user { username } } } }';
    const everybody = DEMO_PEOPLE.toReversed().map(({ username, isVerifiedSeller }) => ({ isVerifiedSeller, user: { username } }));
    const { data } = (await replicas[0]?.execute({ query: page, identity })) ?? {};
    expect(data).toEqual({ profiles: { totalCount: DEMO_PEOPLE.length, nodes: everybody } });
  } finally {
    await Promise.all(replicas.map((replica) => replica.stop()));
  }
});

test('tokens are good for as long as the operator says, a refresh token no shorter than the access token', async () => {
  const brief = await startUser({ ACCESS_TOKEN_SECONDS: '1', REFRESH_TOKEN_SECONDS: '1' });
  try {
    const guests = peopleOf(() => brief);
    const { session } = await guests.register();
    await eventually(() => Date.now() > Date.parse(session?.expiresAt ?? '') + 1_000);
    await expect(guests.verify(session?.accessToken ?? '')).rejects.toThrow('"exp" claim');
    expect((await guests.refresh(session?.refreshToken ?? '')).userErrors).toMatchObject([{ code: 'TOKEN_EXPIRED' }]);
  } finally {
    await brief.stop();
  }
  const env = settings(url, { ACCESS_TOKEN_SECONDS: '60', REFRESH_TOKEN_SECONDS: '59' });
  await expect(start({ env, listen: false })).rejects.toThrow('REFRESH_TOKEN_SECONDS: must be at least ACCESS_TOKEN_SECONDS.');
});

test('in production, sign-in without limits and published passwords are refused', async () => {
  const env = settings(url, { NODE_ENV: 'production', AGORA_DEMO: 'on' });
  const error: unknown = await start({ env, listen: false }).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(SettingsError);
  expect(error).toMatchObject({
    problems: [expect.stringMatching(/^AGORA_DEMO: /), expect.stringMatching(/^AGORA_RATE_LIMIT: "off"/)],
  });
});

const SIGN_IN = `mutation ($input: SessionCreateInput!) {
  sessionCreate(input: $input) { session { id } user { displayName profile { bio } } }
}`;

function settings(databaseUrl: string, more: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return {
    USER_DATABASE_URL: databaseUrl,
    BUS_DATABASE_URL: databaseUrl,
    AGORA_GATEWAY_SECRET: 'a secret that only tests know, long enough',
    AGORA_MASTER_KEY: MASTER_KEY,
    AGORA_RATE_LIMIT: 'off',
    LOG_LEVEL: 'error',
    ...more,
  };
}
