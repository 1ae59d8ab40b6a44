import { SettingsError } from '@agora/platform/service/settings';
import { createDatabase } from '@agora/platform/testing/databases';
import { schemaDrift } from '@agora/platform/testing/drift';
import { eventually } from '@agora/platform/testing/eventually';
import { MASTER_KEY } from '@agora/platform/testing/subgraph';
import { DEMO_PASSWORD, DEMO_PEOPLE, DEMO_SECOND_FACTOR } from '@agora/schema/demo/people';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import * as z from 'zod';
import { query } from '@agora/platform/database/database';
import { loadFull } from '../src/demo/full/load-full.ts';
import { loadDemo } from '../src/demo/load-demo.ts';
import { createTaxIds } from '../src/profiles/tax-ids.ts';
import { createTotp } from '../src/two-factor/totp.ts';
import { entities } from '../src/entities.ts';
import { start } from '../src/main.ts';
import { ensureSigningKey } from '../src/sessions/commands/ensure-signing-key.ts';
import { publishedKeys } from '../src/sessions/tokens/access-tokens.ts';
import { authenticatorsOf, codesOf } from './support/authenticator.ts';
import { onDatabase } from './support/database.ts';
import { mailsOf } from './support/mails.ts';
import { PASSWORD, peopleOf } from './support/people.ts';
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
    await Promise.all(
      Array.from({ length: 5 }, () => loadDemo(fork(), { totp: createTotp(MASTER_KEY), taxIds: createTaxIds(MASTER_KEY) })),
    );
    expect((await publishedKeys(fork())).keys).toHaveLength(1);
  });
});

test('as many believable people as are asked for are made, once, and found by what they say of themselves', async () => {
  await onDatabase(url, async ({ fork }) => {
    const heard: number[] = [];
    await loadFull(fork, 300, (done) => heard.push(done));
    await loadFull(fork, 620, (done) => heard.push(done));
    expect(heard).toEqual([300, 500, 620]);
    const [counted] = await query(
      fork(),
      `select count(*)::int as people, count(distinct email)::int as emails, count(distinct username)::int as usernames,
         (select count(*)::int from profile where kind = 'BUSINESS') as businesses,
         (select count(*)::int from account_skill) as skills,
         (select count(*)::int from address) as addresses,
         (select count(*)::int from platform.event_log where type = 'user.registered.v1') as events
       from account`,
    );
    expect(counted).toMatchObject({ people: 620, emails: 620, usernames: 620, addresses: 620, events: 620 });
    for (const some of ['businesses', 'skills']) expect(counted?.[some]).toBeGreaterThan(30);
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
    const [replica] = replicas;
    const tell = async (query: string, input: object) => (await replica?.execute({ query, variables: { input }, identity }))?.data;
    const { username, secret } = DEMO_SECOND_FACTOR;
    const challenge = 'mutation ($input: SessionCreateInput!) { sessionCreate(input: $input) { session { id } challenge { token } } }';
    const asked = await tell(challenge, { email: `${username}@agora.example`, password: DEMO_PASSWORD });
    const { token } = z.object({ session: z.null(), challenge: z.object({ token: z.string() }) }).parse(asked?.['sessionCreate']).challenge;
    const answer = `mutation ($input: SessionChallengeCompleteInput!) { sessionChallengeComplete(input: $input) {
      user { username securityEvents { nodes { kind } } } userErrors { code } } }`;
    expect(await tell(answer, { token, code: codesOf(secret)() })).toEqual({
      sessionChallengeComplete: {
        user: { username, securityEvents: { nodes: ['SIGNED_IN', 'TWO_FACTOR_ENABLED', 'REGISTERED'].map((kind) => ({ kind })) } },
        userErrors: [],
      },
    });
    const kept = `mutation ($input: SessionCreateInput!) { sessionCreate(input: $input) { user { blockedUsers { nodes { user { username } } } } } }`;
    expect(await tell(kept, { email: 'aisha@agora.example', password: DEMO_PASSWORD })).toMatchObject({
      sessionCreate: { user: { blockedUsers: { nodes: [{ user: { username: 'diego' } }] } } },
    });

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

test('links, challenges and set-ups are good for as long as the operator says', async () => {
  const long = await startUser({
    EMAIL_VERIFICATION_SECONDS: '7200',
    PASSWORD_RESET_SECONDS: '600',
    EMAIL_CHANGE_SECONDS: '900',
    TWO_FACTOR_SETUP_SECONDS: '120',
    SIGN_IN_CHALLENGE_SECONDS: '60',
  });
  try {
    const ana = await peopleOf(() => long).member();
    const mails = mailsOf(() => long);
    await long.data('mutation ($email: String!) { userPasswordResetRequest(input: { email: $email }) { isAccepted } }', {
      email: ana.email,
    });
    await long.data('mutation { userEmailChangeRequest(input: { newEmail: "new@agora.example" }) { expiresAt } }', {}, { as: ana });
    const lifetime = async (template: string, to: string | null) => {
      const { expiresAt } = await mails.mail({ template, to });
      return Math.round((Date.parse(expiresAt ?? '') - begun) / 60_000);
    };
    const begun = Date.parse(ana.tokens.expiresAt) - 900_000;
    expect(await lifetime('welcome', ana.email)).toBe(120);
    expect(await lifetime('password_reset', ana.email)).toBe(10);
    expect(await lifetime('email_change', 'new@agora.example')).toBe(15);

    const authenticators = authenticatorsOf(() => long);
    await mails.proveEmail(ana);
    const { expiresAt } = await authenticators.start(ana);
    expect(Math.round((Date.parse(expiresAt ?? '') - begun) / 60_000)).toBe(2);
    await authenticators.add(ana);
    const signIn = 'mutation ($input: SessionCreateInput!) { sessionCreate(input: $input) { challenge { expiresAt } } }';
    const { sessionCreate } = await long.data(signIn, { input: { email: ana.email, password: PASSWORD } });
    const challenge = z.object({ challenge: z.object({ expiresAt: z.string() }) }).parse(sessionCreate).challenge;
    expect(Date.parse(challenge.expiresAt) - Date.now()).toBeLessThanOrEqual(60_000);
  } finally {
    await long.stop();
  }
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
