import { query } from '@agora/platform/database/database';
import { newUuid } from '@agora/platform/ids';
import type { Actor } from '@agora/platform/security/actor';
import { person } from '@agora/platform/testing/subgraph';
import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { forgetOldSecurityEvents } from '../src/accounts/commands/record-security-event.ts';
import { authenticatorsOf, wrongCode } from './support/authenticator.ts';
import { onDatabase } from './support/database.ts';
import { hashesDuring } from './support/hashes.ts';
import { type Member, PASSWORD, SIGN_IN } from './support/people.ts';
import { openUser } from './support/user.ts';

const { user, people, operator } = await openUser();

const FIELDS = `totalCount nodes {
  id kind user { id } actor { id } isByAdministrator email role reason device { label } ipAddress isSuspicious occurredAt
}`;
const Page = z.object({ totalCount: z.int(), nodes: z.array(z.looseObject({ id: z.string(), kind: z.string() })) });

async function eventsOf(as: Actor, accountId = as.id, filter: object | null = null) {
  const asked = `query ($id: ID!, $filter: SecurityEventFilterInput) { user(id: $id) { securityEvents(first: 100, filter: $filter) { ${FIELDS} } } }`;
  const { user: shown } = await user.data(asked, { id: accountId, filter }, { as });
  return Page.parse(shown?.['securityEvents']).nodes;
}

async function allEvents(as: Actor, filter: object, first = 100) {
  const asked = `query ($first: Int, $filter: SecurityEventFilterInput) { securityEvents(first: $first, filter: $filter) { ${FIELDS} } }`;
  return Page.parse((await user.data(asked, { first, filter }, { as }))['securityEvents']);
}

const kindsOf = (nodes: readonly { kind: string }[]) => nodes.map(({ kind }) => kind);

/** As from this address and program. */
async function signInFrom(ip: string, userAgent: string, input: object): Promise<void> {
  await user.service.execute({ query: SIGN_IN, variables: { input }, identity: { actor: null, ip }, userAgent });
}

describe('what happened to the safety of an account', () => {
  test('is told to its owner, the last first: who tried, from where, with what, and what was changed', async () => {
    const ana = await people.member();
    await signInFrom('192.0.2.7', 'curl/8.5.0', { email: ana.email, password: 'wrong horse battery' });
    await signInFrom('192.0.2.7', 'curl/8.5.0', { email: ana.email, password: PASSWORD });
    await signInFrom('192.0.2.8', 'curl/8.6.0', { email: ana.email, password: PASSWORD });
    const change = 'mutation ($input: UserPasswordChangeInput!) { userPasswordChange(input: $input) { userErrors { code } } }';
    await user.data(change, { input: { currentPassword: PASSWORD, newPassword: 'another horse battery' } }, { as: ana });
    await user.data('mutation { userEmailChangeRequest(input: { newEmail: "later@agora.example" }) { expiresAt } }', {}, { as: ana });
    await user.data('mutation { sessionRevoke(input: {}) { revokedSessionIds } }', {}, { as: ana });

    const told = await eventsOf(ana);
    expect(kindsOf(told)).toEqual([
      ...['SIGNED_OUT', 'EMAIL_CHANGE_REQUESTED', 'SESSIONS_REVOKED', 'PASSWORD_CHANGED', 'SIGNED_IN', 'SIGNED_IN', 'SIGN_IN_FAILED'],
      'REGISTERED',
    ]);
    const signedIn = {
      isByAdministrator: false,
      actor: null,
      email: null,
      role: null,
      reason: null,
      device: { label: 'curl' },
      user: { id: ana.id },
    };
    expect(told.filter(({ kind }) => kind.startsWith('SIGN_IN') || kind === 'SIGNED_IN')).toMatchObject([
      { ...signedIn, kind: 'SIGNED_IN', ipAddress: '192.0.2.8', isSuspicious: false },
      { ...signedIn, kind: 'SIGNED_IN', ipAddress: '192.0.2.7', isSuspicious: true },
      { ...signedIn, kind: 'SIGN_IN_FAILED', ipAddress: '192.0.2.7', isSuspicious: false },
    ]);
  });

  test('says when a refresh token was copied, and who did not get past the second factor', async () => {
    const ana = await people.member();
    const { session } = await people.refresh(ana.tokens.refreshToken);
    await people.refresh(session?.refreshToken ?? '');
    await people.refresh(ana.tokens.refreshToken);
    await people.refresh(ana.tokens.refreshToken);
    const app = await authenticatorsOf(() => user).add(ana);
    const challenge = async () => {
      const signIn = 'mutation ($input: SessionCreateInput!) { sessionCreate(input: $input) { challenge { token } } }';
      const { sessionCreate } = await user.data(signIn, { input: { email: ana.email, password: PASSWORD } });
      return z.object({ challenge: z.object({ token: z.string() }) }).parse(sessionCreate).challenge.token;
    };
    const complete = 'mutation ($input: SessionChallengeCompleteInput!) { sessionChallengeComplete(input: $input) { session { id } } }';
    const token = await challenge();
    await user.data(complete, { input: { token, code: wrongCode(app) } });
    await user.data(complete, { input: { token, method: 'RECOVERY_CODE', code: app.recoveryCodes[0] } });

    const told = await eventsOf(ana);
    expect(kindsOf(told)).toEqual([
      ...[
        'SIGNED_IN',
        'RECOVERY_CODE_USED',
        'SECOND_FACTOR_FAILED',
        'TWO_FACTOR_ENABLED',
        'EMAIL_VERIFIED',
        'REFRESH_TOKEN_REUSED',
        'REGISTERED',
      ],
    ]);
    expect(told[5]).toMatchObject({ isSuspicious: true });
  });

  test('tells of each wrong code, wherever one is asked for: whoever holds a session cannot guess unseen', async () => {
    const ana = await people.member();
    const app = await authenticatorsOf(() => user).add(ana);
    const code = wrongCode(app);
    const inputOf = (name: string) => `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    for (const name of ['twoFactorDisable', 'twoFactorRecoveryCodesRenew', 'sessionReauthenticate']) {
      const guess = `mutation ($input: ${inputOf(name)}!) { ${name}(input: $input) { userErrors { code } } }`;
      const input = name === 'sessionReauthenticate' ? { password: PASSWORD, code } : { code };
      expect(await user.data(guess, { input }, { as: ana, idempotencyKey: newUuid() })).toEqual({
        [name]: { userErrors: [{ code: 'CODE_INVALID' }] },
      });
    }
    expect(await eventsOf(ana, ana.id, { kinds: ['SECOND_FACTOR_FAILED'] })).toHaveLength(3);
    expect((await people.reauthenticate(ana, { password: PASSWORD })).userErrors).toMatchObject([{ code: 'CODE_INVALID' }]);
    expect(await eventsOf(ana, ana.id, { kinds: ['SECOND_FACTOR_FAILED'] })).toHaveLength(3);
  });

  test('tells of each wrong password, also where a session tries it to prove who is there', async () => {
    const ana = await people.member();
    const wrong = 'wrong horse battery';
    expect((await people.reauthenticate(ana, { password: wrong })).userErrors).toMatchObject([{ code: 'INVALID_CREDENTIALS' }]);
    const change = 'mutation ($input: UserPasswordChangeInput!) { userPasswordChange(input: $input) { userErrors { code } } }';
    const input = { currentPassword: wrong, newPassword: 'another horse battery' };
    expect(await user.data(change, { input }, { as: ana, idempotencyKey: newUuid() })).toEqual({
      userPasswordChange: { userErrors: [{ code: 'INVALID_CREDENTIALS' }] },
    });
    expect(kindsOf(await eventsOf(ana))).toEqual(['SIGN_IN_FAILED', 'SIGN_IN_FAILED', 'REGISTERED']);
  });

  test('says that somebody guesses: the fifth wrong answer within a quarter of an hour is suspicious, and each after it', async () => {
    const [ana, ben] = [await people.member(), await people.member()];
    const app = await authenticatorsOf(() => user).add(ana);
    const isSuspicious = async () =>
      (await eventsOf(ana, ana.id, { kinds: ['SIGN_IN_FAILED', 'SECOND_FACTOR_FAILED'] })).map((event) => event['isSuspicious']);
    for (let tries = 0; tries < 3; tries++) await people.signIn(ana.email, 'wrong horse battery');
    await people.reauthenticate(ana, { password: PASSWORD, code: wrongCode(app) });
    await people.signIn(ben.email, 'wrong horse battery');
    expect(await isSuspicious()).toEqual([false, false, false, false]);
    await people.signIn(ana.email, 'wrong horse battery');
    await people.signIn(ana.email, 'wrong horse battery');
    expect(await isSuspicious()).toEqual([true, true, false, false, false, false]);
    expect(await eventsOf(ana, ana.id, { isSuspicious: true })).toHaveLength(2);
    expect(await eventsOf(ben, ben.id, { isSuspicious: true })).toEqual([]);

    await onDatabase(user.databaseUrl, ({ fork }) =>
      query(fork(), `update security_event set occurred_at = occurred_at - interval '16 minutes' where account_id = $1`, [ana.id]),
    );
    await people.signIn(ana.email, 'wrong horse battery');
    expect((await isSuspicious())[0]).toBe(false);
    expect((await people.signIn(ana.email)).userErrors).toEqual([]);
  });

  test('says that an administrator did it, with their words, and to administrators alone which one; not where they sat', async () => {
    const ana = await people.member();
    const admin = await administrator();
    const reason = 'As agreed at the meeting.';
    const deed = async (name: string, input: object) => {
      const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
      await user.data(
        `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code } } }`,
        { input: { ...input, userId: ana.id, reason } },
        { as: admin },
      );
    };
    await deed('userRoleGrant', { role: 'MODERATOR' });
    await deed('userRoleRevoke', { role: 'MODERATOR' });
    await deed('userSuspend', {});
    await deed('userRestore', {});
    const done = { isByAdministrator: true, actor: { id: admin.id }, reason, ipAddress: null, device: null };
    const toldTo = async (as: Actor) => (await eventsOf(as, ana.id)).filter(({ kind }) => kind !== 'REGISTERED');
    const told = await toldTo(admin);
    expect(told).toMatchObject([
      { ...done, kind: 'RESTORED', role: null },
      { ...done, kind: 'SUSPENDED', role: null },
      { kind: 'SESSIONS_REVOKED', isByAdministrator: true, actor: { id: admin.id } },
      { ...done, kind: 'ROLE_REVOKED', role: 'MODERATOR' },
      { ...done, kind: 'ROLE_GRANTED', role: 'MODERATOR' },
    ]);
    expect(await toldTo(ana)).toEqual(told.map((event) => ({ ...event, actor: null })));
    await operator('verify', ana.email);
    const revoke = 'mutation ($input: SellerVerificationRevokeInput!) { sellerVerificationRevoke(input: $input) { userErrors { code } } }';
    await user.data(revoke, { input: { userId: ana.id, reason: 'OTHER', message: 'Closed the shop.' } }, { as: admin });
    expect(await eventsOf(admin, ana.id, { kinds: ['SELLER_VERIFIED', 'SELLER_VERIFICATION_REVOKED'] })).toMatchObject([
      { kind: 'SELLER_VERIFICATION_REVOKED', isByAdministrator: true, actor: { id: admin.id }, reason: 'Closed the shop.' },
      { kind: 'SELLER_VERIFIED', isByAdministrator: true, actor: null },
    ]);
    expect((await eventsOf(admin)).at(-2)).toMatchObject({ kind: 'ROLE_GRANTED', role: 'ADMIN', isByAdministrator: true, actor: null });
  });

  test('is nobody else’s to see, by whichever way; the e-mails that were tried are for administrators', async () => {
    const [ana, ben] = [await people.member(), await people.member()];
    await people.signIn(ana.email, 'wrong horse battery');
    const asked = `query ($id: ID!) { user(id: $id) { securityEvents { totalCount } }
      _entities(representations: [{ __typename: "User", id: $id }]) { ... on User { securityEvents { nodes { id } } } } }`;
    for (const as of [ben, { ...ben, roles: ['USER', 'SELLER', 'MODERATOR'] as const }])
      expect(await user.data(asked, { id: ana.id }, { as })).toEqual({
        user: { securityEvents: null },
        _entities: [{ securityEvents: null }],
      });
    const [failed] = await eventsOf({ ...ben, roles: ['USER', 'ADMIN'] }, ana.id);
    expect(failed).toMatchObject({ kind: 'SIGN_IN_FAILED', email: ana.email });
    expect((await eventsOf(ana))[0]).toMatchObject({ kind: 'SIGN_IN_FAILED', email: null });
    expect(kindsOf(await eventsOf(ben, ben.id, { userId: ana.id }))).toEqual(['REGISTERED']);

    const code = async (text: string, as: Actor | null) => (await user.ask(text, { id: ana.id }, { as })).errors?.[0]?.extensions['code'];
    expect(await code('query ($id: ID!) { user(id: $id) { securityEvents { totalCount } } }', null)).toBe('UNAUTHENTICATED');
    for (const as of [ana, person('MODERATOR')]) expect(await code('{ securityEvents { totalCount } }', as)).toBe('FORBIDDEN');
  });

  test('is searched by administrators, also where nobody has the e-mail that was tried', async () => {
    const admin = await administrator();
    const ana = await people.member();
    await signInFrom('203.0.113.77', 'curl/8.5.0', { email: 'nobody-here@agora.example', password: PASSWORD });
    await signInFrom('203.0.113.77', 'curl/8.5.0', { email: ana.email, password: 'wrong horse battery' });
    const fromThere = await allEvents(admin, { ipAddress: '203.0.113.77' });
    expect(fromThere).toMatchObject({
      totalCount: 2,
      nodes: [
        { kind: 'SIGN_IN_FAILED', user: { id: ana.id }, email: ana.email },
        { kind: 'SIGN_IN_FAILED', user: null, email: 'nobody-here@agora.example' },
      ],
    });
    expect(await allEvents(admin, { userId: ana.id, kinds: ['REGISTERED'] })).toMatchObject({
      totalCount: 1,
      nodes: [{ user: { id: ana.id } }],
    });
    expect(await allEvents(admin, { userId: ana.id, isSuspicious: true })).toMatchObject({ totalCount: 0 });
    expect(await allEvents(admin, { userId: ana.id, occurredAt: { lt: '2026-01-01T00:00:00Z' } })).toMatchObject({ totalCount: 0 });
    expect((await allEvents(admin, {}, 1)).nodes).toHaveLength(1);
  });

  test('goes with the account, addresses and all', async () => {
    const sql = (text: string) => onDatabase(user.databaseUrl, ({ fork }) => query(fork(), text));
    await sql(`insert into account (id, username, display_name, email, password_hash, roles, locale, currency_code, time_zone, theme, is_listed,
        created_at, updated_at, version)
      values ('usr_leaving', 'leaving', 'Leaving', 'leaving@agora.example', null, '{USER}', 'en', 'EUR', 'UTC', 'SYSTEM', false, now(), now(), 1)`);
    await signInFrom('203.0.113.99', 'curl/8.5.0', { email: 'leaving@agora.example', password: 'wrong horse battery' });
    const admin = await administrator();
    const left = async () => (await allEvents(admin, { userId: 'usr_leaving', ipAddress: '203.0.113.99' })).totalCount;
    expect(await left()).toBe(1);
    await sql(`delete from account where id = 'usr_leaving'`);
    expect(await left()).toBe(0);
    expect(await allEvents(admin, { ipAddress: '203.0.113.99' })).toMatchObject({ totalCount: 0 });
  });

  test('is forgotten after 400 days', async () => {
    const ana = await people.member();
    await people.signIn(ana.email);
    await onDatabase(user.databaseUrl, async ({ fork }) => {
      await query(
        fork(),
        `update security_event set occurred_at = now() - interval '401 days' where account_id = $1 and kind = 'REGISTERED'`,
        [ana.id],
      );
      await forgetOldSecurityEvents(fork());
    });
    expect(kindsOf(await eventsOf(ana))).toEqual(['SIGNED_IN']);
  });
});

test('a failed sign-in takes the same statements and hashes, whether an e-mail has an account or not', async () => {
  const ana = await people.member();
  const workOf = async (email: string) => {
    user.ownStatements();
    const hashes = await hashesDuring(() => people.signIn(email, 'wrong horse battery'));
    return { hashes, statements: user.ownStatements() };
  };
  const known = await workOf(ana.email);
  expect(await workOf('nobody-at-all@agora.example')).toEqual(known);
  expect(known).toMatchObject({ hashes: 1, statements: [expect.stringContaining('account'), expect.stringContaining('security_event')] });
});

async function administrator(): Promise<Member> {
  const member = await people.member();
  await operator('grant', member.email, 'ADMIN');
  return { ...member, roles: ['USER', 'ADMIN'] };
}
