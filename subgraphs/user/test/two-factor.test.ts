import { query } from '@agora/platform/database/database';
import { newUuid } from '@agora/platform/ids';
import type { Actor } from '@agora/platform/security/actor';
import { person } from '@agora/platform/testing/subgraph';
import { take } from '@agora/platform/testing/take';
import { UserTwoFactorChanged } from '@agora/schema/events/user';
import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { type Authenticator, authenticatorsOf, codesOf, wrongCode } from './support/authenticator.ts';
import { onDatabase } from './support/database.ts';
import { mailsOf } from './support/mails.ts';
import { longSignedIn, type Member, PASSWORD, Payload } from './support/people.ts';
import { openUser } from './support/user.ts';

const { user, people, operator } = await openUser();
const authenticators = authenticatorsOf(() => user);
const mails = mailsOf(() => user);

const Challenge = z.object({ token: z.string(), methods: z.array(z.string()), attemptsLeft: z.int(), expiresAt: z.string() });
const Answer = Payload.extend({ user: z.looseObject({ id: z.string() }).nullable(), challenge: Challenge.nullable() });
const ANSWER = `user { id twoFactor { isEnabled recoveryCodesLeft } } session { id accessToken refreshToken expiresAt }
  challenge { token methods attemptsLeft expiresAt } userErrors { code message field }`;

async function signIn(email: string, password = PASSWORD, idempotencyKey?: string) {
  const query = `mutation ($input: SessionCreateInput!) { sessionCreate(input: $input) { ${ANSWER} } }`;
  const options = idempotencyKey === undefined ? {} : { idempotencyKey };
  return Answer.parse((await user.data(query, { input: { email, password } }, options))['sessionCreate']);
}

async function challenged(email: string): Promise<string> {
  return (await signIn(email)).challenge?.token ?? '';
}

async function complete(token: string, code: string, method = 'TOTP') {
  const query = `mutation ($input: SessionChallengeCompleteInput!) { sessionChallengeComplete(input: $input) { ${ANSWER} } }`;
  return Answer.parse((await user.data(query, { input: { token, method, code } }))['sessionChallengeComplete']);
}

async function deed(name: string, as: Actor, input: object) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const codes = name === 'twoFactorRecoveryCodesRenew' ? 'recoveryCodes' : '';
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${codes} user { twoFactor { isEnabled } } userErrors { code field } } }`;
  return (await user.data(query, { input }, { as }))[name];
}

/** Somebody whose e-mail is known to be theirs. */
async function provenMember(): Promise<Member> {
  const ana = await people.member();
  await mails.proveEmail(ana);
  return ana;
}

async function protectedMember(): Promise<{ ana: Member; app: Authenticator }> {
  const ana = await people.member();
  return { ana, app: await authenticators.add(ana) };
}

const codesIn = (answers: readonly { userErrors: readonly { code: string }[] }[]) =>
  answers.map(({ userErrors }) => userErrors[0]?.code ?? 'DONE').sort();

describe('a second factor', () => {
  test('is asked for once its app has given a code; its secret and the recovery codes are told once, and kept so that nobody can read them', async () => {
    const ana = await provenMember();
    const { secret, otpauthUri, expiresAt, userErrors } = await authenticators.start(ana);
    expect(userErrors).toEqual([]);
    expect(new URL(otpauthUri ?? '').searchParams.get('secret')).toBe(secret);
    expect(decodeURIComponent(new URL(otpauthUri ?? '').pathname)).toBe(`/Agora:${ana.email}`);
    expect(Date.parse(expiresAt ?? '') - Date.now()).toBeLessThanOrEqual(900_000);
    expect((await signIn(ana.email)).session).not.toBeNull();

    const code = codesOf(secret ?? '');
    expect(await authenticators.confirm(ana, wrongCode({ code }))).toMatchObject({
      recoveryCodes: null,
      userErrors: [{ code: 'CODE_INVALID', field: ['code'] }],
    });
    const { recoveryCodes, user: protectedAna } = await authenticators.confirm(ana, code());
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(protectedAna).toEqual({ id: ana.id, twoFactor: { isEnabled: true, recoveryCodesLeft: 10 } });
    expect(await user.heard(UserTwoFactorChanged, ({ userId }) => userId === ana.id)).toEqual({ userId: ana.id, isEnabled: true });
    expect((await authenticators.start(ana)).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
    expect((await authenticators.confirm(ana, code())).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);

    const [kept] = await onDatabase(user.databaseUrl, ({ fork }) =>
      query(
        fork(),
        `select concat((select json_agg(t) from two_factor t), (select json_agg(r) from recovery_code r), (select json_agg(e) from platform.event_log e),
           (select json_agg(i) from platform.idempotency i)) as text`,
      ),
    );
    expect(String(kept?.['text'])).toContain(ana.id);
    for (const clear of [secret ?? '', ...(recoveryCodes ?? []), ...(recoveryCodes ?? []).map((each) => each.replaceAll('-', ''))])
      expect(String(kept?.['text'])).not.toContain(clear);
  });

  test('is begun anew as often as one likes, and the last secret counts; one that waits too long is nobody’s', async () => {
    const ana = await provenMember();
    expect((await authenticators.start(ana, { label: 'Ana: at home' })).userErrors).toMatchObject([
      { code: 'INVALID', message: 'A name in an authenticator app has no colon.', field: ['label'] },
    ]);
    const first = await authenticators.start(ana);
    const second = await authenticators.start(ana, { label: 'Ana at home' });
    expect(decodeURIComponent(second.otpauthUri ?? '')).toContain('Agora:Ana at home');
    expect((await authenticators.confirm(ana, codesOf(first.secret ?? '')())).userErrors).toMatchObject([{ code: 'CODE_INVALID' }]);
    await onDatabase(user.databaseUrl, ({ fork }) =>
      query(fork(), `update two_factor set started_at = now() - interval '16 minutes' where account_id = $1`, [ana.id]),
    );
    expect((await authenticators.confirm(ana, codesOf(second.secret ?? '')())).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  test('is for an account whose e-mail is proved: nobody keeps out whoever the address belongs to', async () => {
    const stranger = await people.member();
    expect(await authenticators.start(stranger)).toMatchObject({
      secret: null,
      userErrors: [{ code: 'CONFLICT', message: 'Confirm your e-mail first: it is your way back in.' }],
    });
    await mails.proveEmail(stranger);
    expect((await authenticators.start(stranger)).userErrors).toEqual([]);
  });

  test('is told of by mail when it is added, renewed, used to recover, and taken off', async () => {
    const { ana, app } = await protectedMember();
    await deed('twoFactorRecoveryCodesRenew', ana, { code: app.code() });
    const off = await protectedMember();
    await deed('twoFactorDisable', off.ana, { code: off.app.recoveryCodes[0] });
    const reset = await protectedMember();
    await deed('twoFactorReset', person('ADMIN'), { userId: reset.ana.id, reason: 'Recognised by a video call.' });
    await people.heardAllUntilNow();
    const told = ({ email: to }: Member) =>
      mails.all({ to, template: 'security_changed' }).map(({ variables: { change, device } }) => [change, device]);
    const device = 'Unknown device';
    const added = ['TWO_FACTOR_ENABLED', device];
    expect(told(ana)).toEqual([added, ['RECOVERY_CODES_RENEWED', device]]);
    expect(told(off.ana)).toEqual([added, ['RECOVERY_CODE_USED', device], ['TWO_FACTOR_DISABLED', device]]);
    expect(told(reset.ana)).toEqual([added, ['TWO_FACTOR_RESET', null]]);
  });

  test('tells its secrets to nobody again who has the idempotency key, and has not proved who is there', async () => {
    const ana = await provenMember();
    const idempotencyKey = newUuid();
    const ask = async (name: string, input: string, field: string, as: Actor) =>
      (await user.data(`mutation { ${name}(input: ${input}) { ${field} userErrors { code } } }`, {}, { as, idempotencyKey }))[name];
    const start = async (as: Actor) => ask('twoFactorSetupStart', '{}', 'secret', as);
    const { secret } = z.object({ secret: z.string() }).parse(await start(ana));
    expect(await start(longSignedIn(ana))).toEqual({ secret: null, userErrors: [{ code: 'REAUTHENTICATION_REQUIRED' }] });

    const code = codesOf(secret);
    const confirm = async () => ask('twoFactorSetupConfirm', `{ code: "${code()}" }`, 'recoveryCodes', longSignedIn(ana));
    expect(await confirm()).toMatchObject({ userErrors: [] });
    expect(await confirm()).toEqual({ recoveryCodes: null, userErrors: [{ code: 'NOT_FOUND' }] });
    const next = code(1);
    const renew = async () => ask('twoFactorRecoveryCodesRenew', `{ code: "${next}" }`, 'recoveryCodes', ana);
    expect(await renew()).toMatchObject({ userErrors: [] });
    expect(await renew()).toEqual({ recoveryCodes: null, userErrors: [{ code: 'CODE_INVALID' }] });
  });

  test('shows how it stands to its owner and administrators, and to nobody else by whichever way', async () => {
    const { ana } = await protectedMember();
    const fields = `query ($id: ID!) { user(id: $id) { twoFactor { isEnabled enabledAt recoveryCodesLeft } }
      _entities(representations: [{ __typename: "User", id: $id }]) { ... on User { twoFactor { recoveryCodesLeft } } } }`;
    const shown = { isEnabled: true, enabledAt: expect.any(String), recoveryCodesLeft: 10 };
    for (const as of [ana, person('ADMIN')])
      expect(await user.data(fields, { id: ana.id }, { as })).toEqual({
        user: { twoFactor: shown },
        _entities: [{ twoFactor: { recoveryCodesLeft: 10 } }],
      });
    for (const as of [person(), person('MODERATOR', 'SELLER')])
      expect(await user.data(fields, { id: ana.id }, { as })).toEqual({ user: { twoFactor: null }, _entities: [{ twoFactor: null }] });
  });
});

describe('signing in with one', () => {
  test('answers a challenge instead of a session, which a code completes, once', async () => {
    const { ana, app } = await protectedMember();
    const asked = await signIn(ana.email);
    expect(asked).toEqual({
      user: null,
      session: null,
      challenge: { token: expect.any(String), methods: ['TOTP', 'RECOVERY_CODE'], attemptsLeft: 5, expiresAt: expect.any(String) },
      userErrors: [],
    });
    expect(Date.parse(asked.challenge?.expiresAt ?? '') - Date.now()).toBeLessThanOrEqual(600_000);
    const code = app.code();
    const done = await complete(asked.challenge?.token ?? '', `${code.slice(0, 3)} ${code.slice(3)}`);
    expect(done).toMatchObject({ user: { id: ana.id }, challenge: null, userErrors: [] });
    expect((await people.refresh(done.session?.refreshToken ?? '')).session).not.toBeNull();
    await authenticators.minutesGoBy(ana.id);
    expect(await complete(asked.challenge?.token ?? '', app.code())).toMatchObject({
      session: null,
      userErrors: [{ code: 'TOKEN_EXPIRED' }],
    });
  });

  test('takes no code twice, nor one before it: not for another challenge, not at the same moment', async () => {
    const { ana, app } = await protectedMember();
    const tokens = [await challenged(ana.email), await challenged(ana.email), await challenged(ana.email)];
    const code = app.code();
    const answers = await Promise.all(tokens.map((token) => complete(token, code)));
    expect(codesIn(answers)).toEqual(['CODE_INVALID', 'CODE_INVALID', 'DONE']);
    const left = tokens.filter((_, i) => answers[i]?.session === null);
    expect((await complete(left[0] ?? '', app.code(1))).userErrors).toEqual([]);
    expect((await complete(left[1] ?? '', code)).userErrors).toMatchObject([{ code: 'CODE_INVALID' }]);
  });

  test('takes a recovery code, however it is typed, and each once, also at the same moment', async () => {
    const { ana, app } = await protectedMember();
    const [first = '', second = ''] = app.recoveryCodes;
    const typed = ` ${first.toUpperCase().replaceAll('-', ' ')} `;
    expect(await complete(await challenged(ana.email), typed, 'RECOVERY_CODE')).toMatchObject({
      user: { id: ana.id, twoFactor: { recoveryCodesLeft: 9 } },
      userErrors: [],
    });
    expect((await complete(await challenged(ana.email), first, 'RECOVERY_CODE')).userErrors).toMatchObject([{ code: 'CODE_INVALID' }]);
    const tokens = [await challenged(ana.email), await challenged(ana.email)];
    expect(codesIn(await Promise.all(tokens.map((token) => complete(token, second, 'RECOVERY_CODE'))))).toEqual(['CODE_INVALID', 'DONE']);
    expect((await complete(await challenged(ana.email), second)).userErrors).toMatchObject([{ code: 'CODE_INVALID' }]);
  });

  test('ends with the fifth wrong code, however many come at once, and the right one is too late then', async () => {
    const { ana, app } = await protectedMember();
    const token = await challenged(ana.email);
    const answers = await Promise.all(Array.from({ length: 12 }, () => complete(token, wrongCode(app))));
    expect(codesIn(answers)).toEqual([...Array<string>(5).fill('CODE_INVALID'), ...Array<string>(7).fill('TOKEN_EXPIRED')]);
    expect((await complete(token, app.code())).userErrors).toMatchObject([{ code: 'TOKEN_EXPIRED', field: ['token'] }]);
    expect((await complete(await challenged(ana.email), app.code())).userErrors).toEqual([]);
  });

  test('is too late after ten minutes, and with what is no challenge', async () => {
    const { ana, app } = await protectedMember();
    const token = await challenged(ana.email);
    await onDatabase(user.databaseUrl, ({ fork }) =>
      query(fork(), 'update sign_in_challenge set expires_at = now() where account_id = $1', [ana.id]),
    );
    for (const wrong of [token, '', `${await challenged(ana.email)}x`, ana.tokens.refreshToken])
      expect((await complete(wrong, app.code())).userErrors).toMatchObject([{ code: 'TOKEN_EXPIRED' }]);
    expect((await complete('x'.repeat(513), app.code())).userErrors).toMatchObject([{ code: 'INVALID', field: ['token'] }]);
    expect((await complete(await challenged(ana.email), '1'.repeat(33))).userErrors).toMatchObject([{ code: 'INVALID', field: ['code'] }]);
  });

  test('begun with a password ends when that is changed or forgotten, and tells whoever is suspended', async () => {
    const { ana, app } = await protectedMember();
    const token = await challenged(ana.email);
    const change = 'mutation ($input: UserPasswordChangeInput!) { userPasswordChange(input: $input) { userErrors { code } } }';
    await user.data(change, { input: { newPassword: 'another horse battery', otherSessions: false } }, { as: ana });
    expect((await complete(token, app.code())).userErrors).toMatchObject([{ code: 'TOKEN_EXPIRED' }]);

    const begun = (await signIn(ana.email, 'another horse battery')).challenge?.token ?? '';
    await operator('suspend', ana.email);
    expect((await complete(begun, app.code())).userErrors).toMatchObject([{ code: 'ACCOUNT_SUSPENDED' }]);
  });

  test('is asked for after a forgotten password too: whoever reads the mails has no second factor yet', async () => {
    const { ana } = await protectedMember();
    await user.data('mutation ($email: String!) { userPasswordResetRequest(input: { email: $email }) { isAccepted } }', {
      email: ana.email,
    });
    const { token } = await mails.mail({ to: ana.email, template: 'password_reset' });
    const waiting = await challenged(ana.email);
    await user.data('mutation ($input: UserPasswordResetInput!) { userPasswordReset(input: $input) { isReset } }', {
      input: { token, newPassword: 'another horse battery' },
    });
    expect((await complete(waiting, '123456')).userErrors).toMatchObject([{ code: 'TOKEN_EXPIRED' }]);
    expect(await signIn(ana.email, 'another horse battery')).toMatchObject({ session: null, challenge: { attemptsLeft: 5 } });
  });

  test('repeated with its idempotency key gets the same challenge', async () => {
    const { ana } = await protectedMember();
    const key = newUuid();
    const first = await signIn(ana.email, PASSWORD, key);
    expect(await signIn(ana.email, PASSWORD, key)).toEqual(first);
  });

  test('tells nobody without the password that there is one', async () => {
    const { ana } = await protectedMember();
    expect(await signIn(ana.email, 'wrong horse battery')).toEqual(await signIn('nobody@agora.example', 'wrong horse battery'));
  });
});

describe('proving again who is there with one', () => {
  const prove = (as: Member, input: object) => people.reauthenticate(as, { password: PASSWORD, ...input });

  test('takes both factors', async () => {
    const { ana, app } = await protectedMember();
    const [missing, wrong] = [await prove(ana, {}), await prove(ana, { code: wrongCode(app) })];
    for (const { session, userErrors } of [missing, wrong])
      expect([session, userErrors]).toMatchObject([null, [{ code: 'CODE_INVALID', field: ['code'] }]]);
    expect(missing.userErrors).not.toEqual(wrong.userErrors);
    const code = app.code();
    expect((await prove(ana, { code })).session?.id).toBe(ana.sessionId);
    expect((await prove(ana, { code })).userErrors).toMatchObject([{ code: 'CODE_INVALID' }]);
    expect((await prove(ana, { code: app.recoveryCodes[0] })).userErrors).toEqual([]);
    expect((await people.reauthenticate(ana, { password: 'wrong horse battery', code: app.code(1) })).userErrors).toMatchObject([
      { code: 'INVALID_CREDENTIALS' },
    ]);
  });

  test('is wanted for another password: the old one is not enough', async () => {
    const { ana } = await protectedMember();
    const change = 'mutation ($input: UserPasswordChangeInput!) { userPasswordChange(input: $input) { userErrors { code } } }';
    const input = { currentPassword: PASSWORD, newPassword: 'another horse battery' };
    const refused = { userPasswordChange: { userErrors: [{ code: 'REAUTHENTICATION_REQUIRED' }] } };
    expect(await user.data(change, { input }, { as: longSignedIn(ana) })).toEqual(refused);
    expect(await user.data(change, { input }, { as: ana })).toEqual({ userPasswordChange: { userErrors: [] } });
  });
});

describe('without the app', () => {
  test('people get new recovery codes for a code of it, and the old ones end', async () => {
    const { ana, app } = await protectedMember();
    expect(await deed('twoFactorRecoveryCodesRenew', ana, { code: app.recoveryCodes[0] })).toMatchObject({
      userErrors: [{ code: 'CODE_INVALID' }],
    });
    const devices = await user.subscribe(
      'subscription { viewerUpdated { kind user { twoFactor { recoveryCodesLeft } } } }',
      {},
      { as: ana },
    );
    const renewed = await deed('twoFactorRecoveryCodesRenew', ana, { code: app.code() });
    const [fresh] = z.object({ recoveryCodes: z.array(z.string()).length(10) }).parse(renewed).recoveryCodes;
    const token = await challenged(ana.email);
    expect((await complete(token, app.recoveryCodes[0] ?? '', 'RECOVERY_CODE')).userErrors).toMatchObject([{ code: 'CODE_INVALID' }]);
    expect((await complete(token, fresh ?? '', 'RECOVERY_CODE')).userErrors).toEqual([]);
    const told = await take(devices, 2);
    await devices.return?.();
    expect(told.at(-1)).toEqual({ data: { viewerUpdated: { kind: 'SECURITY_CHANGED', user: { twoFactor: { recoveryCodesLeft: 9 } } } } });
  });

  test('people turn it off with a code, of the app or to recover, and sign in without it', async () => {
    for (const right of [({ code }: Authenticator) => code(), ({ recoveryCodes }: Authenticator) => recoveryCodes[3] ?? '']) {
      const { ana, app } = await protectedMember();
      const waiting = await challenged(ana.email);
      expect(await deed('twoFactorDisable', ana, { code: wrongCode(app) })).toMatchObject({
        userErrors: [{ code: 'CODE_INVALID', field: ['code'] }],
      });
      expect(await deed('twoFactorDisable', ana, { code: right(app) })).toEqual({
        user: { twoFactor: { isEnabled: false } },
        userErrors: [],
      });
      expect(await user.heard(UserTwoFactorChanged, ({ userId, isEnabled }) => userId === ana.id && !isEnabled)).toEqual({
        userId: ana.id,
        isEnabled: false,
      });
      expect((await complete(waiting, app.code(1))).userErrors).toMatchObject([{ code: 'TOKEN_EXPIRED' }]);
      expect((await signIn(ana.email)).session).not.toBeNull();
      for (const name of ['twoFactorDisable', 'twoFactorRecoveryCodesRenew'])
        expect(await deed(name, ana, { code: app.code(1) })).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] });
    }
  });

  test('an administrator takes it off somebody who was recognised some other way, which ends their sessions', async () => {
    const { ana } = await protectedMember();
    const admin = person('ADMIN');
    const input = { userId: ana.id, reason: 'Recognised by a video call.' };
    expect(await deed('twoFactorReset', admin, input)).toEqual({ user: { twoFactor: { isEnabled: false } }, userErrors: [] });
    expect(await user.heard(UserTwoFactorChanged, ({ userId, isEnabled }) => userId === ana.id && !isEnabled)).toMatchObject({
      reason: input.reason,
    });
    expect((await people.refresh(ana.tokens.refreshToken)).userErrors).toMatchObject([{ code: 'TOKEN_EXPIRED' }]);
    expect((await signIn(ana.email)).session).not.toBeNull();
    expect(await deed('twoFactorReset', admin, input)).toMatchObject({ userErrors: [{ code: 'NOT_FOUND', field: ['userId'] }] });

    const boss = await protectedMember();
    const own = { userId: boss.ana.id, reason: 'It is me.' };
    expect(await deed('twoFactorReset', { ...boss.ana, roles: ['USER', 'ADMIN'] }, own)).toMatchObject({
      userErrors: [{ code: 'FORBIDDEN', field: ['userId'] }],
    });

    const reset = 'mutation ($input: TwoFactorResetInput!) { twoFactorReset(input: $input) { userErrors { code } } }';
    for (const as of [ana, person('MODERATOR', 'SELLER')])
      expect((await user.ask(reset, { input }, { as })).errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  });
});
