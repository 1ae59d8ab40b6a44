import { query } from '@agora/platform/database/database';
import { newId } from '@agora/platform/ids';
import type { Actor } from '@agora/platform/security/actor';
import { UserRestored, UserRolesChanged, UserSuspended, VerificationRejected } from '@agora/schema/events/user';
import { beforeAll, describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { onDatabase } from './support/database.ts';
import type { Member } from './support/people.ts';
import { openUser } from './support/user.ts';

const { user, people, operator } = await openUser();
const admin = await administrator();

async function administrator(): Promise<Member> {
  const member = await people.member();
  await operator('grant', member.email, 'ADMIN');
  return { ...member, roles: ['USER', 'ADMIN'] };
}

const Changed = z.object({
  user: z.object({ id: z.string() }).loose().nullable(),
  userErrors: z.array(z.object({ code: z.string(), message: z.string(), field: z.array(z.string()).nullable() })),
});

const Named = z.object({ viewer: z.object({ username: z.string() }) });
const Asked = z.object({
  sellerVerificationRequest: z.object({
    sellerVerification: z.object({ id: z.string() }).nullable(),
    userErrors: z.array(z.object({ code: z.string() })),
  }),
});

type Deed = 'RoleGrant' | 'RoleRevoke' | 'Suspend' | 'Restore';

async function operate(as: Actor, deed: Deed, input: object, acceptLanguage = 'en') {
  const mutation = `mutation ($input: User${deed}Input!) {
    user${deed}(input: $input) {
      user { id roles status suspension { reason until suspendedBy { id } } viewerCanSuspend viewerCanGrantRoles }
      userErrors { code message field }
    }
  }`;
  return Changed.parse((await user.data(mutation, { input }, { as, acceptLanguage }))[`user${deed}`]);
}

const WHY = { reason: 'As agreed at the meeting.' };

describe('roles', () => {
  test('are given by an administrator, whose words the audit trail keeps', async () => {
    const ana = await people.member();
    const { user: changed, userErrors } = await operate(admin, 'RoleGrant', { userId: ana.id, role: 'MODERATOR', ...WHY });
    expect([changed, userErrors]).toMatchObject([{ roles: ['USER', 'MODERATOR'], viewerCanGrantRoles: true }, []]);
    expect(await user.heard(UserRolesChanged, ({ userId }) => userId === ana.id)).toEqual({
      userId: ana.id,
      roles: ['USER', 'MODERATOR'],
      ...WHY,
    });
    const [entry] = await onDatabase(user.databaseUrl, ({ fork }) =>
      query(fork(), `select actor_id from platform.event_log where key = $1 and type = 'user.roles.changed.v1'`, [ana.id]),
    );
    expect(entry).toEqual({ actor_id: admin.id });
    const again = await operate(admin, 'RoleGrant', { userId: ana.id, role: 'MODERATOR', ...WHY });
    expect(again.userErrors).toMatchObject([{ code: 'CONFLICT', field: ['role'] }]);
  });

  test('are taken away, which ends the sessions whose tokens carry them', async () => {
    const ana = await people.member();
    await operate(admin, 'RoleGrant', { userId: ana.id, role: 'MODERATOR', ...WHY });
    const { session } = await people.refresh(ana.tokens.refreshToken);
    const { user: changed } = await operate(admin, 'RoleRevoke', { userId: ana.id, role: 'MODERATOR', ...WHY });
    expect(changed).toMatchObject({ roles: ['USER'] });
    expect((await people.refresh(session?.refreshToken ?? '')).userErrors).toMatchObject([{ code: 'TOKEN_EXPIRED' }]);
    const again = await operate(admin, 'RoleRevoke', { userId: ana.id, role: 'MODERATOR', ...WHY });
    expect(again.userErrors).toMatchObject([{ code: 'CONFLICT', field: ['role'] }]);
  });

  test('administrators do not take their own away, nor each other’s at once', async () => {
    const [one, two] = [await administrator(), await administrator()];
    await onDatabase(user.databaseUrl, ({ fork }) =>
      query(fork(), `update account set suspended_at = now(), suspension_reason = 'On leave.' where roles @> '{ADMIN}' and id <> all($1)`, [
        [one.id, two.id],
      ]),
    );
    const own = await operate(one, 'RoleRevoke', { userId: one.id, role: 'ADMIN', ...WHY });
    expect(own.userErrors).toMatchObject([{ code: 'CONFLICT', field: ['role'] }]);
    const both = await Promise.all([
      operate(one, 'RoleRevoke', { userId: two.id, role: 'ADMIN', ...WHY }),
      operate(two, 'RoleRevoke', { userId: one.id, role: 'ADMIN', ...WHY }),
    ]);
    expect(both.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(['CONFLICT']);
    await onDatabase(user.databaseUrl, ({ fork }) =>
      query(fork(), `update account set suspended_at = null, suspension_reason = null where suspension_reason = 'On leave.'`),
    );
  });

  test('a verified seller keeps theirs until the verification goes', async () => {
    const ana = await people.member({ profileKind: 'BUSINESS' });
    await operator('verify', ana.email);
    const { userErrors } = await operate(admin, 'RoleRevoke', { userId: ana.id, role: 'SELLER', ...WHY });
    expect(userErrors).toMatchObject([{ code: 'CONFLICT', field: ['role'] }]);
  });

  test('SELLER, once taken, comes back neither by another kind of profile nor by a request that waits, but from an administrator', async () => {
    const ana = await people.member({ profileKind: 'BUSINESS' });
    const { viewer } = Named.parse(await user.data('{ viewer { username } }', {}, { as: ana }));
    await operator('verify-email', ana.email, viewer.username);
    const request = `mutation { sellerVerificationRequest(input: { legalName: "Ana", countryCode: "CO" }) {
      sellerVerification { id } userErrors { code }
    } }`;
    const asSeller: Actor = { ...ana, roles: ['USER', 'SELLER'] };
    const { sellerVerificationRequest: asked } = Asked.parse(await user.data(request, {}, { as: asSeller }));
    await operate(admin, 'RoleRevoke', { userId: ana.id, role: 'SELLER', ...WHY });
    await user.heard(VerificationRejected, ({ sellerVerificationId }) => sellerVerificationId === asked.sellerVerification?.id);

    const rolesNow = async () => (await user.data('{ viewer { roles sellerVerification { status } } }', {}, { as: ana }))['viewer'];
    const become = (kind: string) =>
      user.data(`mutation { profileKindChange(input: { kind: ${kind} }) { userErrors { code } } }`, {}, { as: ana });
    for (const kind of ['CONSUMER', 'BUSINESS']) await become(kind);
    expect(await rolesNow()).toEqual({ roles: ['USER'], sellerVerification: { status: 'REJECTED' } });
    // With a token of before.
    const { sellerVerificationRequest: again } = Asked.parse(await user.data(request, {}, { as: asSeller }));
    expect(again.userErrors).toEqual([{ code: 'CONFLICT' }]);

    await operate(admin, 'RoleGrant', { userId: ana.id, role: 'SELLER', ...WHY });
    expect(await rolesNow()).toMatchObject({ roles: ['USER', 'SELLER'] });
    const { sellerVerificationRequest: third } = Asked.parse(await user.data(request, {}, { as: asSeller }));
    expect(third.userErrors).toEqual([]);
  });

  test.each([
    [{ role: 'USER' }, 'INVALID', 'role'],
    [{ reason: ' ' }, 'INVALID', 'reason'],
    [{ userId: newId('usr') }, 'NOT_FOUND', 'userId'],
    [{ userId: 'usr_\0' }, 'NOT_FOUND', 'userId'],
  ])('of %j are refused', async (differently, code, field) => {
    const input = { userId: (await people.member()).id, role: 'MODERATOR', ...WHY, ...differently };
    for (const deed of ['RoleGrant', 'RoleRevoke'] as const) {
      expect((await operate(admin, deed, input)).userErrors).toMatchObject([{ code, field: [field] }]);
    }
  });

  test('nobody else gives or takes them, suspends or restores', async () => {
    const [ana, ben] = [await people.member(), await people.member()];
    const deeds: readonly (readonly [Deed, object])[] = [
      ['RoleGrant', { userId: ben.id, role: 'ADMIN', ...WHY }],
      ['RoleRevoke', { userId: ana.id, role: 'MODERATOR', ...WHY }],
      ['Suspend', { userId: ana.id, ...WHY }],
      ['Restore', { userId: ana.id, ...WHY }],
    ];
    for (const [deed, input] of deeds) {
      const mutation = `mutation ($input: User${deed}Input!) { user${deed}(input: $input) { userErrors { code } } }`;
      const codeFor = async (as: Actor | null) => (await user.ask(mutation, { input }, { as })).errors?.[0]?.extensions['code'];
      expect(await codeFor(null)).toBe('UNAUTHENTICATED');
      for (const role of ['SELLER', 'MODERATOR'] as const) expect(await codeFor({ ...ben, roles: ['USER', role] })).toBe('FORBIDDEN');
    }
  });
});

describe('a suspended account', () => {
  test('is signed out and reads why at sign-in, until it is restored', async () => {
    const ana = await people.member();
    const reason = 'Two reports of copied photographs.';
    const { user: changed } = await operate(admin, 'Suspend', { userId: ana.id, reason });
    expect(changed).toMatchObject({ status: 'SUSPENDED', suspension: { reason, until: null, suspendedBy: { id: admin.id } } });
    expect(await user.heard(UserSuspended, ({ userId }) => userId === ana.id)).toEqual({ userId: ana.id, reason, until: null });
    expect((await people.refresh(ana.tokens.refreshToken)).userErrors).toMatchObject([{ code: 'TOKEN_EXPIRED' }]);
    expect((await people.signIn(ana.email)).userErrors).toMatchObject([
      { code: 'ACCOUNT_SUSPENDED', message: `This account is suspended: ${reason}` },
    ]);

    const other = { userId: ana.id, reason: 'And one of fraud.', until: '2999-01-01T00:00:00.000Z' };
    expect((await operate(admin, 'Suspend', other)).user).toMatchObject({ suspension: { reason: other.reason, until: other.until } });

    const restored = await operate(admin, 'Restore', { userId: ana.id });
    expect(restored.user).toMatchObject({ status: 'ACTIVE', suspension: null });
    await user.heard(UserRestored, ({ userId }) => userId === ana.id);
    expect((await people.signIn(ana.email)).userErrors).toEqual([]);
    expect((await operate(admin, 'Restore', { userId: ana.id })).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
  });

  test('is not among the public profiles until it is restored', async () => {
    const ana = await people.member({ displayName: 'Zenobia Suspensa' });
    const found = async () => {
      const search = '{ profiles(filter: { query: "suspensa" }) { totalCount nodes { user { id } } } }';
      return (await user.data(search, {}, { as: null }))['profiles'];
    };
    const shown = { totalCount: 1, nodes: [{ user: { id: ana.id } }] };
    expect(await found()).toEqual(shown);
    await operate(admin, 'Suspend', { userId: ana.id, ...WHY });
    expect(await found()).toEqual({ totalCount: 0, nodes: [] });
    await operate(admin, 'Restore', { userId: ana.id });
    expect(await found()).toEqual(shown);
  });

  test('is restored when its time has come', async () => {
    const ana = await people.member();
    const until = new Date(Date.now() + 1_000).toISOString();
    await operate(admin, 'Suspend', { userId: ana.id, ...WHY, until });
    expect(await user.heard(UserRestored, ({ userId }) => userId === ana.id)).toEqual({ userId: ana.id });
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(until));
    expect((await people.signIn(ana.email)).userErrors).toEqual([]);
  });

  test('is no administrator, and nobody’s own', async () => {
    const other = await administrator();
    for (const userId of [admin.id, other.id]) {
      expect((await operate(admin, 'Suspend', { userId, ...WHY })).userErrors).toMatchObject([{ code: 'FORBIDDEN', field: ['userId'] }]);
    }
    const wrong = { userId: (await people.member()).id, reason: '', until: '2001-01-01T00:00:00Z' };
    expect((await operate(admin, 'Suspend', wrong)).userErrors).toMatchObject([
      { code: 'INVALID', field: ['reason'] },
      { code: 'INVALID', field: ['until'] },
    ]);
  });

  test('is known as one to itself and to moderators, and to nobody else; by whom, to administrators', async () => {
    const [ana, ben] = [await people.member(), await people.member()];
    await operate(admin, 'Suspend', { userId: ana.id, ...WHY });
    const seenBy = async (as: Actor) => {
      const fields = '{ status suspension { reason suspendedBy { id } } viewerCanSuspend }';
      return (await user.data(`query ($id: ID!) { user(id: $id) ${fields} }`, { id: ana.id }, { as }))['user'];
    };
    const known = { status: 'SUSPENDED', suspension: { ...WHY, suspendedBy: null }, viewerCanSuspend: false };
    expect(await seenBy(ana)).toEqual(known);
    expect(await seenBy({ ...ben, roles: ['USER', 'MODERATOR'] })).toEqual(known);
    expect(await seenBy(ben)).toEqual({ status: null, suspension: null, viewerCanSuspend: false });
    expect(await seenBy(admin)).toEqual({ ...known, suspension: { ...WHY, suspendedBy: { id: admin.id } }, viewerCanSuspend: true });
  });

  test.each([
    ['en', 'Administrators, and you yourself, cannot be suspended.'],
    ['es', 'No se puede suspender a administradores ni a ti mismo.'],
    ['pt', 'Não é possível suspender administradores nem a si próprio.'],
  ])('what an administrator may not do is said in %s', async (language, message) => {
    expect((await operate(admin, 'Suspend', { userId: admin.id, ...WHY }, language)).userErrors).toMatchObject([{ message }]);
  });
});

describe('the people search', () => {
  const Found = z.object({ users: z.object({ totalCount: z.int(), nodes: z.array(z.object({ username: z.string() }).loose()) }) });
  const find = async (as: Actor, filter: object, sort?: object) => {
    const search = `query ($filter: UserFilterInput, $sort: UserSortInput) {
      users(first: 100, filter: $filter, sort: $sort) { totalCount nodes { id username email roles status profile { kind } } }
    }`;
    const { users } = Found.parse(await user.data(search, { filter, ...(sort && { sort }) }, { as }));
    expect(users.totalCount).toBe(users.nodes.length);
    return users.nodes;
  };
  const names = async (as: Actor, filter: object, sort?: object) => (await find(as, filter, sort)).map(({ username }) => username);
  let moderator: Actor;

  beforeAll(async () => {
    moderator = { ...(await people.member()), roles: ['USER', 'MODERATOR'] };
    for (const [name, kind] of [
      ['zora-one', 'SPECIALIST'],
      ['zora-two', 'BUSINESS'],
      ['100%_zora', 'CONSUMER'],
    ] as const) {
      await people.member({
        displayName: `Ünlü ${name}`,
        username: name.replace(/[^a-z0-9-]/g, '-'),
        email: `post-of-${name.slice(-4)}@people.example`,
        profileKind: kind,
      });
    }
  });

  test('finds the beginning of a name or username; of an e-mail for administrators alone', async () => {
    expect(await names(moderator, { query: 'ZORA-' })).toEqual(['zora-two', 'zora-one']);
    expect(await names(moderator, { query: 'ünlü 100%_' })).toEqual(['100--zora']);
    expect(await names(moderator, { query: 'ünlü 1_0' })).toEqual([]);
    expect(await names(moderator, { query: 'post-of-' })).toEqual([]);
    expect(await names(admin, { query: 'post-of-' })).toEqual(['100--zora', 'zora-two', 'zora-one']);
    // Whose small letter has a dot and whose has none is asked of the one who also wrote the index.
    const { id } = await people.member({ displayName: 'İpek Işık' });
    expect((await find(admin, { query: 'İPEK' })).map((one) => one['id'])).toEqual([id]);
  });

  test.each([
    ['who has which role', 'filter: { roles: [ADMIN] }', ['filter', 'roles']],
    ['who last signed in when', 'filter: { lastSignedInAt: { gte: "2020-01-01T00:00:00Z" } }', ['filter', 'lastSignedInAt']],
    ['who signed in after whom', 'sort: { field: LAST_SIGNED_IN_AT }', ['sort', 'field']],
  ])('does not tell %s to who may not see that', async (_, args, field) => {
    const search = `{ users(${args}) { totalCount nodes { username } } }`;
    const { data, errors } = await user.ask(search, {}, { as: moderator });
    expect([data, errors?.[0]?.extensions]).toMatchObject([{ users: null }, { code: 'FORBIDDEN', field }]);
    expect((await user.ask(search, {}, { as: admin })).errors).toBeUndefined();
  });

  test('has who signed in last, and who never did comes last either way', async () => {
    const called = 'iris';
    const [first, never, second] = [
      await people.member({ displayName: 'Iris A' }),
      await people.member({ displayName: 'Iris B' }),
      await people.member({ displayName: 'Iris C' }),
    ];
    await onDatabase(user.databaseUrl, ({ fork }) =>
      query(fork(), 'update account set last_signed_in_at = null where id = $1', [never.id]),
    );
    const ids = async (direction: string, filter: object = {}) =>
      (await find(admin, { query: called, ...filter }, { field: 'LAST_SIGNED_IN_AT', direction })).map(({ id }) => id);
    expect(await ids('DESC')).toEqual([second.id, first.id, never.id]);
    expect(await ids('ASC')).toEqual([first.id, second.id, never.id]);
    const { viewer } = z
      .object({ viewer: z.object({ lastSignedInAt: z.string() }) })
      .parse(await user.data('{ viewer { lastSignedInAt } }', {}, { as: second }));
    expect(await ids('ASC', { lastSignedInAt: { gte: viewer.lastSignedInAt } })).toEqual([second.id]);
    expect((await people.signIn(first.email)).session).not.toBeNull();
    expect(await ids('DESC')).toEqual([first.id, second.id, never.id]);

    const page = `query ($after: String) { users(first: 1, after: $after, filter: { query: "iris" }, sort: { field: LAST_SIGNED_IN_AT, direction: DESC }) {
      nodes { id } pageInfo { endCursor } } }`;
    const Page = z.object({
      users: z.object({ nodes: z.array(z.object({ id: z.string() })), pageInfo: z.object({ endCursor: z.string() }) }),
    });
    const walked: (string | undefined)[] = [];
    for (let after: string | null = null; walked.length < 3;) {
      const { users }: z.output<typeof Page> = Page.parse(await user.data(page, { after }, { as: admin }));
      walked.push(users.nodes[0]?.id);
      after = users.pageInfo.endCursor;
    }
    expect(walked).toEqual([first.id, second.id, never.id]);
  });

  test('is narrowed by kind, role, state, verification and time, and sorted', async () => {
    const zoras = { query: 'ünlü' };
    const byName = { field: 'USERNAME', direction: 'ASC' };
    expect(await names(admin, zoras, byName)).toEqual(['100--zora', 'zora-one', 'zora-two']);
    expect(await names(admin, { ...zoras, profileKinds: ['SPECIALIST', 'CONSUMER'] }, byName)).toEqual(['100--zora', 'zora-one']);
    expect(await names(admin, { ...zoras, roles: ['SELLER', 'ADMIN'] })).toEqual(['zora-two']);
    expect(await names(admin, { ...zoras, isVerifiedSeller: true })).toEqual([]);
    expect(await names(admin, { ...zoras, isVerifiedSeller: false }, byName)).toHaveLength(3);
    expect(await names(admin, { ...zoras, createdAt: { lt: '2020-01-01T00:00:00Z' } })).toEqual([]);
    expect(await names(admin, { ...zoras, statuses: ['SUSPENDED'] })).toEqual([]);
    const [found] = await find(admin, { query: 'zora-one' });
    const { user: one } = z.object({ user: z.object({ id: z.string() }) }).parse(await user.data('{ user(username: "zora-one") { id } }'));
    await operate(admin, 'Suspend', { userId: one.id, ...WHY });
    expect(found).toMatchObject({ status: 'ACTIVE', email: 'post-of--one@people.example', roles: ['USER'] });
    expect(await find(moderator, { ...zoras, statuses: ['SUSPENDED'] })).toMatchObject([
      { username: 'zora-one', status: 'SUSPENDED', email: null, roles: null },
    ]);
  });

  test('is for those who operate the marketplace', async () => {
    const search = '{ users { nodes { id } } }';
    expect((await user.ask(search)).errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect((await user.ask(search, {}, { as: await people.member() })).errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('costs one statement for each type, and each of its ways has an index', async () => {
    user.ownStatements();
    await user.data('{ users(first: 50) { nodes { id profile { id } suspension { reason } } } }', {}, { as: admin });
    expect(user.ownStatements()).toHaveLength(3);

    await onDatabase(user.databaseUrl, async ({ fork }) => {
      const em = fork();
      await em.transactional(async (tx) => {
        // The few rows of a test are read faster without an index.
        await tx.execute('set local enable_seqscan = off');
        const plan = async (where: string, order = '') =>
          JSON.stringify(await tx.execute(`explain select id from account where ${where} ${order}`));
        expect(await plan(`lower(display_name) like 'zo%' or username like 'zo%' or email like 'zo%'`)).toMatch(
          /account_name_beginning.*account_username_beginning.*account_email_beginning/,
        );
        expect(await plan(`roles && '{ADMIN}'`)).toContain('account_roles_index');
        expect(await plan('true', 'order by created_at desc, id desc limit 20')).toContain('account_created_at_id_index');
        for (const [never, way, index] of [
          ['-infinity', 'desc', 'newest'],
          ['infinity', 'asc', 'oldest'],
        ])
          expect(await plan('true', `order by coalesce(last_signed_in_at, '${never}') ${way}, id ${way} limit 20`)).toContain(
            `account_last_sign_in_${index}`,
          );
        expect(await plan('suspended_until <= now()')).toContain('account_suspended_until_index');
      });
    });
  });
});

test('an operator grants a role, which the next token carries', async () => {
  const ana = await people.member();
  expect(await operator('grant', ana.email.toUpperCase(), 'MODERATOR')).toMatchObject({ code: 0 });
  const roles = ['USER', 'MODERATOR'];
  expect(await user.heard(UserRolesChanged, ({ userId }) => userId === ana.id)).toEqual({ userId: ana.id, roles });
  const { session } = await people.refresh(ana.tokens.refreshToken);
  expect(await people.verify(session?.accessToken ?? '')).toMatchObject({ roles });
  expect((await operator('grant', ana.email, 'MODERATOR')).said).toMatch(/already/);
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
