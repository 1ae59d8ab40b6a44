import { newId } from '@agora/platform/ids';
import type { Actor } from '@agora/platform/security/actor';
import { UserBlocked, UserMuted, UserUnblocked, UserUnmuted } from '@agora/schema/events/user';
import { take } from '@agora/platform/testing/take';
import { describe, expect, test } from '@jest/globals';
import type { ExecutionResult } from 'graphql';
import { query } from '@agora/platform/database/database';
import * as z from 'zod';
import { onDatabase } from './support/database.ts';
import { openUser } from './support/user.ts';

const { user, people } = await openUser();

const Changed = z.object({
  user: z.object({ id: z.string() }).loose().nullable(),
  userErrors: z.array(z.object({ code: z.string(), message: z.string(), field: z.array(z.string()).nullable() })),
});

type Deed = 'Block' | 'Unblock' | 'Mute' | 'Unmute' | 'NoteUpdate';

async function change(as: Actor, deed: Deed, input: object, acceptLanguage = 'en') {
  const mutation = `mutation ($input: User${deed}Input!) {
    user${deed}(input: $input) { user { id viewerHasBlocked viewerHasMuted viewerNote viewerCanBlock } userErrors { code message field } }
  }`;
  return Changed.parse((await user.data(mutation, { input }, { as, acceptLanguage }))[`user${deed}`]);
}

const LISTS = `blockedUsers(first: 1) { totalCount pageInfo { hasNextPage endCursor } nodes { user { id } blockedAt } }
  mutedUsers { totalCount nodes { user { id } until } }`;

/** What two people know of each other, and of themselves. */
async function seen(as: Actor | null, id: string) {
  const fields = `{ viewerHasBlocked viewerHasMuted viewerNote viewerCanBlock }`;
  return (await user.data(`query ($id: ID!) { user(id: $id) ${fields} }`, { id }, { as }))['user'];
}

const NOTHING = { viewerHasBlocked: false, viewerHasMuted: false, viewerNote: null };

describe('the devices of somebody', () => {
  const FOLLOW = 'subscription ($after: String) { viewerUpdated(after: $after) { cursor kind occurredAt user { id displayName } } }';
  const Told = z.object({
    viewerUpdated: z.object({ cursor: z.string(), kind: z.string(), user: z.object({ id: z.string(), displayName: z.string() }) }),
  });
  const told = async (stream: AsyncIterator<ExecutionResult>, count: number) =>
    (await take(stream, count)).map(({ data }) => Told.parse(data).viewerUpdated);
  const Live = z.object({ viewer: z.object({ liveCursor: z.string() }) });
  const cursorOf = async (as: Actor) => Live.parse(await user.data('{ viewer { liveCursor } }', {}, { as })).viewer.liveCursor;

  test('are told of each change of the account, whatever it is, and of nobody else’s', async () => {
    const [ana, ben] = [await people.member({ profileKind: 'BUSINESS' }), await people.member()];
    const stream = await user.subscribe(FOLLOW, {}, { as: ana });
    const address = `{ recipientName: "Ana", line1: "Carrera 7 # 1-23", city: "Bogotá", region: "Bogotá, D. C.", postalCode: "110311", countryCode: "CO" }`;
    const changes: readonly (readonly [string, string])[] = [
      ['userUpdate(input: { displayName: "Ana María" })', 'PROFILE_CHANGED'],
      ['profileUpdate(input: { headline: "Bowls" })', 'PROFILE_CHANGED'],
      ['userSkillsUpdate(input: { skillKeys: [] })', 'PROFILE_CHANGED'],
      ['sellerUpdate(input: { tagline: "Clay" })', 'PROFILE_CHANGED'],
      ['userPreferencesUpdate(input: { theme: DARK })', 'PREFERENCES_CHANGED'],
      ['userContactUpdate(input: { phone: "+573001234567" })', 'PREFERENCES_CHANGED'],
      [`addressCreate(input: { postalAddress: ${address} })`, 'ADDRESSES_CHANGED'],
      [`userBlock(input: { userId: "${ben.id}" })`, 'BLOCKS_CHANGED'],
      [`userMute(input: { userId: "${ben.id}" })`, 'BLOCKS_CHANGED'],
      [`userUnmute(input: { userId: "${ben.id}" })`, 'BLOCKS_CHANGED'],
      ['profileKindChange(input: { kind: CONSUMER })', 'PROFILE_CHANGED'],
      ['sessionRevoke(input: { allSessions: true })', 'SECURITY_CHANGED'],
    ];
    const as: Actor = { ...ana, roles: ['USER', 'SELLER'] };
    await user.data('mutation { userUpdate(input: { displayName: "Ben" }) { userErrors { code } } }', {}, { as: ben });
    for (const [mutation] of changes) {
      const [field = ''] = mutation.split('(');
      expect([mutation, await user.data(`mutation { ${mutation} { userErrors { code } } }`, {}, { as })]).toEqual([
        mutation,
        { [field]: { userErrors: [] } },
      ]);
    }
    const events = await told(stream, changes.length);
    expect(events.map(({ kind }) => kind)).toEqual(changes.map(([, kind]) => kind));
    expect(new Set(events.map((event) => `${event.user.id} ${event.user.displayName}`))).toEqual(new Set([`${ana.id} Ana María`]));
    await stream.return?.();

    const resumed = await user.subscribe(FOLLOW, { after: events[8]?.cursor }, { as });
    expect((await told(resumed, 3)).map(({ cursor }) => cursor)).toEqual(events.slice(9).map(({ cursor }) => cursor));
    await resumed.return?.();
  });

  test('miss nothing between what they read and what they follow', async () => {
    const ana = await people.member();
    const before = await cursorOf(ana);
    for (const displayName of ['Ana One', 'Ana Two']) {
      await user.data(
        'mutation ($name: String) { userUpdate(input: { displayName: $name }) { userErrors { code } } }',
        { name: displayName },
        { as: ana },
      );
    }
    const stream = await user.subscribe(FOLLOW, { after: before }, { as: ana });
    expect((await told(stream, 2)).map(({ kind }) => kind)).toEqual(['PROFILE_CHANGED', 'PROFILE_CHANGED']);
    await stream.return?.();
    expect(await cursorOf(ana)).not.toBe(before);
  });

  test('are nobody else’s: neither the cursor nor what comes after it', async () => {
    const [ana, ben] = [await people.member(), await people.member()];
    const cursor = await cursorOf(ana);
    const { user: seenByBen } = await user.data('query ($id: ID!) { user(id: $id) { liveCursor } }', { id: ana.id }, { as: ben });
    expect(seenByBen).toEqual({ liveCursor: null });
    expect(await refusal(FOLLOW, { after: cursor }, ben)).toBe('BAD_USER_INPUT');
    expect(await refusal(FOLLOW, {}, null)).toBe('UNAUTHENTICATED');
  });

  async function refusal(subscription: string, variables: object, as: Actor | null): Promise<unknown> {
    const answer = await user.service.subscribe({
      query: subscription,
      variables: { ...variables },
      identity: { actor: as, ip: '127.0.0.1' },
    });
    if (Symbol.asyncIterator in answer) throw new Error('It was not refused.');
    return answer.errors?.[0]?.extensions['code'];
  }
});

describe('somebody', () => {
  test('blocks others, whom they list last first, until they think better of it', async () => {
    const [ana, ben, cai] = [await people.member(), await people.member(), await people.member()];
    for (const { id: userId } of [ben, cai, ben]) {
      expect(await change(ana, 'Block', { userId })).toMatchObject({
        user: { viewerHasBlocked: true, viewerHasMuted: false },
        userErrors: [],
      });
    }
    await user.heard(UserBlocked, ({ userId, blockedUserId }) => userId === ana.id && blockedUserId === cai.id);
    const { viewer } = await user.data(`{ viewer { ${LISTS} } }`, {}, { as: ana });
    expect(viewer).toMatchObject({
      blockedUsers: { totalCount: 2, pageInfo: { hasNextPage: true }, nodes: [{ user: { id: cai.id }, blockedAt: expect.any(String) }] },
      mutedUsers: { totalCount: 0, nodes: [] },
    });
    expect(await change(ana, 'Unblock', { userId: cai.id })).toMatchObject({ user: { viewerHasBlocked: false }, userErrors: [] });
    await user.heard(UserUnblocked, ({ userId, blockedUserId }) => userId === ana.id && blockedUserId === cai.id);
    expect((await change(ana, 'Unblock', { userId: cai.id })).userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['userId'] }]);
    expect(user.heardAll(UserBlocked, ({ userId }) => userId === ana.id)).toHaveLength(2);
  });

  test('mutes others for good or for a while, which ends by itself', async () => {
    const [ana, ben] = [await people.member(), await people.member()];
    const soon = new Date(Date.now() + 2_000).toISOString();
    expect(await change(ana, 'Mute', { userId: ben.id })).toMatchObject({ user: { viewerHasMuted: true, viewerHasBlocked: false } });
    expect(await user.heard(UserMuted, ({ userId }) => userId === ana.id)).toEqual({ userId: ana.id, mutedUserId: ben.id, until: null });
    await change(ana, 'Mute', { userId: ben.id, until: '2999-01-01T00:00:00.000Z' });
    expect(await user.data(`{ viewer { ${LISTS} } }`, {}, { as: ana })).toMatchObject({
      viewer: { mutedUsers: { totalCount: 1, nodes: [{ user: { id: ben.id }, until: '2999-01-01T00:00:00.000Z' }] } },
    });
    expect(await change(ana, 'Unmute', { userId: ben.id })).toMatchObject({ user: { viewerHasMuted: false }, userErrors: [] });
    await user.heard(UserUnmuted, ({ userId, mutedUserId }) => userId === ana.id && mutedUserId === ben.id);

    await change(ana, 'Mute', { userId: ben.id, until: soon });
    await onDatabase(user.databaseUrl, ({ fork }) =>
      query(fork(), `update mute set until = now() - interval '1 second' where account_id = $1`, [ana.id]),
    );
    expect(await seen(ana, ben.id)).toEqual({ ...NOTHING, viewerCanBlock: true });
    expect(await user.data(`{ viewer { ${LISTS} } }`, {}, { as: ana })).toMatchObject({
      viewer: { mutedUsers: { totalCount: 0, nodes: [] } },
    });
    expect((await change(ana, 'Unmute', { userId: ben.id })).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  test('keeps a note about somebody, which they change and take away', async () => {
    const [ana, ben] = [await people.member(), await people.member()];
    const note = 'Met at the fair.\nOwes me a bowl.';
    for (const [given, kept] of [
      [note, note],
      ['Paid.', 'Paid.'],
      [' ', null],
      ['Once more.', 'Once more.'],
      [null, null],
    ]) {
      expect(await change(ana, 'NoteUpdate', { userId: ben.id, note: given })).toMatchObject({
        user: { viewerNote: kept },
        userErrors: [],
      });
    }
    const { userErrors } = await change(ana, 'NoteUpdate', { userId: ben.id, note: 'x'.repeat(2_001) });
    expect(userErrors).toMatchObject([{ code: 'INVALID', field: ['note'] }]);
  });

  test('is not told, and nobody else is, administrators included, by whichever way', async () => {
    const [ana, ben, cai] = [await people.member(), await people.member(), await people.member()];
    await change(ana, 'Block', { userId: ben.id });
    await change(ana, 'Mute', { userId: ben.id });
    await change(ana, 'NoteUpdate', { userId: ben.id, note: 'Mine alone.' });
    expect(await seen(ana, ben.id)).toEqual({
      viewerHasBlocked: true,
      viewerHasMuted: true,
      viewerNote: 'Mine alone.',
      viewerCanBlock: true,
    });
    expect(await seen(ana, ana.id)).toEqual({ ...NOTHING, viewerCanBlock: false });
    expect(await seen(null, ben.id)).toEqual({ ...NOTHING, viewerCanBlock: false });

    const everyWay = `query ($id: ID!, $of: [_Any!]!) {
      user(id: $id) { ...Private }
      _entities(representations: $of) { ... on User { ...Private } }
      profiles(first: 100) { nodes { user { ...Private } } }
    }
    fragment Private on User { blockedUsers { nodes { user { id } } } mutedUsers { nodes { user { id } } } viewerHasBlocked viewerHasMuted viewerNote }`;
    for (const as of [ben, cai, { ...cai, roles: ['USER', 'MODERATOR', 'ADMIN'] } as const]) {
      for (const { id } of [ana, ben]) {
        const answer = await user.data(everyWay, { id, of: [{ __typename: 'User', id }] }, { as });
        const told = JSON.stringify(answer);
        for (const secret of ['"viewerHasBlocked":true', '"viewerHasMuted":true', 'Mine alone.']) expect(told).not.toContain(secret);
        const isOwn = as.id === id;
        const lists = isOwn ? { nodes: [] } : null;
        expect(answer['user']).toEqual({ ...NOTHING, blockedUsers: lists, mutedUsers: lists });
      }
    }
  });

  test('is read with what the reader thinks of them by one statement for each, however many', async () => {
    const ana = await people.member();
    for (let n = 0; n < 3; n++) await change(ana, 'Block', { userId: (await people.member()).id });
    user.ownStatements();
    await user.data('{ profiles(first: 50) { nodes { user { viewerHasBlocked viewerHasMuted viewerNote } } } }', {}, { as: ana });
    expect(user.ownStatements()).toHaveLength(5);
  });

  test('is held to a thousand of each, and not to one more', async () => {
    const [ana, last] = [await people.member(), await people.member()];
    await onDatabase(user.databaseUrl, ({ fork }) =>
      query(
        fork(),
        `with made as (
           insert into account (id, username, display_name, password_hash, roles, locale, currency_code, time_zone, theme, is_listed,
             created_at, updated_at, version)
           select 'usr_' || n, 'thousand-' || n, 'One of many', '', '{USER}', 'en', 'EUR', 'UTC', 'SYSTEM', false, now(), now(), 1
           from generate_series(1, 1000) as n returning id
         ), noted as (
           insert into note (account_id, about_id, text) select $1, id, 'One of many.' from made
         ), more as (
           insert into account (id, username, display_name, password_hash, roles, locale, currency_code, time_zone, theme, is_listed,
             created_at, updated_at, version)
           select 'usr_more_' || n, 'more-' || n, 'One of many', '', '{USER}', 'en', 'EUR', 'UTC', 'SYSTEM', false, now(), now(), 1
           from generate_series(1, 4000) as n returning id
         ), noted_more as (
           insert into note (account_id, about_id, text) select $1, id, 'One of many.' from more
         ), blocked as (insert into block (account_id, blocked_id, blocked_at) select $1, id, now() from made)
         insert into mute (account_id, muted_id, muted_at) select $1, id, now() from made`,
        [ana.id],
      ),
    );
    for (const [deed, message] of [
      ['Block', 'Bloquea como máximo 1000 cuentas.'],
      ['Mute', 'Silencia como máximo 1000 cuentas.'],
    ] as const) {
      expect(await change(ana, deed, { userId: last.id }, 'es')).toMatchObject({
        user: null,
        userErrors: [{ code: 'LIMIT_REACHED', message }],
      });
    }
    const note = 'mutation ($input: UserNoteUpdateInput!) { userNoteUpdate(input: $input) { user { id } userErrors { code message } } }';
    const { userNoteUpdate } = await user.data(note, { input: { userId: last.id, note: 'And one.' } }, { as: ana, acceptLanguage: 'pt' });
    expect(userNoteUpdate).toEqual({
      user: null,
      userErrors: [{ code: 'LIMIT_REACHED', message: 'Guarde notas sobre no máximo 5000 contas.' }],
    });
    expect(await seen(ana, last.id)).toMatchObject(NOTHING);
  });

  test.each([
    ['Block', 'en', 'That is yourself.'],
    ['Mute', 'es', 'Eres tú.'],
    ['Block', 'pt', 'É você.'],
  ] as const)('cannot mean themselves by %s, which is said in %s, nor nobody', async (deed, language, message) => {
    const ana = await people.member();
    expect((await change(ana, deed, { userId: ana.id }, language)).userErrors).toEqual([{ code: 'FORBIDDEN', message, field: ['userId'] }]);
    for (const userId of [newId('usr'), newId('prf'), 'usr_\0']) {
      expect((await change(ana, deed, { userId })).userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['userId'] }]);
    }
    const past = await change(ana, 'Mute', { userId: newId('usr'), until: '2001-01-01T00:00:00Z' });
    expect(past.userErrors).toMatchObject([{ code: 'INVALID', field: ['until'] }]);
  });
});
