import { createHook } from 'node:async_hooks';
import { execFile } from 'node:child_process';
import { domainToASCII, fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Database, openDatabase, query } from '@agora/platform/database/database';
import { newId, newUuid } from '@agora/platform/ids';
import { createLogger } from '@agora/platform/observe/logging';
import { SettingsError } from '@agora/platform/service/settings';
import { schemaDrift } from '@agora/platform/testing/drift';
import { createDatabase } from '@agora/platform/testing/databases';
import { eventually } from '@agora/platform/testing/eventually';
import { startSubgraph, type SubgraphUnderTest } from '@agora/platform/testing/subgraph';
import { DEMO_PASSWORD, DEMO_PEOPLE } from '@agora/schema/demo/people';
import { OrderPlaced } from '@agora/schema/events/order';
import { CustomerRejected, CustomerValidated, SellerVerified, UserRegistered, UserRolesChanged } from '@agora/schema/events/user';
import { decodeProtectedHeader } from 'jose';
import * as z from 'zod';
import { ensureSigningKey } from '../src/commands/ensure-signing-key.ts';
import { publishedKeys } from '../src/credentials/access-tokens.ts';
import { entities } from '../src/entities.ts';
import { loadDemo } from '../src/demo/load-demo.ts';
import { start } from '../src/main.ts';
import { PASSWORD, type Payload, peopleOf } from './people.ts';

const TOPICS = ['user.events', 'order.events'];

let user: SubgraphUnderTest;
const people = peopleOf(() => user);

beforeAll(async () => {
  user = await startSubgraph('user', start, TOPICS);
});
afterAll(() => user.stop());

describe('coming in', () => {
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
  });

  test('no event holds a password, nor the hash of one', async () => {
    const { user: account } = await people.register({ displayName: 'Petra Quiet' });
    const events = await onDatabase(user.databaseUrl, (database) =>
      query<{ text: string }>(database.fork(), 'select data::text as text from platform.event_log'),
    );
    expect(events.some(({ text }) => text.includes(account?.id ?? 'nobody'))).toBe(true);
    for (const { text } of events) expect(text).not.toMatch(new RegExp(`${PASSWORD}|argon2`));
  });

  test('the published keys hold no private half', async () => {
    const published = JSON.stringify(await user.service.routes['/.well-known/jwks.json']?.(new URLSearchParams()));
    expect(JSON.parse(published)).toMatchObject({ keys: [{ kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', use: 'sig' }] });
    expect(published).not.toContain('"d"');
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
    expect((await people.register({ username: 'lucia_g' })).userErrors).toMatchObject([{ code: 'ALREADY_EXISTS', field: ['username'] }]);
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

  test('a password is the same, however a keyboard composes its characters', async () => {
    const email = 'composed@agora.example';
    await people.register({ email, password: 'Ünïcode ﬁsh ① ½' });
    for (const typed of ['Ünïcode ﬁsh ① ½'.normalize('NFD'), 'Ünïcode fish 1 1⁄2', 'Ünïcode ﬁsh ① ½'])
      expect((await people.signIn(email, typed)).session).not.toBeNull();
    expect((await people.signIn(email, 'Unicode fish 1 1⁄2')).session).toBeNull();
  });

  test('a name is kept composed, with one blank between its words', async () => {
    const { user: account } = await people.register({ displayName: '  Lucía \u2003 Gómez '.normalize('NFD') });
    const found = await user.data('query ($id: ID!) { user(id: $id) { displayName } }', { id: account?.id });
    expect(found).toEqual({ user: { displayName: 'Lucía Gómez'.normalize('NFC') } });
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
});

describe('whose an e-mail is', () => {
  const accountOf = (signedIn: Payload) => signedIn.user?.id;

  test('an e-mail that nobody proved keeps nobody from registering; who came last signs in by it', async () => {
    const email = 'Shared@agora.example';
    const squatter = await people.register({ email, password: 'squatting since 2026' });
    const owner = await people.register({ email: email.toLowerCase() });
    expect([squatter.userErrors, owner.userErrors]).toEqual([[], []]);
    expect(accountOf(await people.signIn(email))).toBe(owner.user?.id);
    expect((await people.signIn(email, 'squatting since 2026')).userErrors).toMatchObject([{ code: 'INVALID_CREDENTIALS' }]);
  });

  test('an e-mail that somebody proved is taken, and those who waited for it go on without', async () => {
    const email = 'proved@agora.example';
    const owner = await people.register({ email, username: 'proved' });
    const squatter = await people.register({ email, password: 'squatting since 2026' });
    expect(await operator('grant', email, 'ADMIN')).toMatchObject({ code: 1, said: expect.stringMatching(/^Several accounts wait for /) });
    expect(await operator('verify-email', email, 'proved')).toEqual({ code: 0, said: `${email} belongs to proved now.\n` });
    expect((await operator('verify-email', email, 'proved')).said).toMatch(/already/);

    expect((await people.register({ email })).userErrors).toMatchObject([{ code: 'EMAIL_TAKEN', field: ['email'] }]);
    expect(accountOf(await people.signIn(email))).toBe(owner.user?.id);
    expect((await people.signIn(email, 'squatting since 2026')).userErrors).toMatchObject([{ code: 'INVALID_CREDENTIALS' }]);
    const refreshed = await people.refresh(squatter.session?.refreshToken ?? '');
    const { sub = '', roles = [], sid } = await people.verify(refreshed.session?.accessToken ?? '');
    const as = { id: sub, roles, sessionId: String(sid) };
    expect(await user.data('{ viewer { email } }', {}, { as })).toEqual({ viewer: { email: null } });
  });

  test('of twenty who register at once with one e-mail, the last five wait for it, and none is refused', async () => {
    const email = 'wanted@agora.example';
    const answers = await Promise.all(Array.from({ length: 20 }, () => people.register({ email, displayName: 'Wanted' })));
    expect(answers.filter(({ session, userErrors }) => session && userErrors.length === 0)).toHaveLength(20);
    const waiting = await onDatabase(user.databaseUrl, (database) =>
      query(database.fork(), 'select from account where email = $1', [email]),
    );
    expect(waiting).toHaveLength(5);
  });

  test('who is verified as a seller has proved the e-mail', async () => {
    const email = 'known-seller@agora.example';
    await people.register({ email, profileKind: 'BUSINESS' });
    await operator('verify', email);
    expect((await people.register({ email })).userErrors).toMatchObject([{ code: 'EMAIL_TAKEN' }]);
  });
});

describe('staying and leaving', () => {
  test('each refresh token works once; one that comes back when its successor was used ends the session', async () => {
    const { tokens } = await people.member();
    const second = await people.refresh(tokens.refreshToken);
    expect(second).toMatchObject({ session: { id: tokens.id }, userErrors: [] });
    const third = await people.refresh(second.session?.refreshToken ?? '');
    expect((await people.verify(third.session?.accessToken ?? '')).sid).toBe(tokens.id);

    const copied = await people.refresh(tokens.refreshToken);
    expect(copied).toMatchObject({ user: null, session: null, userErrors: [{ code: 'TOKEN_EXPIRED' }] });
    expect((await people.refresh(third.session?.refreshToken ?? '')).userErrors).toMatchObject([{ code: 'TOKEN_EXPIRED' }]);
  });

  test('tabs that refresh at once get one pair, and all stay signed in', async () => {
    const { tokens } = await people.member();
    const answers = await Promise.all(Array.from({ length: 6 }, () => people.refresh(tokens.refreshToken)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect((await people.refresh(answers[0]?.session?.refreshToken ?? '')).userErrors).toEqual([]);
  });

  test.each([
    ['with an idempotency key', newUuid(), null],
    ['without one', undefined, null],
    ['with a key and signed in', newUuid(), 'as themselves'],
  ])('a client that lost the answer to its exchange gets the same one again, %s, and nothing once it is late', async (_, key, who) => {
    const ana = await people.member();
    const as = who === null ? null : ana;
    const first = await people.refresh(ana.tokens.refreshToken, key, as);
    await pastSecondOf(first.session?.expiresAt);
    expect(await people.refresh(ana.tokens.refreshToken, key, as)).toEqual(first);

    await onDatabase(user.databaseUrl, (database) =>
      query(database.fork(), `update session set last_used_at = last_used_at - interval '31 seconds' where id = $1`, [ana.tokens.id]),
    );
    const late = { session: null, userErrors: [{ code: 'TOKEN_EXPIRED' }] };
    expect(await people.refresh(ana.tokens.refreshToken, key, as)).toMatchObject(late);
    expect(await people.refresh(first.session?.refreshToken ?? '')).toMatchObject(late);
  });

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

  test('the database alone gives no token', async () => {
    const { tokens } = await people.member();
    const { session } = await people.refresh(tokens.refreshToken, newUuid());
    const registered = await people.register({}, newUuid());
    const everything = await onDatabase(user.databaseUrl, (database) =>
      query(
        database.fork(),
        `select (select json_agg(session) from session) as sessions, (select json_agg(i) from platform.idempotency i) as replays,
           (select json_agg(e) from platform.event_log e) as events`,
      ),
    );
    const text = JSON.stringify(everything);
    expect(text).toContain(tokens.id);
    for (const pair of [tokens, session, registered.session]) {
      for (const token of [pair?.accessToken, pair?.refreshToken]) expect(text).not.toContain(token?.split('.').at(-1));
    }
  });

  test('a refresh token that is not ours is refused and harms no session', async () => {
    const { tokens } = await people.member();
    const [id = '', , mac = ''] = tokens.refreshToken.split('.');
    for (const forged of ['', 'x', `${id}.0.${mac}`, `${id}.2.${mac}`, `${tokens.refreshToken}=`, tokens.accessToken.slice(0, 500)]) {
      expect((await people.refresh(forged)).userErrors).toMatchObject([{ code: 'TOKEN_EXPIRED' }]);
    }
    expect((await people.refresh('x'.repeat(1_000_000))).userErrors).toMatchObject([{ code: 'INVALID', field: ['refreshToken'] }]);
    expect(await user.data('mutation { sessionRefresh(input: {}) { session { id } userErrors { code field } } }')).toEqual({
      sessionRefresh: { session: null, userErrors: [{ code: 'REQUIRED', field: ['refreshToken'] }] },
    });
    expect((await people.refresh(tokens.refreshToken)).userErrors).toEqual([]);
  });

  test('people end their own sessions, one or all, and nobody else does', async () => {
    const ana = await people.member();
    const ben = await people.member();
    const [second, third] = [await people.signIn(ana.email), await people.signIn(ana.email)];

    const stolen = { sessionRevoke: { revokedSessionIds: [], userErrors: [{ code: 'NOT_FOUND', field: ['sessionId'] }] } };
    for (const sessionId of [second.session?.id, newId('ses'), 'ses_\0', 'x']) {
      expect(await user.data(REVOKE, { input: { sessionId } }, { as: ben })).toMatchObject(stolen);
    }
    const own = { sessionRevoke: { revokedSessionIds: [second.session?.id], userErrors: [] } };
    expect(await user.data(REVOKE, { input: { sessionId: second.session?.id } }, { as: ana })).toMatchObject(own);
    expect((await people.refresh(second.session?.refreshToken ?? '')).userErrors).toMatchObject([{ code: 'TOKEN_EXPIRED' }]);

    const current = { sessionRevoke: { revokedSessionIds: [ana.tokens.id], userErrors: [] } };
    expect(await user.data(REVOKE, { input: {} }, { as: ana })).toMatchObject(current);
    const rest = { sessionRevoke: { revokedSessionIds: [third.session?.id], userErrors: [] } };
    expect(await user.data(REVOKE, { input: { allSessions: true } }, { as: ana })).toMatchObject(rest);
    expect((await people.refresh(third.session?.refreshToken ?? '')).userErrors).toMatchObject([{ code: 'TOKEN_EXPIRED' }]);
    expect((await people.refresh(ben.tokens.refreshToken)).userErrors).toEqual([]);

    expect((await user.ask(REVOKE, { input: {} })).errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  test('who checks tokens is told which sessions were ended though tokens of theirs are out', async () => {
    const [ana, ben, spent] = [await people.member(), await people.member(), await people.member()];
    const endedIds = async (after: number) => {
      const { sessions } = Ended.parse(await user.service.routes['/sessions/ended']?.(new URLSearchParams({ after: String(after) })));
      return sessions.map(({ id }) => id);
    };
    await user.data(REVOKE, { input: {} }, { as: ana });
    const all = Ended.parse(await user.service.routes['/sessions/ended']?.(new URLSearchParams()));
    const own = all.sessions.find(({ id }) => id === ana.tokens.id);
    expect(own?.tokensEndAt).toBeGreaterThan(Date.parse(ana.tokens.expiresAt));

    for (let refreshToken = spent.tokens.refreshToken, times = 0; times < 2; times++)
      refreshToken = (await people.refresh(refreshToken)).session?.refreshToken ?? '';
    await people.refresh(spent.tokens.refreshToken);
    await operator('suspend', ben.email);
    expect(await endedIds(0)).toEqual(expect.arrayContaining([ana, spent, ben].map(({ tokens }) => tokens.id)));
    expect(await endedIds(own?.endedAt ?? 0)).not.toContain(ana.tokens.id);

    await onDatabase(user.databaseUrl, (database) =>
      query(database.fork(), `update session set revoked_at = revoked_at - interval '20 minutes' where id = $1`, [ana.tokens.id]),
    );
    expect(await endedIds(0)).not.toContain(ana.tokens.id);
  });

  test('sessions that ended at one instant are told together, however many', async () => {
    const ana = await people.member();
    await onDatabase(user.databaseUrl, (database) =>
      query(
        database.fork(),
        `insert into session (id, account_id, generation, created_at, last_used_at, expires_at, revoked_at)
         select 'ses_' || n, $1, 1, now(), now(), now() + interval '1 day', now() from generate_series(1, 10001) as n`,
        [ana.id],
      ),
    );
    const told = new Set<string>();
    for (let after = 0, hasMore = true; hasMore;) {
      const page = Ended.parse(await user.service.routes['/sessions/ended']?.(new URLSearchParams({ after: String(after) })));
      for (const { id } of page.sessions) told.add(id);
      hasMore = page.hasMore;
      after = page.sessions.at(-1)?.endedAt ?? after;
    }
    expect([...told].filter((id) => /^ses_\d{1,5}$/.test(id))).toHaveLength(10_001);
  });
});

describe('reading', () => {
  test('the viewer sees themselves, a guest sees nobody', async () => {
    const ana = await people.member();
    expect(await user.data('{ viewer { id email roles createdAt } }', {}, { as: ana })).toEqual({
      viewer: { id: ana.id, email: ana.email, roles: ['USER'], createdAt: expect.stringMatching(/^\d{4}-.*Z$/) },
    });
    expect(await user.data('{ viewer { id } }')).toEqual({ viewer: null });
  });

  test("another's e-mail and roles are null; an administrator sees them; a guest must sign in", async () => {
    const [ana, ben] = [await people.member(), await people.member()];
    const fields = `query ($id: ID!) { user(id: $id) { displayName email roles } }`;

    const stranger = await user.data(fields, { id: ana.id }, { as: ben });
    expect(stranger).toEqual({ user: { displayName: expect.any(String), email: null, roles: null } });
    const admin = await user.data(fields, { id: ana.id }, { as: { ...ben, roles: ['USER', 'ADMIN'] } });
    expect(admin).toMatchObject({ user: { email: ana.email, roles: ['USER'] } });
    const guest = await user.ask(fields, { id: ana.id });
    expect(guest.data).toMatchObject({ user: { email: null, roles: null } });
    expect(guest.errors?.map(({ extensions }) => extensions['code'])).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED']);
  });

  test('an account is found by its id or its username, by exactly one of them', async () => {
    const payload = await people.register({ username: 'searched' });
    const id = payload.user?.id ?? '';
    const find = (args: string) => user.data(`{ user(${args}) { id } }`);
    expect(await find(`id: "${id}"`)).toEqual({ user: { id } });
    expect(await find('username: "Searched"')).toEqual({ user: { id } });
    expect(await find(`id: "${newId('usr')}"`)).toEqual({ user: null });
    expect(await find('id: "usr_\\u0000"')).toEqual({ user: null });
    expect(await find('username: "a\\u0000b"')).toEqual({ user: null });
    for (const query of ['{ user { id } }', `{ user(id: "${id}", username: "searched") { id } }`]) {
      expect((await user.ask(query)).errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    }
  });

  test('other subgraphs complete accounts and profiles by id; what does not exist is null', async () => {
    const ana = await people.member({ displayName: 'Referred' });
    const mine = await user.data('{ viewer { profile { id } } }', {}, { as: ana });
    const { viewer } = mine as unknown as { viewer: { profile: { id: string } } };
    const representations = [
      { __typename: 'User', id: ana.id },
      { __typename: 'User', id: newId('usr') },
      { __typename: 'User', id: 'usr_\0' },
      { __typename: 'Profile', id: viewer.profile.id },
      { __typename: 'Profile', id: newId('prf') },
    ];
    const entities = `query ($representations: [_Any!]!) {
      _entities(representations: $representations) { ... on User { displayName } ... on Profile { kind user { id } } }
    }`;
    expect(await user.data(entities, { representations })).toEqual({
      _entities: [{ displayName: 'Referred' }, null, null, { kind: 'CONSUMER', user: { id: ana.id } }, null],
    });
  });

  test('profiles are listed newest first, page by page, with one statement a type a level', async () => {
    for (let i = 0; i < 24; i++) await people.member({ profileKind: 'SPECIALIST', displayName: `Gardener ${i}` });
    const page = `query ($first: Int, $after: String) {
      profiles(first: $first, after: $after, filter: { kind: SPECIALIST }) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { kind user { displayName profile { isVerifiedSeller user { id } } } }
      }
    }`;
    const names = (answer: object) => (answer as Page).profiles.nodes.map((node) => node.user.displayName);

    user.statements();
    const first = await user.data(page, { first: 22 });
    const statements = user.statements().filter((sql) => /from "?(account|profile)"?/.test(sql));
    expect(names(first)).toEqual(Array.from({ length: 22 }, (_, i) => `Gardener ${23 - i}`));
    // The page, its count, the users, their profiles, and the users of those.
    expect(statements).toHaveLength(5);

    const { endCursor, hasNextPage } = (first as unknown as Page).profiles.pageInfo;
    expect(hasNextPage).toBe(true);
    expect(names(await user.data(page, { first: 2, after: endCursor }))).toEqual(['Gardener 1', 'Gardener 0']);

    for (const variables of [{ first: 0 }, { first: 100_000 }, { after: 'nonsense' }]) {
      expect((await user.ask(page, variables)).errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    }
  });
});

describe('buying', () => {
  test('a known buyer is validated, an unknown one rejected, each order once', async () => {
    const ana = await people.member();
    const [known, unknown] = [orderOf(ana.id), orderOf(newId('usr'))];
    const delivery = newUuid();
    await user.happened(OrderPlaced, known, delivery);
    await user.happened(OrderPlaced, known, delivery);
    await user.happened(OrderPlaced, unknown);

    const { orderId, sagaId } = unknown;
    expect(await user.heard(CustomerRejected, (data) => data.orderId === orderId)).toEqual({
      orderId,
      sagaId,
      userId: unknown.buyerId,
      reason: 'UNKNOWN',
    });
    expect(await user.heard(CustomerValidated, (data) => data.orderId === known.orderId)).toEqual({
      orderId: known.orderId,
      sagaId: known.sagaId,
      userId: ana.id,
    });
    await heardAllUntilNow();
    expect(user.heardAll(CustomerValidated, (data) => data.orderId === known.orderId)).toHaveLength(1);
  });

  test('a suspended buyer is rejected, and is let in again once restored', async () => {
    const ana = await people.member();
    expect(await operator('suspend', ana.email)).toEqual({ code: 0, said: `${ana.email} is suspended now, and signed out.\n` });
    const order = orderOf(ana.id);
    await user.happened(OrderPlaced, order);
    expect(await user.heard(CustomerRejected, ({ orderId }) => orderId === order.orderId)).toMatchObject({ reason: 'SUSPENDED' });
    expect((await people.refresh(ana.tokens.refreshToken)).userErrors).toMatchObject([{ code: 'TOKEN_EXPIRED' }]);
    expect((await people.signIn(ana.email)).userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);

    expect((await operator('restore', ana.email)).code).toBe(0);
    expect((await people.signIn(ana.email)).userErrors).toEqual([]);
    const next = orderOf(ana.id);
    await user.happened(OrderPlaced, next);
    await user.heard(CustomerValidated, ({ orderId }) => orderId === next.orderId);
  });
});

describe('operating', () => {
  test('an operator grants a role, which the next token carries', async () => {
    const ana = await people.member();
    expect(await operator('grant', ana.email.toUpperCase(), 'MODERATOR')).toMatchObject({ code: 0 });
    const roles = ['USER', 'MODERATOR'];
    expect(await user.heard(UserRolesChanged, ({ userId }) => userId === ana.id)).toEqual({ userId: ana.id, roles });
    const { session } = await people.refresh(ana.tokens.refreshToken);
    expect(await people.verify(session?.accessToken ?? '')).toMatchObject({ roles });
    expect((await operator('grant', ana.email, 'MODERATOR')).said).toMatch(/already/);
  });

  test('an operator verifies a seller, who becomes one where needed', async () => {
    const ana = await people.member();
    expect(await operator('verify', ana.email)).toEqual({ code: 0, said: `${ana.email} is a verified seller now.\n` });
    await user.heard(SellerVerified, ({ userId }) => userId === ana.id);
    expect(await user.heard(UserRolesChanged, ({ userId }) => userId === ana.id)).toMatchObject({ roles: ['USER', 'SELLER'] });
    expect(await user.data('{ viewer { profile { isVerifiedSeller } } }', {}, { as: ana })).toEqual({
      viewer: { profile: { isVerifiedSeller: true } },
    });
    expect((await operator('verify', ana.email)).said).toMatch(/already/);
    await heardAllUntilNow();
    expect(user.heardAll(SellerVerified, ({ userId }) => userId === ana.id)).toHaveLength(1);
  });

  test.each([
    [['grant', 'nobody@agora.example', 'ADMIN'], 'No account has the e-mail nobody@agora.example.\n'],
    [['verify', 'nobody@agora.example'], 'No account has the e-mail nobody@agora.example.\n'],
    [['grant', 'nobody@agora.example', 'KING'], 'A role is one of USER, SELLER, MODERATOR, ADMIN.\n'],
    [['verify-email', 'nobody@agora.example', 'nobody'], 'No account called nobody has the e-mail nobody@agora.example.\n'],
    [['grant'], 'Use: grant EMAIL ROLE, verify EMAIL, verify-email EMAIL USERNAME, suspend EMAIL or restore EMAIL.\n'],
    [
      ['constructor', 'nobody@agora.example'],
      'Use: grant EMAIL ROLE, verify EMAIL, verify-email EMAIL USERNAME, suspend EMAIL or restore EMAIL.\n',
    ],
  ])('an operator who errs is told so in one sentence (%j)', async (words, sentence) => {
    expect(await operator(...words)).toEqual({ code: 1, said: sentence });
  });

  test('the migrations make what the model says', async () => {
    expect(await schemaDrift(user.databaseUrl, entities)).toBe('');
  });
});

describe('starting', () => {
  let url: string;
  let drop: () => Promise<void>;

  beforeEach(async () => {
    ({ url, drop } = await createDatabase('user'));
  });
  afterEach(() => drop());

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
    const brief = await startSubgraph('user', start, TOPICS, { ACCESS_TOKEN_SECONDS: '1', REFRESH_TOKEN_SECONDS: '1' });
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
    limited = await startSubgraph('user', start, TOPICS, { AGORA_RATE_LIMIT: 'on' });
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

  test('an address registers thirty accounts at once', async () => {
    const tries = await Promise.all(Array.from({ length: 34 }, () => codeOf(guests.register())));
    expect(tries.filter((code) => code === null)).toHaveLength(30);
    expect(tries.filter((code) => code === 'RATE_LIMITED')).toHaveLength(4);
  });
});

const REGISTER = `mutation ($input: UserRegisterInput!) { userRegister(input: $input) { user { id } } }`;
const SIGN_IN = `mutation ($input: SessionCreateInput!) {
  sessionCreate(input: $input) { session { id } user { displayName profile { bio } } }
}`;
const REVOKE = `mutation ($input: SessionRevokeInput!) { sessionRevoke(input: $input) { revokedSessionIds userErrors { code field } } }`;

interface Page {
  readonly profiles: {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    readonly nodes: readonly { readonly user: { readonly displayName: string } }[];
  };
}

/** Whoever announced something before now has been heard: events of a subgraph leave in order. */
async function heardAllUntilNow(): Promise<void> {
  const { user: last } = await people.register();
  await eventually(() => user.heardAll(UserRegistered, ({ userId }) => userId === last?.id)[0]);
}

function orderOf(buyerId: string) {
  const unitPrice = { minorUnits: 1_250, currencyCode: 'EUR' };
  const line = { variantId: newId('var'), productId: newId('prd'), sellerId: newId('usr'), productName: 'Mug', quantity: 1, unitPrice };
  const placedAt = new Date().toISOString();
  return { orderId: newId('ord'), sagaId: newId('sag'), number: 'A-1001', buyerId, lines: [line], total: unitPrice, placedAt };
}

function settings(databaseUrl: string, more: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return {
    USER_DATABASE_URL: databaseUrl,
    BUS_DATABASE_URL: databaseUrl,
    AGORA_GATEWAY_SECRET: 'a secret that only tests know, long enough',
    AGORA_RATE_LIMIT: 'off',
    LOG_LEVEL: 'error',
    ...more,
  };
}

async function onDatabase<T>(url: string, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase({
    url,
    entities,
    migrations: new URL('../migrations/', import.meta.url),
    log: createLogger('test', 'error'),
  });
  try {
    return await work(database);
  } finally {
    await database.stop();
  }
}

/** Whatever is issued from then on differs from what ended then. */
async function pastSecondOf(expiresAt: string | undefined): Promise<void> {
  const issuedAt = Date.parse(expiresAt ?? '') - 900_000;
  await eventually(() => Date.now() >= issuedAt + 1_000);
}

const Ended = z.object({
  sessions: z.array(z.object({ id: z.string(), endedAt: z.number(), tokensEndAt: z.number() })),
  hasMore: z.boolean(),
});

const run = promisify(execFile);

/** Runs the operator's program as a shell would; what it said is its output and its errors. */
async function operator(...words: readonly string[]): Promise<{ code: number; said: string }> {
  const program = fileURLToPath(new URL('../src/operator.ts', import.meta.url));
  try {
    const { stdout, stderr } = await run(process.execPath, ['--no-warnings', program, ...words], {
      env: { USER_DATABASE_URL: user.databaseUrl },
    });
    return { code: 0, said: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, said: stdout + stderr };
  }
}

/** How many passwords are hashed meanwhile, which is all of a sign-in that takes long enough to be measured from outside. */
async function hashesDuring(work: () => Promise<unknown>): Promise<number> {
  let hashes = 0;
  const jobs = createHook({ init: (_, type) => void (hashes += type === 'ARGON2REQUEST' ? 1 : 0) }).enable();
  await work();
  jobs.disable();
  return hashes;
}
