import { domainToASCII } from 'node:url';
import { query } from '@agora/platform/database/database';
import { newId, newUuid } from '@agora/platform/ids';
import { person, type SubgraphUnderTest } from '@agora/platform/testing/subgraph';
import type { Actor } from '@agora/platform/security/actor';
import { UserPasswordChanged, UserProfileCreated, UserRegistered } from '@agora/schema/events/user';
import { codesIn } from '@agora/schema/user-errors';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeProtectedHeader } from 'jose';
import * as z from 'zod';
import { authenticatorsOf, codesOf, wrongCode } from './support/authenticator.ts';
import { onDatabase } from './support/database.ts';
import { hashesDuring } from './support/hashes.ts';
import { mailsOf } from './support/mails.ts';
import {
  longSignedIn,
  type Member,
  PASSWORD,
  pastSecondOf,
  Payload,
  peopleOf,
  REAUTHENTICATE,
  REGISTER,
  SIGN_IN,
} from './support/people.ts';
import { openUser, startUser } from './support/user.ts';

const { user, people, operator } = await openUser();

describe('registering', () => {
  test('who registers is signed in with a token that the published keys verify', async () => {
    const email = 'Ana.Torres@agora.example';
    const { user: account, session, userErrors } = await people.register({ email, displayName: 'Ana Torres', locale: 'es-CO' });
    expect(userErrors).toEqual([]);
    expect(account).toMatchObject({ username: 'ana-torres' });

    const token = session?.accessToken ?? '';
    const claims = await people.verify(token);
    expect(claims).toMatchObject({ sub: account?.id, roles: ['USER'], sid: session?.id });
    expect(Number(claims.exp) - Number(claims.iat)).toBe(900);
    expect(new Date(session?.expiresAt ?? 0).getTime()).toBe(Number(claims.exp) * 1000);
    expect(decodeProtectedHeader(token)).toMatchObject({ alg: 'EdDSA', kid: expect.stringMatching(/^key_/) });

    expect(await user.heard(UserRegistered, ({ userId }) => userId === account?.id)).toMatchObject({
      email: 'ana.torres@agora.example',
      username: 'ana-torres',
      displayName: 'Ana Torres',
      locale: 'es-CO',
      roles: ['USER'],
    });
    expect(await user.heard(UserProfileCreated, ({ userId }) => userId === account?.id)).toEqual({
      userId: account?.id,
      profileId: expect.stringMatching(/^prf_/),
      kind: 'CONSUMER',
    });
  });

  test('no event holds a password, nor the hash of one', async () => {
    const { user: account } = await people.register({ displayName: 'Petra Quiet' });
    const events = await onDatabase(user.databaseUrl, (database) =>
      query(database.fork(), 'select data::text as text from platform.event_log'),
    );
    const texts = events.map(({ text }) => String(text));
    expect(texts.some((text) => text.includes(account?.id ?? 'nobody'))).toBe(true);
    for (const text of texts) expect(text).not.toMatch(new RegExp(`${PASSWORD}|argon2`));
  });

  test('roles come from the kind of profile, never from the client', async () => {
    const business = await people.member({ profileKind: 'BUSINESS' });
    expect(business.roles).toEqual(['USER', 'SELLER']);
    expect((await people.member({ profileKind: 'SPECIALIST' })).roles).toEqual(['USER']);

    const input = { email: 'thief@agora.example', password: PASSWORD, displayName: 'Thief' };
    for (const forbidden of [{ roles: ['ADMIN'] }, { role: 'ADMIN' }]) {
      const { errors } = await user.ask(REGISTER, { input: { ...input, ...forbidden } });
      expect(errors?.[0]?.message).toMatch(/is not defined by type "UserRegisterInput"/);
    }
    expect((await people.signIn(input.email)).userErrors).toMatchObject([{ code: 'INVALID_CREDENTIALS' }]);
  });

  test('a username is made from the display name where absent, and never given twice', async () => {
    const displayName = 'Lucía Gómez';
    const taken = await Promise.all(Array.from({ length: 4 }, () => people.register({ displayName })));
    const usernames = taken.map((payload) => payload.user?.username ?? '');
    expect(usernames.filter((username) => username === 'lucia-gomez')).toHaveLength(1);
    expect(usernames.filter((username) => /^lucia-gomez-[0-9a-z]{5}$/.test(username))).toHaveLength(3);

    expect((await people.register({ username: 'Lucia_G' })).user).toMatchObject({ username: 'lucia_g' });
    expect((await people.register({ username: 'lucia_g' })).userErrors).toMatchObject([{ code: 'USERNAME_TAKEN', field: ['username'] }]);
  });

  test.each([
    ['en', 'A password needs at least 10 characters.', 'This must not be longer than 80 characters.', /^A username has/],
    ['es', 'Una contraseña necesita al menos 10 caracteres.', 'Esto no puede tener más de 80 caracteres.', /^Un nombre de usuario tiene/],
    [
      'de, es;q=0, PT-br;q=0.2, en;q=0.1',
      'Uma senha precisa de pelo menos 10 caracteres.',
      'Isto não pode ter mais de 80 caracteres.',
      /^Um nome de usuário tem/,
    ],
  ])('whoever registers is told in %s what is wrong', async (acceptLanguage, shortPassword, longName, noUsername) => {
    const input = { email: 'ana@agora.example', password: 'short', displayName: 'x'.repeat(81), username: 'no spaces' };
    const answer = await user.data(
      'mutation ($input: UserRegisterInput!) { userRegister(input: $input) { userErrors { message } } }',
      { input },
      { acceptLanguage },
    );
    const userErrors = [shortPassword, longName, expect.stringMatching(noUsername)].map((message) => ({ message }));
    expect(answer).toEqual({ userRegister: { userErrors } });
  });

  test.each([
    [{ email: 'nobody' }, ['email']],
    [{ email: `${'x'.repeat(1_000_000)}@agora.example` }, ['email']],
    [{ password: 'short' }, ['password']],
    [{ password: 'x'.repeat(201) }, ['password']],
    [{ displayName: '   ' }, ['displayName']],
    [{ displayName: 'x'.repeat(1_000_000) }, ['displayName']],
    [{ displayName: 'A\0B' }, ['displayName']],
    [{ username: 'no spaces' }, ['username']],
    [{ displayName: 'x'.repeat(81) }, ['displayName']],
    [{ displayName: '\u202egpj.em-daolnwod' }, ['displayName']],
    [{ displayName: '\u3164' }, ['displayName']],
    [{ displayName: 'Ana\nRuiz' }, ['displayName']],
    [{ email: 'ana@bücher' }, ['email']],
    [{ password: 'nine char' }, ['password']],
    [{ password: '\ud800 correct horse battery' }, ['password']],
  ])('a registration that cannot be is refused, naming the field (%#)', async (input, field) => {
    const { user: account, userErrors } = await people.register(input);
    expect(account).toBeNull();
    expect(userErrors).toMatchObject([{ code: 'INVALID', field }]);
  });

  test('an address is one account, however its domain is written', async () => {
    const email = `ana@bücher-${newId('x').slice(-8)}.example`;
    const punycode = `ana@${domainToASCII(email.split('@')[1] ?? '')}`;
    const { user: account } = await people.register({ email });
    expect(account).not.toBeNull();
    for (const same of [punycode, email.toUpperCase(), email.normalize('NFD')])
      expect((await people.signIn(same)).user).toEqual({ id: account?.id });
    expect(await operator('verify-email', email, account?.username ?? '')).toMatchObject({ code: 0 });
    expect((await people.register({ email: punycode })).userErrors).toMatchObject([{ code: 'EMAIL_TAKEN', field: ['email'] }]);
    expect(await user.heard(UserRegistered, ({ userId }) => userId === account?.id)).toMatchObject({ email: punycode });
  });

  test('a name is kept composed, with one blank between its words', async () => {
    const { user: account } = await people.register({ displayName: '  Lucía \u2003 Gómez '.normalize('NFD') });
    const found = await user.data('query ($id: ID!) { user(id: $id) { displayName } }', { id: account?.id });
    expect(found).toEqual({ user: { displayName: 'Lucía Gómez'.normalize('NFC') } });
  });
});

describe('signing in', () => {
  test('a password is the same, however a keyboard composes its characters', async () => {
    const email = 'composed@agora.example';
    await people.register({ email, password: 'Ünïcode ﬁsh ① ½' });
    for (const typed of ['Ünïcode ﬁsh ① ½'.normalize('NFD'), 'Ünïcode fish 1 1⁄2', 'Ünïcode ﬁsh ① ½'])
      expect((await people.signIn(email, typed)).session).not.toBeNull();
    expect((await people.signIn(email, 'Unicode fish 1 1⁄2')).session).toBeNull();
  });

  test.each(['session { id }', 'user { id }'])('who signs in for %s is signed in for the rest of the operation', async (selected) => {
    const ana = await people.member();
    const answer = await user.data(
      `mutation ($input: SessionCreateInput!) {
        sessionCreate(input: $input) { ${selected} }
        sessionRevoke(input: {}) { revokedSessionIds }
      }`,
      { input: { email: ana.email, password: PASSWORD } },
    );
    expect(answer).toMatchObject({ sessionRevoke: { revokedSessionIds: [expect.not.stringMatching(ana.tokens.id)] } });
  });

  test('a wrong password and an unknown e-mail are refused alike, after the same work', async () => {
    const { email } = await people.member();
    expect((await people.signIn(email.toUpperCase())).session).not.toBeNull();
    const wrong = await people.signIn(email, 'wrong horse battery');
    const unknown = await people.signIn('nobody@agora.example');
    expect(wrong).toEqual(unknown);
    expect(wrong).toMatchObject({ user: null, session: null, userErrors: [{ code: 'INVALID_CREDENTIALS' }] });

    expect(await hashesDuring(() => people.signIn(email, 'wrong horse battery'))).toBe(1);
    expect(await hashesDuring(() => people.signIn('nobody@agora.example'))).toBe(1);
  });

  test('who gives no e-mail address, or a password that nobody can have, is told which of them', async () => {
    expect((await people.signIn('nobody')).userErrors).toMatchObject([{ code: 'INVALID', field: ['email'] }]);
    expect((await people.signIn('a@agora.example', 'x'.repeat(201))).userErrors).toMatchObject([{ code: 'INVALID', field: ['password'] }]);
  });
});

describe('changing the password', () => {
  const NEXT = 'another horse battery';
  const CHANGE = `mutation ($input: UserPasswordChangeInput!) {
    userPasswordChange(input: $input) { user { id } revokedSessionIds userErrors { code message field } }
  }`;
  const Changed = z.object({
    user: z.object({ id: z.string() }).nullable(),
    revokedSessionIds: z.array(z.string()),
    userErrors: Payload.shape.userErrors,
  });
  const change = async (as: Member, input: object, acceptLanguage = 'en') =>
    Changed.parse((await user.data(CHANGE, { input }, { as, acceptLanguage }))['userPasswordChange']);

  test('who knows it sets another, stays signed in here, and is signed out everywhere else', async () => {
    const ana = await people.member();
    const { session: elsewhere } = await people.signIn(ana.email);
    expect(await change(ana, { currentPassword: PASSWORD, newPassword: NEXT })).toEqual({
      user: { id: ana.id },
      revokedSessionIds: [elsewhere?.id],
      userErrors: [],
    });
    expect(await user.heard(UserPasswordChanged, ({ userId }) => userId === ana.id)).toEqual({ userId: ana.id });
    expect((await people.refresh(elsewhere?.refreshToken ?? '')).userErrors).toMatchObject([{ code: 'TOKEN_EXPIRED' }]);
    expect((await people.refresh(ana.tokens.refreshToken)).userErrors).toEqual([]);
    expect((await people.signIn(ana.email)).userErrors).toMatchObject([{ code: 'INVALID_CREDENTIALS' }]);

    const { session: again } = await people.signIn(ana.email, NEXT);
    const kept = await change(ana, { currentPassword: NEXT, newPassword: PASSWORD, otherSessions: false });
    expect(kept).toMatchObject({ revokedSessionIds: [], userErrors: [] });
    expect((await people.refresh(again?.refreshToken ?? '')).userErrors).toEqual([]);

    const said = await change(ana, { currentPassword: PASSWORD, newPassword: NEXT, otherSessions: null });
    expect(said.revokedSessionIds).toEqual([again?.id]);
  });

  test.each([
    [
      'en',
      { currentPassword: 'wrong horse battery', newPassword: NEXT },
      'INVALID_CREDENTIALS',
      ['currentPassword'],
      'This is not your password.',
    ],
    [
      'es',
      { currentPassword: 'wrong horse battery', newPassword: NEXT },
      'INVALID_CREDENTIALS',
      ['currentPassword'],
      'Esta no es tu contraseña.',
    ],
    [
      'pt',
      { currentPassword: 'wrong horse battery', newPassword: NEXT },
      'INVALID_CREDENTIALS',
      ['currentPassword'],
      'Esta não é a sua senha.',
    ],
    ['en', { currentPassword: PASSWORD, newPassword: 'nine char' }, 'INVALID', ['newPassword'], expect.any(String)],
  ])(
    'who does not know it, or gives no new one, is told so in %s, and nothing changes (%#)',
    async (language, input, code, field, message) => {
      const ana = await people.member();
      expect(await change(ana, input, language)).toEqual({ user: null, revokedSessionIds: [], userErrors: [{ code, field, message }] });
      expect((await people.signIn(ana.email)).userErrors).toEqual([]);
      expect((await people.refresh(ana.tokens.refreshToken)).userErrors).toEqual([]);
    },
  );

  test('who has just signed in need not say the old one, and whoever did so a while ago has to', async () => {
    const ana = await people.member();
    expect(await change(longSignedIn(ana), { newPassword: NEXT })).toMatchObject({ userErrors: [{ code: 'REAUTHENTICATION_REQUIRED' }] });
    expect(await change(longSignedIn(ana), { currentPassword: PASSWORD, newPassword: NEXT })).toMatchObject({ userErrors: [] });
    expect(await change(ana, { newPassword: PASSWORD })).toMatchObject({ user: { id: ana.id }, userErrors: [] });
    expect((await people.signIn(ana.email)).userErrors).toEqual([]);
  });

  test('whoever signs in with the old one meanwhile has no session afterwards', async () => {
    const ana = await people.member();
    const begun: Payload[] = [];
    let isChanged = false;
    const signInUntilChanged = async () => {
      while (!isChanged) begun.push(await people.signIn(ana.email));
    };
    const changing = change(ana, { currentPassword: PASSWORD, newPassword: NEXT }).finally(() => (isChanged = true));
    const [changed] = await Promise.all([changing, ...Array.from({ length: 6 }, signInUntilChanged)]);
    expect(changed).toMatchObject({ userErrors: [] });
    for (const { session } of begun) {
      if (session) expect((await people.refresh(session.refreshToken)).userErrors).toMatchObject([{ code: 'TOKEN_EXPIRED' }]);
    }
  });

  test('of two who change it at once, one does', async () => {
    const ana = await people.member();
    const answers = await Promise.all([NEXT, `${NEXT}!`].map((newPassword) => change(ana, { currentPassword: PASSWORD, newPassword })));
    expect(answers.map(({ userErrors }) => userErrors)).toEqual(
      expect.arrayContaining([[], [expect.objectContaining({ code: 'INVALID_CREDENTIALS' })]]),
    );
  });

  test('a guest must sign in first', async () => {
    const { errors } = await user.ask(CHANGE, { input: { currentPassword: PASSWORD, newPassword: NEXT } });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('proving again who is there', () => {
  /** What the graph says wants it, with an input that is good but for that. */
  const SERIOUS: Readonly<Record<string, object>> = {
    userEmailChangeRequest: { newEmail: 'elsewhere@agora.example' },
    userPasswordChange: { newPassword: 'another horse battery' },
    userRoleGrant: { userId: newId('usr'), role: 'ADMIN', reason: 'As agreed.' },
    userRoleRevoke: { userId: newId('usr'), role: 'ADMIN', reason: 'As agreed.' },
    identityLinkStart: { providerId: 'nobody', returnUrl: 'http://localhost:5173/' },
    identityUnlink: { identityId: newId('idn') },
    twoFactorDisable: { code: '123456' },
    twoFactorRecoveryCodesRenew: { code: '123456' },
    twoFactorReset: { userId: newId('usr'), reason: 'As agreed.' },
    twoFactorSetupStart: {},
  };
  const attempt = async (mutation: string, as: Actor, idempotencyKey?: string) => {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { userErrors { code message } } }`;
    return (await user.data(query, { input: SERIOUS[mutation] }, { as, ...(idempotencyKey && { idempotencyKey }) }))[mutation]?.[
      'userErrors'
    ] as unknown;
  };
  const refused = [{ code: 'REAUTHENTICATION_REQUIRED', message: 'Show first that it is you: enter your password again.' }];

  test('is wanted for everything that the graph says it is, once ten minutes have gone by, and for nothing before', async () => {
    const mutations = Object.values(user.service.schema.getMutationType()?.getFields() ?? {});
    const wanting = mutations.filter(({ description }) => codesIn(description)?.includes('REAUTHENTICATION_REQUIRED'));
    expect(wanting.map(({ name }) => name).sort()).toEqual(Object.keys(SERIOUS).sort());

    const ana = { ...(await people.member()), roles: ['USER', 'ADMIN'] as const };
    for (const mutation of Object.keys(SERIOUS)) {
      expect(await attempt(mutation, longSignedIn(ana))).toEqual(refused);
      expect(await attempt(mutation, { ...ana, authTime: ana.authTime - 590 })).not.toEqual(refused);
    }
  });

  test('lets what was refused for want of it be sent again with the same idempotency key, for one outcome', async () => {
    const ana = await people.member();
    const key = newUuid();
    for (const again of [1, 2]) expect([again, await attempt('userEmailChangeRequest', longSignedIn(ana), key)]).toEqual([again, refused]);
    expect(await attempt('userEmailChangeRequest', ana, key)).toEqual([]);
    expect(await attempt('userEmailChangeRequest', longSignedIn(ana), key)).toEqual([]);
  });

  test('is done with the password, and not by refreshing', async () => {
    const ana = await people.member();
    await onDatabase(user.databaseUrl, ({ fork }) =>
      query(fork(), `update session set authenticated_at = authenticated_at - interval '1 hour' where id = $1`, [ana.sessionId]),
    );
    const { session: refreshed } = await people.refresh(ana.tokens.refreshToken);
    const late = await people.actor(refreshed?.accessToken ?? '');
    expect(late.authTime).toBeLessThanOrEqual(ana.authTime - 3_599);
    expect(await attempt('userEmailChangeRequest', late)).toEqual(refused);

    const { user: shown, session: proved, userErrors } = await people.reauthenticate(late, { password: PASSWORD });
    expect([shown, proved?.id, userErrors]).toEqual([{ id: ana.id }, ana.sessionId, []]);
    const again = await people.actor(proved?.accessToken ?? '');
    expect(again.authTime).toBeGreaterThanOrEqual(ana.authTime);
    expect(await attempt('userEmailChangeRequest', again)).toEqual([]);

    const { session: next } = await people.refresh(proved?.refreshToken ?? '');
    expect(await people.actor(next?.accessToken ?? '')).toEqual(again);
  });

  test('brings nothing to whoever has copied the refresh token before', async () => {
    const ana = await people.member();
    const { session: stolen } = await people.refresh(ana.tokens.refreshToken);
    const { session: proved } = await people.reauthenticate(ana, { password: PASSWORD });
    const copied = { session: null, userErrors: [{ code: 'TOKEN_EXPIRED' }] };
    expect(await people.refresh(stolen?.refreshToken ?? '')).toMatchObject(copied);
    expect((await people.refresh(proved?.refreshToken ?? '')).session).not.toBeNull();
    expect(await people.refresh(stolen?.refreshToken ?? '')).toMatchObject(copied);
  });

  test('counts at once for what follows in the same operation', async () => {
    const ana = await people.member();
    const both = await user.data(
      `mutation ($password: String!) {
        sessionReauthenticate(input: { password: $password }) { session { id } }
        userEmailChangeRequest(input: { newEmail: "at-once@agora.example" }) { userErrors { code } }
      }`,
      { password: PASSWORD },
      { as: longSignedIn(ana) },
    );
    expect(both).toMatchObject({ userEmailChangeRequest: { userErrors: [] } });
  });

  test('fails with another password, for a session that has ended, and for a guest', async () => {
    const ana = await people.member();
    expect(await people.reauthenticate(ana, { password: 'wrong horse battery' })).toMatchObject({
      session: null,
      userErrors: [{ code: 'INVALID_CREDENTIALS', field: ['password'] }],
    });
    const unauthenticated = async (as: Actor | null) =>
      (await user.ask(REAUTHENTICATE, { input: { password: PASSWORD } }, { as })).errors?.[0]?.extensions['code'];
    expect(await unauthenticated(null)).toBe('UNAUTHENTICATED');
    expect(await unauthenticated({ ...ana, sessionId: (await people.member()).sessionId })).toBe('UNAUTHENTICATED');
    await user.data('mutation { sessionRevoke(input: {}) { revokedSessionIds } }', {}, { as: ana });
    expect(await unauthenticated(ana)).toBe('UNAUTHENTICATED');
  });
});

describe('again', () => {
  test('a repeated registration or sign-in gets the tokens of the first, and none once they were exchanged', async () => {
    const input = { email: 'once@agora.example', displayName: 'Once' };
    const keys = [newUuid(), newUuid()] as const;
    const registered = await people.register(input, keys[0]);
    const signedIn = await people.signIn(input.email, PASSWORD, keys[1]);
    await pastSecondOf(signedIn.session?.expiresAt);
    expect(await people.register(input, keys[0])).toEqual(registered);
    expect(await people.signIn(input.email, PASSWORD, keys[1])).toEqual(signedIn);
    expect(await people.signIn(input.email, `${PASSWORD}!`, keys[1])).toMatchObject({ userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED' }] });

    for (const { session } of [registered, signedIn]) await people.refresh(session?.refreshToken ?? '');
    expect(await people.register(input, keys[0])).toMatchObject({ user: registered.user, session: null, userErrors: [] });
    expect(await people.signIn(input.email, PASSWORD, keys[1])).toMatchObject({ session: null, userErrors: [] });
  });

  test('one key registers one account, however many ask with it at once, and another password does not open what it brought', async () => {
    const input = { email: 'at-once@agora.example', displayName: 'At Once' };
    const key = newUuid();
    const [first, ...repeats] = await Promise.all(Array.from({ length: 10 }, () => people.register(input, key)));
    for (const repeat of repeats) expect(repeat).toEqual(first);
    expect((await people.refresh(first?.session?.refreshToken ?? '')).user).toMatchObject({ id: first?.user?.id });
    const isTheirs = ({ email }: { email: string }) => email === input.email;
    await user.heard(UserRegistered, isTheirs);
    expect(user.heardAll(UserRegistered, isTheirs)).toHaveLength(1);
    expect(await people.register({ ...input, password: `${PASSWORD}!` }, key)).toMatchObject({
      session: null,
      userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED' }],
    });
  });
});

describe('rate limits', () => {
  let limited: SubgraphUnderTest;
  const guests = peopleOf(() => limited);
  const codeOf = async (answer: Promise<unknown>) =>
    answer.then(
      () => null,
      (error: unknown) => (error as AggregateError).errors[0].extensions.code as string,
    );

  beforeAll(async () => {
    limited = await startUser({ AGORA_RATE_LIMIT: 'on' });
  });
  afterAll(() => limited.stop());

  /** Codes of sign-ins to an account from these addresses, all at once; null where the password was looked at. */
  const signInsFrom = (addresses: readonly string[], email: (i: number) => string) =>
    Promise.all(
      addresses.map(async (ip, i) => {
        const variables = { input: { email: email(i), password: PASSWORD } };
        const { errors } = await limited.service.execute({ query: SIGN_IN, variables, identity: { actor: null, ip } });
        return errors?.[0]?.extensions ?? null;
      }),
    );
  const count = (answers: readonly unknown[], isRefused: boolean) => answers.filter((answer) => (answer !== null) === isRefused).length;

  test('an address tries ten times to sign in to one account, and may try others', async () => {
    const tries = await signInsFrom(Array<string>(14).fill('192.0.2.7'), () => 'victim@agora.example');
    expect(count(tries, false)).toBe(10);
    expect(tries.at(-1)).toEqual({ code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) });
    expect(await signInsFrom(['192.0.2.7'], () => 'another@agora.example')).toEqual([null]);
  });

  test('six hundred guesses at one account from sixty addresses are refused but for twenty', async () => {
    const addresses = Array.from({ length: 600 }, (_, i) => `198.51.100.${i % 60}`);
    const tries = await signInsFrom(addresses, () => 'wanted@agora.example');
    expect(count(tries, false)).toBeGreaterThanOrEqual(20);
    expect(count(tries, false)).toBeLessThan(60);
    expect(await signInsFrom(['198.51.100.1'], () => 'neighbour@agora.example')).toEqual([null]);
  });

  test('an address tries a hundred times to sign in at all, one household of IPv6 like one address', async () => {
    const addresses = Array.from({ length: 140 }, (_, i) => `2001:db8:0:1::${i.toString(16)}`);
    const tries = await signInsFrom(addresses, (i) => `victim-${i}@agora.example`);
    expect(count(tries, false)).toBeGreaterThanOrEqual(100);
    expect(count(tries, true)).toBeGreaterThan(0);
    expect(await signInsFrom(['2001:db8:0:2::1'], () => 'victim@elsewhere.example')).toEqual([null]);
  });

  test('a password is guessed ten times by whoever holds a token of its account', async () => {
    const ana = person();
    const guess = () =>
      limited.ask(
        'mutation ($input: UserPasswordChangeInput!) { userPasswordChange(input: $input) { userErrors { code } } }',
        { input: { currentPassword: 'wrong horse battery', newPassword: 'another horse battery' } },
        { as: ana },
      );
    const answers = await Promise.all(Array.from({ length: 12 }, guess));
    const refused = answers.filter(({ errors }) => errors?.[0]?.extensions['code'] === 'RATE_LIMITED');
    expect(refused).toHaveLength(2);
  });

  test('codes of an account are guessed ten times, over whatever challenges, and its owner gets in on a device of theirs', async () => {
    const from = (ip: string, query: string, input: object) =>
      limited.service.execute({ query, variables: { input }, identity: { actor: null, ip } });
    const email = 'protected@agora.example';
    const registered = await from('192.0.2.200', REGISTER, { email, password: PASSWORD, displayName: 'Ana' });
    const { session } = Payload.parse(registered.data?.['userRegister']);
    const app = await authenticatorsOf(() => limited).add(await guests.actor(session?.accessToken ?? ''));
    const attempt = async (ip: string, code: string) => {
      const signedIn = await from(ip, 'mutation ($input: SessionCreateInput!) { sessionCreate(input: $input) { challenge { token } } }', {
        email,
        password: PASSWORD,
      });
      const Challenged = z.object({ sessionCreate: z.object({ challenge: z.object({ token: z.string() }) }) });
      const { token } = Challenged.parse(signedIn.data).sessionCreate.challenge;
      const { data, errors } = await from(
        ip,
        'mutation ($input: SessionChallengeCompleteInput!) { sessionChallengeComplete(input: $input) { userErrors { code } } }',
        { token, code },
      );
      return errors?.[0]?.extensions['code'] ?? data?.['sessionChallengeComplete'];
    };
    for (let tries = 0; tries < 10; tries++)
      expect(await attempt(`203.0.${tries}.7`, wrongCode(app))).toEqual({ userErrors: [{ code: 'CODE_INVALID' }] });
    expect(await attempt('198.18.0.7', app.code())).toBe('RATE_LIMITED');
    expect(await attempt('192.0.2.200', app.code())).toEqual({ userErrors: [] });
  });

  test('a code that turns a second factor on is guessed ten times, too', async () => {
    const input = { email: 'sets-up@agora.example', password: PASSWORD, displayName: 'Ana' };
    const identity = { actor: null, ip: '192.0.2.201' };
    const { data } = await limited.service.execute({ query: REGISTER, variables: { input }, identity });
    const ana = await guests.actor(Payload.parse(data?.['userRegister']).session?.accessToken ?? '');
    const app = authenticatorsOf(() => limited);
    await mailsOf(() => limited).proveEmail(ana);
    const { secret } = await app.start(ana);
    const guess = () => codeOf(app.confirm(ana, wrongCode({ code: codesOf(secret ?? '') })));
    const codes = await Promise.all(Array.from({ length: 12 }, guess));
    expect(codes.filter((code) => code === 'RATE_LIMITED')).toHaveLength(2);
  });

  test('an address registers thirty accounts at once', async () => {
    const tries = await Promise.all(Array.from({ length: 34 }, () => codeOf(guests.register())));
    expect(tries.filter((code) => code === null)).toHaveLength(30);
    expect(tries.filter((code) => code === 'RATE_LIMITED')).toHaveLength(4);
  });
});
