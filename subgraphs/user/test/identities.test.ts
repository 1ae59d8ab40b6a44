import { randomBytes } from 'node:crypto';
import type { Actor } from '@agora/platform/security/actor';
import { SettingsError } from '@agora/platform/service/settings';
import { person } from '@agora/platform/testing/subgraph';
import { take } from '@agora/platform/testing/take';
import { afterAll, describe, expect, jest, test } from '@jest/globals';
import * as z from 'zod';
import { readUserConfig } from '../src/config.ts';
import { createAttempts } from '../src/identities/attempts.ts';
import { authenticatorsOf } from './support/authenticator.ts';
import { mailsOf } from './support/mails.ts';
import { longSignedIn, type Member, PASSWORD, peopleOf } from './support/people.ts';
import {
  type Lie,
  type PersonAtProvider,
  type ProviderServer,
  RETURN_URL,
  type Returned,
  startProvider,
} from '@agora/platform/testing/identity-provider';
import { startUser } from './support/user.ts';

const [harbour, orchard] = await Promise.all([startProvider('harbour', 'Harbour'), startProvider('orchard', 'Orchard')]);
const liar = await startProvider('liar', 'Liar', 'https://harbour.example');
const gone = await startProvider('gone', 'Gone');
await gone.stop();
const settings = [{ ...harbour.setting, iconUrl: 'https://harbour.example/icon.svg' }, orchard.setting, liar.setting, gone.setting];
const user = await startUser({ IDENTITY_PROVIDERS: JSON.stringify(settings), CORS_ORIGINS: 'https://shop.example' });
const people = peopleOf(() => user);
const mails = mailsOf(() => user);
const authenticators = authenticatorsOf(() => user);
afterAll(async () => {
  await Promise.all([user.stop(), harbour.stop(), orchard.stop(), liar.stop()]);
});

const Errors = z.array(z.object({ code: z.string(), message: z.string(), field: z.array(z.string()).nullable() }));
const Started = z.object({
  authorizationUrl: z.string().nullable(),
  browserKey: z.string().nullable(),
  expiresAt: z.string().nullable(),
  userErrors: Errors,
});
const Completed = z.object({
  session: z.object({ id: z.string(), accessToken: z.string() }).nullable(),
  user: z
    .object({ id: z.string(), email: z.string().nullable(), emailVerifiedAt: z.string().nullable(), displayName: z.string() })
    .nullable(),
  isNewAccount: z.boolean(),
  userErrors: Errors,
});
const Linked = z.object({
  identity: z.object({ id: z.string(), email: z.string().nullable(), provider: z.object({ id: z.string() }) }).nullable(),
  userErrors: Errors,
});
const ERRORS = 'userErrors { code message field }';
const START = `authorizationUrl browserKey expiresAt ${ERRORS}`;
const COMPLETE = `mutation ($input: SessionProviderCompleteInput!) { sessionProviderComplete(input: $input) {
  session { id accessToken } user { id email emailVerifiedAt displayName } isNewAccount ${ERRORS} } }`;
const LINK = `mutation ($input: IdentityLinkCompleteInput!) { identityLinkComplete(input: $input) {
  identity { id email provider { id } } ${ERRORS} } }`;

interface Begun {
  readonly authorizationUrl: string;
  readonly browserKey: string;
}

async function begin({ setting: { id: providerId } }: ProviderServer, as: Actor | null = null): Promise<Begun> {
  const field = as ? 'identityLinkStart' : 'sessionProviderStart';
  const type = as ? 'IdentityLinkStartInput' : 'SessionProviderStartInput';
  const query = `mutation ($input: ${type}!) { ${field}(input: $input) { ${START} } }`;
  const { authorizationUrl, browserKey, userErrors } = Started.parse(
    (await user.data(query, { input: { providerId, returnUrl: RETURN_URL } }, { as }))[field],
  );
  if (!authorizationUrl || !browserKey) throw new Error(JSON.stringify(userErrors));
  return { authorizationUrl, browserKey };
}

async function complete(returned: Returned, browserKey: string, more: object = {}): Promise<z.output<typeof Completed>> {
  const { sessionProviderComplete } = await user.data(COMPLETE, { input: { ...returned, browserKey, ...more } });
  return Completed.parse(sessionProviderComplete);
}

async function signIn(provider: ProviderServer, person: PersonAtProvider, more: object = {}) {
  const { authorizationUrl, browserKey } = await begin(provider);
  return complete(await provider.visit(authorizationUrl, person), browserKey, more);
}

async function link(as: Actor, provider: ProviderServer, person: PersonAtProvider): Promise<z.output<typeof Linked>> {
  const { authorizationUrl, browserKey } = await begin(provider, as);
  const input = { ...(await provider.visit(authorizationUrl, person)), browserKey };
  return Linked.parse((await user.data(LINK, { input }, { as }))['identityLinkComplete']);
}

async function unlink(as: Actor, identityId: string): Promise<string[]> {
  const query = `mutation ($input: IdentityUnlinkInput!) { identityUnlink(input: $input) { user { id } ${ERRORS} } }`;
  const { identityUnlink } = await user.data(query, { input: { identityId } }, { as });
  return z
    .object({ userErrors: Errors })
    .parse(identityUnlink)
    .userErrors.map(({ code }) => code);
}

/** Somebody with a password, whose e-mail is known to be theirs. */
async function proven(): Promise<Member> {
  const ana = await people.member();
  await mails.proveEmail(ana);
  return ana;
}

/** Who signed in, from then on. */
const actorOf = ({ session }: z.output<typeof Completed>) => people.actor(session?.accessToken ?? '');
const codes = ({ userErrors }: { userErrors: z.output<typeof Errors> }) => userErrors.map(({ code }) => code);
const somebody = (more: Partial<PersonAtProvider> = {}): PersonAtProvider => {
  const sub = randomBytes(8).toString('hex');
  return { sub, email: `${sub}@people.example`, email_verified: true, name: 'Ana Torres', ...more };
};
const IDENTITIES = `{ viewer { hasPassword identities { id email linkedAt lastUsedAt viewerCanUnlink provider { id name iconUrl } }
  sessions { nodes { method provider { id } } } } }`;

describe('signing in with a provider', () => {
  test('begins where they are told who can be signed in with, and nothing else of them', async () => {
    const { identityProviders } = await user.data('{ identityProviders { id name iconUrl } }');
    expect(identityProviders).toEqual([
      { id: 'harbour', name: 'Harbour', iconUrl: 'https://harbour.example/icon.svg' },
      { id: 'orchard', name: 'Orchard', iconUrl: null },
      { id: 'liar', name: 'Liar', iconUrl: null },
      { id: 'gone', name: 'Gone', iconUrl: null },
    ]);
  });

  test('makes an account for who has none, whose e-mail is proved, and signs them in to it from then on', async () => {
    const ana = somebody();
    const first = await signIn(harbour, ana, { locale: 'es-CO' });
    expect(first).toMatchObject({
      isNewAccount: true,
      user: { email: ana.email, emailVerifiedAt: expect.any(String), displayName: 'Ana Torres' },
      userErrors: [],
    });
    const again = await signIn(harbour, { ...ana, name: 'Somebody Else', email: `new-${ana.email}` });
    expect(again).toMatchObject({ isNewAccount: false, user: { id: first.user?.id, email: ana.email, displayName: 'Ana Torres' } });

    const { viewer } = await user.data(IDENTITIES, {}, { as: await actorOf(again) });
    const provider = { id: 'harbour', name: 'Harbour', iconUrl: 'https://harbour.example/icon.svg' };
    expect(viewer).toEqual({
      hasPassword: false,
      identities: [
        {
          ...{ id: expect.stringMatching(/^idn_/), email: `new-${ana.email}`, provider, viewerCanUnlink: false },
          ...{ linkedAt: expect.any(String), lastUsedAt: expect.any(String) },
        },
      ],
      sessions: {
        nodes: [
          { method: 'PROVIDER', provider: { id: 'harbour' } },
          { method: 'PROVIDER', provider: { id: 'harbour' } },
        ],
      },
    });
    await people.heardAllUntilNow();
    expect(mails.all({ to: ana.email ?? '' })).toEqual([]);
  });

  test('leaves an e-mail that the provider does not vouch for to be proved, as after any registration', async () => {
    const ana = somebody({ email_verified: false });
    const signedIn = await signIn(harbour, ana);
    expect(signedIn).toMatchObject({ isNewAccount: true, user: { email: ana.email, emailVerifiedAt: null } });
    const { token } = await mails.mail({ to: ana.email ?? '', template: 'welcome' });
    expect(token).toMatch(/^[\w-]{43}$/);
  });

  test('never joins an account that has the same e-mail: one that has proved it keeps others out, others go on without', async () => {
    const email = `${randomBytes(8).toString('hex')}@people.example`;
    const waiting = await people.member({ email });
    const proved = await signIn(harbour, somebody({ email }));
    expect(proved).toMatchObject({ isNewAccount: true, user: { email, emailVerifiedAt: expect.any(String) } });
    expect(proved.user?.id).not.toBe(waiting.id);
    expect((await user.data('{ viewer { id email } }', {}, { as: waiting }))['viewer']).toEqual({ id: waiting.id, email: null });

    for (const email_verified of [true, false]) {
      const other = await signIn(orchard, somebody({ email: email.toUpperCase(), email_verified }));
      expect([other.session, other.user, codes(other)]).toEqual([null, null, ['EMAIL_TAKEN']]);
    }
  });

  test.each([
    ['none', {}],
    ['one that is none', { email: 'ana' }],
  ])('makes no account without an e-mail: %s', async (_what, given) => {
    const { sub } = somebody();
    expect(codes(await signIn(harbour, { sub, ...given }))).toEqual(['PROVIDER_FAILED']);
  });

  test('is no way in for who registered with somebody else’s e-mail, once its owner has set a password by mail', async () => {
    const email = `claimed-${randomBytes(8).toString('hex')}@people.example`;
    const mailedReset = async () => {
      const before = mails.all({ to: email, template: 'password_reset' }).length;
      await user.data('mutation ($email: String!) { userPasswordResetRequest(input: { email: $email }) { isAccepted } }', { email });
      return (await mails.mail({ to: email, template: 'password_reset' }, before + 1)).token;
    };
    const reset = async () =>
      user.data('mutation ($input: UserPasswordResetInput!) { userPasswordReset(input: $input) { isReset } }', {
        input: { token: await mailedReset(), newPassword: 'another horse battery' },
      });
    const { session, user: registered } = await people.register({ email });
    const stranger = somebody();
    expect(codes(await link(await people.actor(session?.accessToken ?? ''), harbour, stranger))).toEqual([]);

    await reset();
    const back = await signIn(harbour, stranger);
    expect([back.isNewAccount, back.user?.id === registered?.id]).toEqual([true, false]);

    const owner = await people.actor((await people.signIn(email, 'another horse battery')).session?.accessToken ?? '');
    const own = somebody();
    expect(codes(await link(owner, orchard, own))).toEqual([]);
    await reset();
    expect((await signIn(orchard, own)).user?.id).toBe(registered?.id);
  });

  test('makes one account for who comes in two tabs at once', async () => {
    const ana = somebody();
    const both = await Promise.all([signIn(harbour, ana), signIn(harbour, ana)]);
    expect(both.map(codes)).toEqual([[], []]);
    expect(new Set(both.map((one) => one.user?.id)).size).toBe(1);
    expect(both.filter(({ isNewAccount }) => isNewAccount)).toHaveLength(1);
  });

  test('is refused to who is suspended', async () => {
    const ana = somebody();
    const { user: account } = await signIn(harbour, ana);
    const suspend = 'mutation ($id: ID!) { userSuspend(input: { userId: $id, reason: "Spam" }) { userErrors { code } } }';
    expect(await user.data(suspend, { id: account?.id }, { as: person('ADMIN') })).toEqual({ userSuspend: { userErrors: [] } });
    expect(codes(await signIn(harbour, ana))).toEqual(['ACCOUNT_SUSPENDED']);
  });

  test('asks for the second factor of an account that has one, and begins the session when it is given', async () => {
    const ana = await people.member();
    const person = somebody();
    const { identity } = await link(ana, harbour, person);
    const app = await authenticators.add(ana);
    const asked = `mutation ($input: SessionProviderCompleteInput!) {
      sessionProviderComplete(input: $input) { session { id } user { id } challenge { token methods } userErrors { code } } }`;
    const challenged = async () => {
      const { authorizationUrl, browserKey } = await begin(harbour);
      const input = { ...(await harbour.visit(authorizationUrl, person)), browserKey };
      const { sessionProviderComplete } = await user.data(asked, { input });
      expect(sessionProviderComplete).toMatchObject({ session: null, user: null, challenge: { methods: ['TOTP', 'RECOVERY_CODE'] } });
      return z.object({ challenge: z.object({ token: z.string() }) }).parse(sessionProviderComplete).challenge.token;
    };
    const [token, waiting] = [await challenged(), await challenged()];

    const answer = `mutation ($input: SessionChallengeCompleteInput!) { sessionChallengeComplete(input: $input) {
      user { id sessions { nodes { isCurrent method provider { id } } } } userErrors { code } } }`;
    const { sessionChallengeComplete } = await user.data(answer, { input: { token, code: app.code() } });
    expect(sessionChallengeComplete).toMatchObject({
      user: { id: ana.id, sessions: { nodes: [{ isCurrent: true, method: 'PROVIDER', provider: { id: 'harbour' } }, {}] } },
      userErrors: [],
    });

    expect(await unlink(ana, identity?.id ?? '')).toEqual([]);
    expect((await user.data(answer, { input: { token: waiting, code: app.code(1) } }))['sessionChallengeComplete']).toMatchObject({
      userErrors: [{ code: 'TOKEN_EXPIRED' }],
    });
  });

  test('gives who has no password no way in by one, until they set it', async () => {
    const ana = somebody();
    const signedIn = await actorOf(await signIn(harbour, ana));
    expect(codes(await people.signIn(ana.email ?? ''))).toEqual(['INVALID_CREDENTIALS']);
    const { userErrors } = await people.reauthenticate(signedIn, { password: PASSWORD });
    expect(userErrors).toMatchObject([
      { code: 'INVALID_CREDENTIALS', message: 'Your account has no password: sign in with the company that vouches for you once more.' },
    ]);
    const set = `mutation { userPasswordChange(input: { newPassword: "${PASSWORD}" }) { user { hasPassword } userErrors { code } } }`;
    expect((await user.data(set, {}, { as: signedIn }))['userPasswordChange']).toEqual({ user: { hasPassword: true }, userErrors: [] });
    expect(codes(await people.signIn(ana.email ?? ''))).toEqual([]);
  });
});

describe('what comes back', () => {
  test.each<[what: string, code: string, change: (returned: Returned) => Partial<Returned & { browserKey: string }>]>([
    ['with another state', 'TOKEN_EXPIRED', ({ state }) => ({ state: `${state.slice(0, -1)}${state.endsWith('A') ? 'B' : 'A'}` })],
    ['with a state that is none', 'TOKEN_EXPIRED', () => ({ state: 'x' })],
    ['to another browser', 'TOKEN_EXPIRED', () => ({ browserKey: randomBytes(32).toString('base64url') })],
    ['with a code that was made up', 'PROVIDER_FAILED', () => ({ code: 'x' })],
    ['from another issuer', 'PROVIDER_FAILED', () => ({ iss: orchard.issuer })],
    ['too long', 'INVALID', () => ({ code: 'x'.repeat(2_049) })],
  ])('%s signs nobody in', async (_what, code, change) => {
    const { authorizationUrl, browserKey } = await begin(harbour);
    const returned = await harbour.visit(authorizationUrl, somebody());
    const refused = await complete({ ...returned, ...change(returned) }, browserKey, change(returned));
    expect([refused.session, refused.user, codes(refused)]).toEqual([null, null, [code]]);
    expect(codes(await complete(returned, browserKey))).toEqual([]);
  });

  test('with a state that the browser has made itself signs nobody in, and nobody reads one', async () => {
    const { authorizationUrl, browserKey } = await begin(harbour);
    const returned = await harbour.visit(authorizationUrl, somebody());
    const {
      attempt,
      state,
      browserKey: own,
    } = createAttempts('x'.repeat(32)).begin({ provider: 'harbour', returnUrl: RETURN_URL, sessionId: null });
    const plain = Buffer.from(JSON.stringify(attempt)).toString('base64url');
    for (const made of [state, plain, JSON.stringify(attempt)])
      expect(codes(await complete({ ...returned, state: made }, own))).toEqual(['TOKEN_EXPIRED']);
    expect(Buffer.from(returned.state, 'base64url').toString('latin1')).not.toContain('harbour');
    expect(codes(await complete(returned, browserKey))).toEqual([]);
  });

  test.each([
    ['another question', 'nonce', 'x'.repeat(43)],
    ['another browser', 'code_challenge', 'x'.repeat(43)],
  ])('as the answer to %s signs nobody in', async (_what, parameter, value) => {
    const { authorizationUrl, browserKey } = await begin(harbour);
    const address = new URL(authorizationUrl);
    expect(address.searchParams.get(parameter)).toBeTruthy();
    address.searchParams.set(parameter, value);
    const returned = await harbour.visit(address.href, somebody());
    expect(codes(await complete(returned, browserKey))).toEqual(['PROVIDER_FAILED']);
  });

  test.each<[what: string, lie: Lie]>([
    ['is for another marketplace', { claims: { aud: 'somebody-else' } }],
    ['is of another issuer', { claims: { iss: orchard.issuer } }],
    ['has ended', { claims: { iat: 1_700_000_000, exp: 1_700_000_600 } }],
    ['answers another question', { claims: { nonce: 'x'.repeat(43) } }],
    ['is signed by somebody else', { signedBy: 'somebody else' }],
    ['is signed by nobody', { signedBy: 'nobody' }],
  ])('with a token that %s signs nobody in', async (_what, lie) => {
    const { authorizationUrl, browserKey } = await begin(harbour);
    const ana = somebody();
    const returned = await harbour.visit(authorizationUrl, ana);
    harbour.lie(lie);
    const refused = await complete(returned, browserKey);
    expect([refused.session, refused.user, codes(refused)]).toEqual([null, null, ['PROVIDER_FAILED']]);
    harbour.lie({});
    expect(codes(await signIn(harbour, ana))).toEqual([]);
  });

  test('from one provider is of no use as if it came from another', async () => {
    const [atHarbour, atOrchard] = [await begin(harbour), await begin(orchard)];
    const { code, iss } = await orchard.visit(atOrchard.authorizationUrl, somebody());
    const { state } = await harbour.visit(atHarbour.authorizationUrl, somebody());
    expect(codes(await complete({ state, code, iss }, atHarbour.browserKey))).toEqual(['PROVIDER_FAILED']);
    expect(codes(await complete({ state, code, iss: harbour.issuer }, atHarbour.browserKey))).toEqual(['PROVIDER_FAILED']);
  });

  test('works once', async () => {
    const { authorizationUrl, browserKey } = await begin(harbour);
    const returned = await harbour.visit(authorizationUrl, somebody());
    expect(codes(await complete(returned, browserKey))).toEqual([]);
    expect(codes(await complete(returned, browserKey))).toEqual(['PROVIDER_FAILED']);
  });

  test('after ten minutes is too late', async () => {
    const { authorizationUrl, browserKey } = await begin(harbour);
    const returned = await harbour.visit(authorizationUrl, somebody());
    const later = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 600_001);
    const refused = await complete(returned, browserKey).finally(() => later.mockRestore());
    expect(codes(refused)).toEqual(['TOKEN_EXPIRED']);
  });
});

describe('a provider', () => {
  const start = async (input: object) => {
    const query = `mutation ($input: SessionProviderStartInput!) { sessionProviderStart(input: $input) { ${START} } }`;
    return Started.parse((await user.data(query, { input }, { acceptLanguage: 'es' }))['sessionProviderStart']);
  };

  test.each(['gone', 'liar'])('that is %s fails, with a sentence that names it', async (providerId) => {
    const { authorizationUrl, browserKey, userErrors } = await start({ providerId, returnUrl: RETURN_URL });
    expect([authorizationUrl, browserKey]).toEqual([null, null]);
    const name = providerId === 'gone' ? 'Gone' : 'Liar';
    expect(userErrors).toMatchObject([{ code: 'PROVIDER_FAILED', message: `No se pudo entrar con ${name}; inténtalo de nuevo.` }]);
  });

  test('that answers no more holds nobody up for long, and is asked again the next time', async () => {
    const { authorizationUrl, browserKey } = await begin(orchard);
    const ana = somebody();
    const returned = await orchard.visit(authorizationUrl, ana);
    orchard.hang(true);
    const begun = performance.now();
    expect(codes(await complete(returned, browserKey))).toEqual(['PROVIDER_FAILED']);
    expect(performance.now() - begun).toBeLessThan(60_000);
    orchard.hang(false);
    expect(codes(await signIn(orchard, ana))).toEqual([]);
  });

  test('is asked once what it is, not for every sign-in', async () => {
    await Promise.all(Array.from({ length: 5 }, () => begin(harbour)));
    expect(harbour.discoveries()).toBe(1);
  });

  test('that nobody knows is refused, and so is a way back to somebody else', async () => {
    expect(codes(await start({ providerId: 'nobody', returnUrl: RETURN_URL }))).toEqual(['NOT_FOUND']);
    for (const returnUrl of ['https://shop.example/back?a=b', 'http://127.0.0.1:9/x'])
      expect(codes(await start({ providerId: 'harbour', returnUrl }))).toEqual([]);
    for (const returnUrl of ['https://evil.example/', 'https://shop.example.evil.example/', 'https://shop.example/#x'])
      expect(codes(await start({ providerId: 'harbour', returnUrl }))).toEqual(['INVALID']);
    expect(codes(await start({ providerId: 'harbour', returnUrl: `https://shop.example/${'x'.repeat(1_000)}` }))).toEqual(['INVALID']);
  });

  test('is asked for no more than who somebody is, by a code that only this marketplace can use', async () => {
    const { authorizationUrl, browserKey } = await begin(harbour);
    const { searchParams } = new URL(authorizationUrl);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      ...{ client_id: 'agora-at-harbour', redirect_uri: RETURN_URL, response_type: 'code', scope: 'openid email profile' },
      ...{ code_challenge_method: 'S256', state: expect.any(String), nonce: expect.any(String) },
    });
    expect(authorizationUrl).not.toContain(browserKey);
    expect(searchParams.get('state')?.length).toBeLessThanOrEqual(2_048);
  });

  test.each([
    ['is no JSON', '[{ "clientSecret": "hush"'],
    ['has one without TLS', JSON.stringify([{ ...harbour.setting, issuer: 'http://harbour.example', clientSecret: 'hush' }])],
    ['has an id twice', JSON.stringify([harbour.setting, { ...orchard.setting, id: 'harbour', clientSecret: 'hush' }])],
    ['is too long', JSON.stringify(Array.from({ length: 21 }, () => ({ ...harbour.setting, clientSecret: 'hush' })))],
    ['lacks something', JSON.stringify([{ id: 'harbour', clientSecret: 'hush' }])],
  ])('is no setting where it %s, and no secret is told for it', (_what, given) => {
    let problem: unknown;
    try {
      readUserConfig({ AGORA_MASTER_KEY: 'x'.repeat(32), IDENTITY_PROVIDERS: given });
    } catch (error) {
      problem = error;
    }
    expect(problem).toBeInstanceOf(SettingsError);
    expect(String(problem)).toContain('IDENTITY_PROVIDERS');
    expect(String(problem)).not.toContain('hush');
  });
});

describe('linking', () => {
  test('adds a way in to an account, from the session alone that began it', async () => {
    const ana = await proven();
    const atHarbour = somebody();
    expect(await link(ana, harbour, atHarbour)).toEqual({
      identity: { id: expect.stringMatching(/^idn_/), email: atHarbour.email, provider: { id: 'harbour' } },
      userErrors: [],
    });
    expect(await signIn(harbour, atHarbour)).toMatchObject({ isNewAccount: false, user: { id: ana.id, email: ana.email } });
    const { viewer } = await user.data(IDENTITIES, {}, { as: ana });
    expect(viewer).toMatchObject({ hasPassword: true, identities: [{ viewerCanUnlink: true, provider: { id: 'harbour' } }] });

    const eva = await people.member();
    const others = {
      user: await user.data('query ($id: ID!) { user(id: $id) { hasPassword identities { id } } }', { id: ana.id }, { as: eva }),
    };
    expect(others).toEqual({ user: { user: { hasPassword: null, identities: null } } });
  });

  test('is told to the other devices of its person, and so is its end', async () => {
    const ana = await proven();
    const stream = await user.subscribe('subscription { viewerUpdated { kind } }', {}, { as: ana });
    const { identity } = await link(ana, harbour, somebody());
    expect(await unlink(ana, identity?.id ?? '')).toEqual([]);
    const told = { data: { viewerUpdated: { kind: 'SECURITY_CHANGED' } } };
    expect(await take(stream, 2)).toEqual([told, told]);
    await stream.return?.();
  });

  test('is of no use to another session, to sign in, or to link what was begun to sign in', async () => {
    const [ana, eva] = [await people.member(), await people.member()];
    const linking = await begin(harbour, ana);
    const input = { ...(await harbour.visit(linking.authorizationUrl, somebody())), browserKey: linking.browserKey };
    expect(codes(Linked.parse((await user.data(LINK, { input }, { as: eva }))['identityLinkComplete']))).toEqual(['TOKEN_EXPIRED']);
    expect(codes(await complete(input, linking.browserKey))).toEqual(['TOKEN_EXPIRED']);

    const signing = await begin(harbour);
    const other = { ...(await harbour.visit(signing.authorizationUrl, somebody())), browserKey: signing.browserKey };
    expect(codes(Linked.parse((await user.data(LINK, { input: other }, { as: ana }))['identityLinkComplete']))).toEqual(['TOKEN_EXPIRED']);
    expect((await user.data(IDENTITIES, {}, { as: ana }))['viewer']).toMatchObject({ identities: [] });
  });

  test('takes nobody who is linked elsewhere, and no second one of a provider', async () => {
    const [ana, eva] = [await people.member(), await people.member()];
    const person = somebody();
    await link(ana, harbour, person);
    expect(codes(await link(eva, harbour, person))).toEqual(['ALREADY_EXISTS']);
    expect(codes(await link(ana, harbour, somebody()))).toEqual(['ALREADY_EXISTS']);
    expect((await signIn(harbour, person)).user?.id).toBe(ana.id);
  });

  test('wants a proof of who is there, and so does unlinking', async () => {
    const ana = await proven();
    const { identity } = await link(ana, harbour, somebody());
    const old = longSignedIn(ana);
    await expect(begin(harbour, old)).rejects.toThrow('REAUTHENTICATION_REQUIRED');
    expect(await unlink(old, identity?.id ?? '')).toEqual(['REAUTHENTICATION_REQUIRED']);
    expect(await unlink(ana, identity?.id ?? '')).toEqual([]);
  });

  test('ends where its person wants, who keeps another way in', async () => {
    const [ana, eva] = [await proven(), await people.member()];
    const person = somebody();
    const { identity } = await link(ana, harbour, person);
    const id = identity?.id ?? '';
    expect([await unlink(eva, id), await unlink(ana, 'idn_x')]).toEqual([['NOT_FOUND'], ['NOT_FOUND']]);
    expect(await unlink(ana, id)).toEqual([]);
    expect(await signIn(harbour, person)).toMatchObject({ isNewAccount: true });
    const { viewer } = await user.data('{ viewer { securityEvents(first: 2) { nodes { kind } } } }', {}, { as: ana });
    expect(viewer).toEqual({ securityEvents: { nodes: [{ kind: 'IDENTITY_UNLINKED' }, { kind: 'IDENTITY_LINKED' }] } });
  });

  test('does not end where the other way in is an e-mail that somebody else may prove', async () => {
    const ana = await people.member();
    const { identity } = await link(ana, harbour, somebody());
    expect((await user.data(IDENTITIES, {}, { as: ana }))['viewer']).toMatchObject({ identities: [{ viewerCanUnlink: false }] });
    expect(await unlink(ana, identity?.id ?? '')).toEqual(['CONFLICT']);
    await mails.proveEmail(ana);
    expect((await user.data(IDENTITIES, {}, { as: ana }))['viewer']).toMatchObject({ identities: [{ viewerCanUnlink: true }] });
    expect(await unlink(ana, identity?.id ?? '')).toEqual([]);
  });

  test('is told of by mail, and so is its end', async () => {
    const ana = await proven();
    const { identity } = await link(ana, harbour, somebody());
    await unlink(ana, identity?.id ?? '');
    const told = { to: ana.email, template: 'security_changed' };
    await mails.mail(told, 2);
    expect(mails.all(told).map(({ variables: { change, provider } }) => [change, provider])).toEqual([
      ['IDENTITY_LINKED', 'Harbour'],
      ['IDENTITY_UNLINKED', 'Harbour'],
    ]);
  });

  test('does not end where nothing else is left, not even when both go at once', async () => {
    const ana = await actorOf(await signIn(harbour, somebody()));
    const only = await identitiesOf(ana);
    expect(await unlink(ana, only[0] ?? '')).toEqual(['CONFLICT']);

    await link(ana, orchard, somebody());
    const both = await identitiesOf(ana);
    expect(both).toHaveLength(2);
    const ended = await Promise.all(both.map((id) => unlink(ana, id)));
    expect(ended.toSorted()).toEqual([[], ['CONFLICT']]);
    expect(await identitiesOf(ana)).toHaveLength(1);
  });

  const identitiesOf = async (as: Actor): Promise<string[]> => {
    const { viewer } = await user.data('{ viewer { identities { id } } }', {}, { as });
    return z
      .object({ identities: z.array(z.object({ id: z.string() })) })
      .parse(viewer)
      .identities.map(({ id }) => id);
  };
});
