import { query } from '@agora/platform/database/database';
import { newId, newUuid } from '@agora/platform/ids';
import type { Actor } from '@agora/platform/security/actor';
import { eventually } from '@agora/platform/testing/eventually';
import { OrderPlaced } from '@agora/schema/events/order';
import { CustomerRejected, CustomerValidated, MediaUsed, UserPreferencesChanged, UserRenamed } from '@agora/schema/events/user';
import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { onDatabase } from './support/database.ts';
import { removed, uploaded } from './support/files.ts';
import { mailsOf } from './support/mails.ts';
import { type Payload } from './support/people.ts';
import { openUser } from './support/user.ts';

const { user, people, operator } = await openUser();

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
    const as = await people.actor(refreshed.session?.accessToken ?? '');
    expect(await user.data('{ viewer { email } }', {}, { as })).toEqual({ viewer: { email: null } });
  });

  const SPELLINGS = [
    'wanted@bücher.example',
    'WANTED@BÜCHER.EXAMPLE',
    'wanted@bu\u0308cher.example',
    'Wanted@xn--bcher-kva.example',
    'ｗａｎｔｅｄ@ｂücher.example',
    ' wanted@bücher。example ',
  ];
  const EMAIL = 'wanted@xn--bcher-kva.example';
  const spelled = (index: number) => SPELLINGS[index % SPELLINGS.length] ?? '';

  test('of twenty who register at once with one e-mail, in whatever spelling, the last five wait for it, and none is refused', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => people.register({ email: spelled(i), displayName: 'Wanted' })));
    expect(answers.filter(({ session, userErrors }) => session && userErrors.length === 0)).toHaveLength(20);
    const having = (ids: readonly (string | undefined)[]) =>
      onDatabase(user.databaseUrl, (database) =>
        query(database.fork(), 'select id, email from account where id = any($1) and email is not null order by created_at desc, id desc', [
          ids,
        ]),
      );
    const all = answers.map(({ user: account }) => account?.id);
    const waiting = await having(all);
    expect(waiting.map(({ email }) => email)).toEqual(Array(5).fill(EMAIL));
    const newest = waiting[0]?.['id'];
    for (const spelling of SPELLINGS) expect(accountOf(await people.signIn(spelling))).toBe(newest);
  });

  test('of twenty who register at once with an e-mail that is proved, in whatever spelling, none gets it', async () => {
    const { user: owner } = await people.register({ email: spelled(0), username: 'wanted-owner' });
    expect(await operator('verify-email', spelled(1), 'wanted-owner')).toMatchObject({ code: 0 });
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => people.register({ email: spelled(i) })));
    expect(answers).toEqual(
      Array(20).fill(expect.objectContaining({ user: null, userErrors: [expect.objectContaining({ code: 'EMAIL_TAKEN' })] })),
    );
    for (const spelling of SPELLINGS) expect(accountOf(await people.signIn(spelling))).toBe(owner?.id);
  });

  test('of twenty who wait for an e-mail and prove it at once, one gets it, and the others go on without', async () => {
    const email = 'raced@agora.example';
    const five = await Promise.all(Array.from({ length: 5 }, (_, i) => people.register({ email: i % 2 ? email.toUpperCase() : email })));
    const ids = five.map(({ user: account }) => account?.id ?? '');
    const links = await Promise.all(ids.map((recipientId) => mailsOf(() => user).mail({ recipientId, template: 'welcome' })));
    const verify = 'mutation ($token: String!) { userEmailVerify(input: { token: $token }) { isVerified userErrors { code } } }';
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => user.data(verify, { token: links[i % 5]?.token ?? '' })));
    const proved = answers.filter(({ userEmailVerify }) => JSON.stringify(userEmailVerify).includes('"isVerified":true'));
    expect(proved.length).toBeGreaterThan(0);
    const owners = await onDatabase(user.databaseUrl, (database) =>
      query(database.fork(), 'select id, email_verified_at is not null as is_proved from account where email = $1', [email]),
    );
    expect(owners).toEqual([{ id: expect.any(String), is_proved: true }]);
    expect(accountOf(await people.signIn(email))).toBe(owners[0]?.['id']);
  });
});

describe('a name', () => {
  const CHARACTERS: readonly (readonly [string, string])[] = [
    ['Latin', 'a'],
    ['Latin with marks that stand apart', 'e\u0323\u0302'],
    ['Arabic with vowels', 'ب\u0651\u064e'],
    ['Hebrew with points', 'ש\u05c1\u05b8'],
    ['Devanagari', 'नि'],
    ['Tamil', 'கொ'],
    ['Thai', 'กำ'],
    ['Hangul in parts', '\u1112\u1161\u11ab'],
    ['Han of the second plane', '𠮷'],
    ['Ethiopic', 'ሰ'],
    ['flags', '🇨🇴'],
    ['families', '👨‍👩‍👧‍👦'],
    ['families with tones of skin', '👨🏻‍👩🏽‍👧🏿‍👦🏾'],
  ];

  test.each(CHARACTERS)('in %s has 1 to 80 characters, as people count them', async (_, character) => {
    const ana = await people.member();
    const rename = async (displayName: string) => {
      const mutation = `mutation ($input: UserUpdateInput!) { userUpdate(input: $input) { user { displayName } userErrors { code field } } }`;
      return (await user.data(mutation, { input: { displayName } }, { as: ana }))['userUpdate'];
    };
    for (const length of [1, 80]) {
      const displayName = character.repeat(length);
      expect(await rename(displayName)).toEqual({ user: { displayName: displayName.normalize('NFC') }, userErrors: [] });
    }
    expect(await rename(character.repeat(81))).toEqual({ user: null, userErrors: [{ code: 'INVALID', field: ['displayName'] }] });
    const { user: registered } = await people.register({ displayName: character.repeat(80) });
    expect(registered?.username).toMatch(/^[a-z0-9_-]+$/);
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
});

const Changed = z.object({
  user: z.record(z.string(), z.unknown()).nullable(),
  userErrors: z.array(z.object({ code: z.string(), message: z.string(), field: z.array(z.string()).nullable() }).loose()),
});

/** What a mutation of the viewer's account answers. */
async function change(as: Actor, mutation: string, input: object, fields: string, options: { acceptLanguage?: string } = {}) {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) {
    ${mutation}(input: $input) { user { ${fields} } userErrors { code message field ... on VersionMismatchError { currentVersion } } }
  }`;
  return Changed.parse((await user.data(query, { input }, { as, ...options }))[mutation]);
}

describe('how somebody is called', () => {
  const NAMES = 'username displayName version isViewer viewerCanEdit';

  test('is changed by themselves, in any script, and everybody is told', async () => {
    const ana = await people.member();
    const input = { displayName: '  高橋 👩🏽‍🌾  ', username: 'Ana-Takahashi', expectedVersion: 1 };
    expect(await change(ana, 'userUpdate', input, NAMES)).toEqual({
      user: { username: 'ana-takahashi', displayName: '高橋 👩🏽‍🌾', version: 2, isViewer: true, viewerCanEdit: true },
      userErrors: [],
    });
    expect(await user.heard(UserRenamed, ({ userId }) => userId === ana.id)).toEqual({
      userId: ana.id,
      username: 'ana-takahashi',
      displayName: '高橋 👩🏽‍🌾',
    });
    const same = await change(ana, 'userUpdate', { displayName: '高橋 👩🏽‍🌾' }, 'version');
    expect(same.user).toEqual({ version: 2 });
  });

  test('is not changed by who read another version of it, nor by several at once', async () => {
    const ana = await people.member();
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, i) => change(ana, 'userUpdate', { displayName: `Ana ${i}`, expectedVersion: 1 }, 'version')),
    );
    expect(answers.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
    expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual(
      Array(4).fill({ code: 'VERSION_MISMATCH', message: expect.any(String), field: ['expectedVersion'], currentVersion: 2 }),
    );
  });

  test('a username is changed once in 30 days, and not to one that somebody has', async () => {
    const [ana, ben] = [await people.member(), await people.member()];
    await change(ben, 'userUpdate', { username: 'ben-the-first' }, 'id');
    expect((await change(ana, 'userUpdate', { username: 'BEN-the-first' }, 'id')).userErrors).toMatchObject([
      { code: 'USERNAME_TAKEN', field: ['username'] },
    ]);
    expect((await change(ben, 'userUpdate', { username: 'ben-the-second' }, 'id')).userErrors).toMatchObject([
      { code: 'CONFLICT', field: ['username'] },
    ]);
    await onDatabase(user.databaseUrl, ({ fork }) =>
      query(fork(), `update account set username_changed_at = now() - interval '30 days' where id = $1`, [ben.id]),
    );
    expect((await change(ben, 'userUpdate', { username: 'ben-the-second' }, 'username')).user).toEqual({ username: 'ben-the-second' });
  });

  test.each([
    [{ displayName: ' ' }, 'INVALID', ['displayName']],
    [{ displayName: null }, 'REQUIRED', ['displayName']],
    [{ displayName: 'a'.repeat(81) }, 'INVALID', ['displayName']],
    [{ username: 'no spaces' }, 'INVALID', ['username']],
  ])('cannot be %j', async (input, code, field) => {
    expect((await change(await people.member(), 'userUpdate', input, 'id')).userErrors).toMatchObject([{ code, field }]);
  });

  test.each(['id', 'userId', 'roles', 'email', 'emailVerifiedAt', 'suspendedAt', 'version', 'kind', 'isVerifiedSeller'])(
    'nobody gives themselves a %s with it',
    async (name) => {
      const ana = await people.member();
      for (const type of ['UserUpdate', 'UserContactUpdate', 'UserPreferencesUpdate', 'ProfileUpdate']) {
        const mutation = type.charAt(0).toLowerCase() + type.slice(1);
        const query = `mutation ($input: ${type}Input!) { ${mutation}(input: $input) { userErrors { code } } }`;
        const { errors } = await user.ask(query, { input: { [name]: name === 'roles' ? ['ADMIN'] : 'x' } }, { as: ana });
        expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
      }
    },
  );
});

describe('what somebody likes', () => {
  const PREFERENCES = 'preferences { locale currencyCode timeZone theme isListed isPersonalised }';

  test('is as they said at registration, until they say otherwise; what is absent stays', async () => {
    const ana = await people.member({ locale: 'es-CO', currencyCode: 'COP', timeZone: 'America/Bogota' });
    const mine = {
      locale: 'es-CO',
      currencyCode: 'COP',
      timeZone: 'America/Bogota',
      theme: 'SYSTEM',
      isListed: true,
      isPersonalised: true,
    };
    expect(await user.data(`{ viewer { ${PREFERENCES} } }`, {}, { as: ana })).toEqual({ viewer: { preferences: mine } });
    expect(await change(ana, 'userPreferencesUpdate', { locale: 'pt-BR', theme: 'DARK' }, PREFERENCES)).toEqual({
      user: { preferences: { ...mine, locale: 'pt-BR', theme: 'DARK' } },
      userErrors: [],
    });
    expect(await user.heard(UserPreferencesChanged, ({ userId }) => userId === ana.id)).toEqual({
      userId: ana.id,
      locale: 'pt-BR',
      currencyCode: 'COP',
      timeZone: 'America/Bogota',
      isPersonalised: true,
    });
  });

  test.each([
    ['en', 'The marketplace speaks English, Spanish and Portuguese.'],
    ['es', 'El mercado habla inglés, español y portugués.'],
    ['pt', 'O mercado fala inglês, espanhol e português.'],
  ])('cannot be a language that the marketplace does not speak, which a page in %s is told', async (acceptLanguage, message) => {
    const { userErrors } = await change(await people.member(), 'userPreferencesUpdate', { locale: 'fr' }, 'id', { acceptLanguage });
    expect(userErrors).toEqual([{ code: 'UNSUPPORTED', message, field: ['locale'] }]);
  });

  test("is nobody else's to see; how they are reached, an administrator's alone", async () => {
    const [ana, ben] = [await people.member(), await people.member()];
    const contact = { phone: '+573001234567', alternateEmail: 'second@xn--bcher-kva.example' };
    const input = { phone: '+57 300 123-4567', alternateEmail: 'Second@bücher.example' };
    const told = await change(ana, 'userContactUpdate', input, 'contact { phone alternateEmail updatedAt }');
    expect(told).toEqual({ user: { contact: { ...contact, updatedAt: expect.any(String) } }, userErrors: [] });

    const fields = `${PREFERENCES} contact { phone alternateEmail }`;
    const paths = [
      [`query ($id: ID!) { found: user(id: $id) { ${fields} } }`, (found: object) => ({ found })],
      [
        `query ($id: ID!) { found: _entities(representations: [{ __typename: "User", id: $id }]) { ... on User { ${fields} } } }`,
        (found: object) => ({ found: [found] }),
      ],
      [
        `query ($id: ID!) { found: user(id: $id) { profile { user { ${fields} } } } }`,
        (user: object) => ({ found: { profile: { user } } }),
      ],
    ] as const;
    for (const [query, answer] of paths) {
      const ask = (as: Actor | null) => user.ask(query, { id: ana.id }, { as });
      expect((await ask(ben)).data).toEqual(answer({ preferences: null, contact: null }));
      expect((await ask({ ...ben, roles: ['USER', 'ADMIN'] })).data).toEqual(answer({ preferences: null, contact }));
      expect((await ask(null)).errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
    }
    const cleared = await change(ana, 'userContactUpdate', { phone: null }, 'contact { phone alternateEmail }');
    expect(cleared.user).toEqual({ contact: { ...contact, phone: null } });
    expect((await change(ana, 'userContactUpdate', { phone: '300 123' }, 'id')).userErrors).toMatchObject([
      { code: 'INVALID', field: ['phone'] },
    ]);
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
    await people.heardAllUntilNow();
    expect(user.heardAll(CustomerValidated, (data) => data.orderId === known.orderId)).toHaveLength(1);
  });

  test('a suspended buyer is rejected, and is let in again once restored', async () => {
    const ana = await people.member();
    expect(await operator('suspend', ana.email)).toEqual({ code: 0, said: `${ana.email} is suspended now, and signed out.\n` });
    const order = orderOf(ana.id);
    await user.happened(OrderPlaced, order);
    expect(await user.heard(CustomerRejected, ({ orderId }) => orderId === order.orderId)).toMatchObject({ reason: 'SUSPENDED' });
    expect((await people.refresh(ana.tokens.refreshToken)).userErrors).toMatchObject([{ code: 'TOKEN_EXPIRED' }]);
    expect((await people.signIn(ana.email)).userErrors).toMatchObject([{ code: 'ACCOUNT_SUSPENDED' }]);
    const stranger = await people.signIn(ana.email, 'wrong horse battery');
    expect(stranger.userErrors).toMatchObject([{ code: 'INVALID_CREDENTIALS' }]);

    expect((await operator('restore', ana.email)).code).toBe(0);
    expect((await people.signIn(ana.email)).userErrors).toEqual([]);
    const next = orderOf(ana.id);
    await user.happened(OrderPlaced, next);
    await user.heard(CustomerValidated, ({ orderId }) => orderId === next.orderId);
  });
});

function orderOf(buyerId: string) {
  const unitPrice = { minorUnits: 1_250, currencyCode: 'EUR' };
  const line = { variantId: newId('var'), productId: newId('prd'), sellerId: newId('usr'), productName: 'Mug', quantity: 1, unitPrice };
  const placedAt = new Date().toISOString();
  return { orderId: newId('ord'), sagaId: newId('sag'), number: 'A-1001', buyerId, lines: [line], total: unitPrice, placedAt };
}

describe('a picture of somebody', () => {
  const Set = z.object({
    userUpdate: z.object({
      user: z.object({ avatar: z.object({ id: z.string() }).nullable(), version: z.int() }).nullable(),
      userErrors: z.array(z.object({ code: z.string(), field: z.array(z.string()).nullable() })),
    }),
  });
  const set = async (as: Actor, avatarId: string | null) =>
    Set.parse(
      await user.data(
        'mutation ($id: ID) { userUpdate(input: { avatarId: $id }) { user { avatar { id } version } userErrors { code field } } }',
        { id: avatarId },
        { as },
      ),
    ).userUpdate;

  test('is a file of their own, of which catalog is told while it is shown', async () => {
    const ana = await people.member();
    const [first, second] = [await uploaded(user, ana.id, 'AVATAR'), await uploaded(user, ana.id, 'AVATAR')];
    await user.settled();
    expect(await set(ana, first)).toEqual({ user: { avatar: { id: first }, version: 2 }, userErrors: [] });
    expect(await user.heard(MediaUsed, ({ mediaIds }) => mediaIds.includes(first))).toMatchObject({ userId: ana.id, usedBy: ana.id });
    expect((await set(ana, first)).user?.version).toBe(2);
    expect((await set(ana, second)).user).toEqual({ avatar: { id: second }, version: 3 });
    expect((await set(ana, null)).user).toEqual({ avatar: null, version: 4 });
    const told = () => user.heardAll(MediaUsed, ({ userId }) => userId === ana.id).map(({ mediaIds }) => mediaIds);
    await eventually(() => told().length === 3);
    expect(told()).toEqual([[first], [second], []]);
  });

  test('goes with its file', async () => {
    const ana = await people.member();
    const mediaId = await uploaded(user, ana.id, 'AVATAR');
    await user.settled();
    await set(ana, mediaId);
    await removed(user, ana.id, 'AVATAR', mediaId);
    await user.settled();
    expect(await user.data('{ viewer { avatar { id } version } }', {}, { as: ana })).toEqual({ viewer: { avatar: null, version: 3 } });
    expect((await set(ana, mediaId)).userErrors).toMatchObject([{ code: 'MEDIA_NOT_READY' }]);
  });

  test('is refused where it is another’s, for something else, unheard of, or no file', async () => {
    const [ana, ben] = [await people.member(), await people.member()];
    const [others, document] = [await uploaded(user, ben.id, 'AVATAR'), await uploaded(user, ana.id, 'DOCUMENT')];
    await user.settled();
    for (const [id, code] of [
      [others, 'NOT_FOUND'],
      [document, 'MEDIA_REJECTED'],
      [newId('med'), 'MEDIA_NOT_READY'],
      [newId('prd'), 'NOT_FOUND'],
      ['\0', 'NOT_FOUND'],
    ] as const)
      expect(await set(ana, id)).toEqual({ user: null, userErrors: [{ code, field: ['avatarId'] }] });
    expect(user.heardAll(MediaUsed, ({ userId }) => userId === ana.id)).toEqual([]);
  });
});
