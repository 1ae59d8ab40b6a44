import { query, transaction } from '@agora/platform/database/database';
import type { Actor } from '@agora/platform/security/actor';
import { eventually } from '@agora/platform/testing/eventually';
import { person, type SubgraphUnderTest } from '@agora/platform/testing/subgraph';
import { UserPasswordChanged } from '@agora/schema/events/user';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { onDatabase } from './support/database.ts';
import { cheapHash, hashesDuring } from './support/hashes.ts';
import { mailsOf } from './support/mails.ts';
import { type Member, PASSWORD, Payload, peopleOf, SIGN_IN } from './support/people.ts';
import { openUser, startUser } from './support/user.ts';

const { user, people } = await openUser();
const mails = mailsOf(() => user);

const NEW_PASSWORD = 'another horse, another battery';

describe('a new account', () => {
  test('is mailed a link that verifies its address, in its language; used once, from wherever it is opened', async () => {
    const ana = await registered({ locale: 'pt-BR' });
    const { token, ...mail } = await mails.mail({ to: ana.email, template: 'welcome' });
    expect(mail).toMatchObject({ recipientId: ana.id, locale: 'pt-BR' });
    expect(await viewer(ana)).toMatchObject({ email: ana.email, emailVerifiedAt: null });

    expect(await verify(token)).toEqual({ isVerified: true, user: null, userErrors: [] });
    expect(await viewer(ana)).toMatchObject({ email: ana.email, emailVerifiedAt: expect.any(String) });
    expect(await verify(token, ana)).toMatchObject({
      isVerified: false,
      user: null,
      userErrors: [{ code: 'TOKEN_EXPIRED', field: ['token'] }],
    });
  });

  test('is shown to whoever verifies it while signed in, and its verification to nobody else', async () => {
    const ana = await registered();
    const { token } = await mails.mail({ to: ana.email });
    expect(await verify(token, ana)).toMatchObject({ isVerified: true, user: { id: ana.id, emailVerifiedAt: expect.any(String) } });
    for (const as of [person(), person('SELLER')]) {
      const { user: seen } = await user.data(
        'query ($id: ID!) { user(id: $id) { email emailVerifiedAt pendingEmail } }',
        { id: ana.id },
        { as },
      );
      expect(seen).toEqual({ email: null, emailVerifiedAt: null, pendingEmail: null });
    }
  });

  test('that proves an address takes it from all others that wait for it', async () => {
    const first = await registered();
    const second = await registered({ email: first.email });
    const links = await Promise.all([first, second].map(({ id }) => mails.mail({ recipientId: id, template: 'welcome' })));
    expect(await verify(links[0]?.token ?? '')).toMatchObject({ isVerified: true });
    expect(await viewer(second)).toMatchObject({ email: null });
    expect(await verify(links[1]?.token ?? '')).toMatchObject({ isVerified: false, userErrors: [{ code: 'TOKEN_EXPIRED' }] });
    expect((await people.register({ email: first.email })).userErrors).toMatchObject([{ code: 'EMAIL_TAKEN' }]);
  });

  test('of two that prove one address at the same moment, one has it', async () => {
    const first = await registered();
    const both = [first, await registered({ email: first.email })];
    const links = await Promise.all(both.map(({ id }) => mails.mail({ recipientId: id, template: 'welcome' })));
    const answers = await Promise.all(links.map(({ token }) => verify(token)));
    expect(answers.filter(({ isVerified }) => isVerified)).toHaveLength(1);
  });

  test('gets another link when it asks, five an hour, and is told when again', async () => {
    const ana = await registered();
    for (let n = 0; n < 3; n++) expect((await resend(ana, { locale: 'es' })).userErrors).toEqual([]);
    const { nextAllowedAt } = await resend(ana);
    expect(Date.parse(nextAllowedAt ?? '')).toBeGreaterThan(Date.now() + 3_000_000);
    const { userErrors } = await resend(ana);
    expect(userErrors).toMatchObject([{ __typename: 'RetryLaterError', code: 'RATE_LIMITED', retryAt: nextAllowedAt }]);
    const { token } = await mails.mail({ to: ana.email, template: 'email_verification' }, 4);
    expect(mails.all({ to: ana.email, template: 'email_verification' }).map(({ locale }) => locale)).toEqual(['es', 'es', 'es', 'en']);
    expect(await verify(token)).toMatchObject({ isVerified: true });
    expect((await resend(ana)).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
    const { token: welcome } = await mails.mail({ to: ana.email, template: 'welcome' });
    expect(await verify(welcome)).toMatchObject({ userErrors: [{ code: 'TOKEN_EXPIRED' }] });
  });

  test('is made, and not written to, once ten links were mailed to its address within an hour because one network asked', async () => {
    const email = 'letter-box@agora.example';
    const waiting: Member[] = [];
    for (let n = 0; n < 12; n++) waiting.push(await people.member({ email }));
    await people.heardAllUntilNow();
    expect(mails.all({ to: email, template: 'welcome' })).toHaveLength(10);
    const [last] = waiting.slice(-1);
    const { userErrors } = await resend(last ?? person());
    expect(userErrors).toMatchObject([{ __typename: 'RetryLaterError', code: 'RATE_LIMITED' }]);
    expect(Date.parse(userErrors[0]?.retryAt ?? '')).toBeGreaterThan(Date.now());
    expect((await resend(last ?? person(), {}, '198.51.100.7')).userErrors).toEqual([]);
    await kept(`update mailed_token set created_at = created_at - interval '1 hour' where email = '${email}'`);
    expect((await resend(last ?? person())).userErrors).toEqual([]);
  });

  test('is not written to, either, once forty links were mailed to its address within an hour, whoever asked', async () => {
    const ana = await people.member({ email: 'wanted-by-all@agora.example' });
    await kept(
      `insert into mailed_token (hash, account_id, purpose, email, asked_from, created_at, expires_at)
       select 'of stranger ' || n, null, 'VERIFY_EMAIL', '${ana.email}', '198.51.100.' || n, now(), now() + interval '1 hour' from generate_series(1, 40) n`,
    );
    expect((await resend(ana, {}, '192.0.2.9')).userErrors).toMatchObject([{ code: 'RATE_LIMITED' }]);
  });

  test('may buy before it has proved its address, and is no verified seller', async () => {
    const seller = await people.member({ profileKind: 'BUSINESS' });
    const { viewer: seen } = await user.data('{ viewer { emailVerifiedAt profile { isVerifiedSeller } } }', {}, { as: seller });
    expect(seen).toEqual({ emailVerifiedAt: null, profile: { isVerifiedSeller: false } });
  });
});

describe('who has forgotten a password', () => {
  test('sets another by a mailed link, once; every session ends, and the address is theirs', async () => {
    const ana = await registered({ locale: 'es' });
    expect(await forget(ana.email)).toEqual({ isAccepted: true, userErrors: [] });
    const { token, locale } = await mails.mail({ to: ana.email, template: 'password_reset' });
    expect(locale).toBe('es');
    expect(await reset(token)).toEqual({ isReset: true, userErrors: [] });
    expect(await reset(token, 'yet another horse, and battery')).toMatchObject({ isReset: false, userErrors: [{ code: 'TOKEN_EXPIRED' }] });

    expect((await people.refresh(ana.tokens.refreshToken)).userErrors).toMatchObject([{ code: 'TOKEN_EXPIRED' }]);
    expect((await people.signIn(ana.email)).userErrors).toMatchObject([{ code: 'INVALID_CREDENTIALS' }]);
    expect((await people.signIn(ana.email, NEW_PASSWORD)).session).not.toBeNull();
    expect(await viewer(ana)).toMatchObject({ emailVerifiedAt: expect.any(String) });
    await user.heard(UserPasswordChanged, ({ userId }) => userId === ana.id);
  });

  test('is told of the new password by mail, as is whoever changes it: when, where from, and on what', async () => {
    const ana = await verified();
    await forget(ana.email);
    const { token } = await mails.mail({ to: ana.email, template: 'password_reset' });
    await reset(token);
    const told = { to: ana.email, recipientId: ana.id, template: 'security_changed' };
    const variables = { displayName: expect.any(String), provider: null, device: 'Unknown device', ipAddress: expect.any(String) };
    const changed = { ...variables, change: 'PASSWORD_CHANGED', changedAt: expect.any(String) };
    expect((await mails.mail(told)).variables).toEqual(changed);
    await user.data(CHANGE, { input: { currentPassword: NEW_PASSWORD, newPassword: PASSWORD } }, { as: ana });
    expect((await mails.mail(told, 2)).variables).toEqual(changed);

    const unproved = await registered();
    await user.data(CHANGE, { input: { currentPassword: PASSWORD, newPassword: NEW_PASSWORD } }, { as: unproved });
    await people.heardAllUntilNow();
    expect(mails.all({ recipientId: unproved.id, template: 'security_changed' })).toEqual([]);
  });

  test('learns nothing of whether an address has an account: neither by the answer nor by the work', async () => {
    const ana = await verified();
    const known = await workOf(() => forget(ana.email));
    const unknown = await workOf(() => forget('nobody-at-all@agora.example'));
    expect(unknown).toEqual(known);
    expect(known).toMatchObject({ answer: { isAccepted: true, userErrors: [] }, hashes: 0 });
    expect(known.statements.length).toBeGreaterThan(2);
    await people.heardAllUntilNow();
    expect(mails.all({ to: 'nobody-at-all@agora.example' })).toEqual([]);
    const [{ token } = { token: '' }] = mails.all({ to: null, template: 'password_reset' });
    expect(await reset(token)).toMatchObject({ isReset: false, userErrors: [{ code: 'TOKEN_EXPIRED' }] });
  });

  test('is not let in by a link that has ended, was made up, was mailed for something else, or replaced by a changed password', async () => {
    const ana = await registered();
    const { token: welcome } = await mails.mail({ to: ana.email, template: 'welcome' });
    await forget(ana.email);
    const { token } = await mails.mail({ to: ana.email, template: 'password_reset' });
    for (const wrong of [welcome, `${token}x`, '', 'x'.repeat(512)])
      expect(await reset(wrong)).toMatchObject({ userErrors: [{ code: 'TOKEN_EXPIRED' }] });
    expect(await reset('x'.repeat(513))).toMatchObject({ userErrors: [{ code: 'INVALID', field: ['token'] }] });
    expect(await verify(token)).toMatchObject({ userErrors: [{ code: 'TOKEN_EXPIRED' }] });

    const endsIn = (interval: string) =>
      kept(
        `update mailed_token set expires_at = now() + interval '${interval}' where account_id = '${ana.id}' and purpose = 'RESET_PASSWORD'`,
      );
    await endsIn('-1 second');
    expect(await reset(token)).toMatchObject({ userErrors: [{ code: 'TOKEN_EXPIRED' }] });
    await endsIn('1 hour');
    await user.data(CHANGE, { input: { currentPassword: PASSWORD, newPassword: NEW_PASSWORD } }, { as: ana });
    expect(await reset(token)).toMatchObject({ userErrors: [{ code: 'TOKEN_EXPIRED' }] });
  });

  test('has lost an address that somebody else has proved meanwhile: a link that was mailed there sets no password', async () => {
    const owner = await registered();
    const waiting = await registered({ email: owner.email });
    await forget(owner.email);
    const { token } = await mails.mail({ recipientId: waiting.id, template: 'password_reset' });
    const { token: welcome } = await mails.mail({ recipientId: owner.id, template: 'welcome' });
    expect(await verify(welcome)).toMatchObject({ isVerified: true });
    expect(await reset(token)).toMatchObject({ isReset: false, userErrors: [{ code: 'TOKEN_EXPIRED' }] });
    expect((await people.refresh(waiting.tokens.refreshToken)).session).not.toBeNull();
  });

  test('of two who use one link at once, one sets the password', async () => {
    const ana = await registered();
    await forget(ana.email);
    const { token } = await mails.mail({ to: ana.email, template: 'password_reset' });
    const answers = await Promise.all([reset(token, `${NEW_PASSWORD} 1`), reset(token, `${NEW_PASSWORD} 2`)]);
    expect(answers.filter(({ isReset }) => isReset)).toHaveLength(1);
  });
});

describe('who changes their address', () => {
  test('proves the new one; the old one is told before and after; all other sessions end', async () => {
    const ana = await verified();
    const other = await people.signIn(ana.email);
    const newEmail = `new-${ana.email}`;
    const { user: asked, expiresAt, userErrors } = await change(ana, newEmail.toUpperCase());
    expect(userErrors).toEqual([]);
    expect(asked).toEqual({ id: ana.id, email: ana.email, pendingEmail: newEmail });
    expect(Date.parse(expiresAt ?? '') - Date.now()).toBeLessThanOrEqual(3_600_000);
    expect((await mails.mail({ to: ana.email, template: 'email_change' })).variables).toMatchObject({ notice: 'REQUESTED', newEmail });

    const { token } = await mails.mail({ to: newEmail, template: 'email_change' });
    expect(await confirm(token, ana)).toMatchObject({ user: { id: ana.id, email: newEmail, pendingEmail: null }, userErrors: [] });
    expect(await confirm(token, ana)).toMatchObject({ user: null, userErrors: [{ code: 'TOKEN_EXPIRED' }] });
    expect((await mails.mail({ to: ana.email, template: 'email_change' }, 2)).variables).toMatchObject({ notice: 'CHANGED', newEmail });
    expect((await people.refresh(other.session?.refreshToken ?? '')).userErrors).toMatchObject([{ code: 'TOKEN_EXPIRED' }]);
    expect((await people.refresh(ana.tokens.refreshToken)).session).not.toBeNull();
    expect((await people.signIn(ana.email)).userErrors).toMatchObject([{ code: 'INVALID_CREDENTIALS' }]);
    expect((await people.signIn(newEmail)).session).not.toBeNull();
  });

  test("is answered alike, after the same work, where the new one is somebody else's, who is told", async () => {
    const [ana, bea, owner] = [await verified(), await verified(), await verified()];
    const free = await workOf(() => change(ana, `free-${ana.email}`));
    const taken = await workOf(() => change(bea, owner.email));
    const shown = ({ answer: { expiresAt, user: asked, userErrors }, ...work }: typeof free) => ({
      ...work,
      hasEnd: expiresAt !== null,
      isPending: asked?.pendingEmail !== null,
      userErrors,
    });
    expect(shown(taken)).toEqual(shown(free));
    expect(shown(free)).toMatchObject({ hasEnd: true, isPending: true, userErrors: [], hashes: 0 });
    const told = await mails.mail({ to: owner.email, template: 'email_change' });
    expect(told).toMatchObject({ recipientId: owner.id, variables: { notice: 'TAKEN' }, token: '' });
    expect(mails.all({ to: bea.email, template: 'email_change' })).toHaveLength(1);
  });

  test('is too late where somebody else has proved the new one meanwhile', async () => {
    const ana = await verified();
    const wanted = `wanted-${ana.email}`;
    await change(ana, wanted);
    const { token } = await mails.mail({ to: wanted });
    const quick = await verified(wanted);
    expect(await confirm(token, ana)).toMatchObject({ user: null, userErrors: [{ code: 'EMAIL_TAKEN' }] });
    expect(await viewer(quick)).toMatchObject({ email: wanted });
    expect(await viewer(ana)).toMatchObject({ email: ana.email });
  });

  test('takes it from those who wait for it, and links to the old one are of no use any more', async () => {
    const ana = await verified();
    const wanted = `waits-${ana.email}`;
    const waiting = await registered({ email: wanted });
    await forget(ana.email);
    const { token: toOld } = await mails.mail({ to: ana.email, template: 'password_reset' });
    await change(ana, wanted);
    const { token } = await mails.mail({ to: wanted, template: 'email_change' });
    expect(await confirm(token, null)).toEqual({ user: null, userErrors: [] });
    expect(await viewer(ana)).toMatchObject({ email: wanted });
    expect(await viewer(waiting)).toMatchObject({ email: null });
    expect(await reset(toOld)).toMatchObject({ userErrors: [{ code: 'TOKEN_EXPIRED' }] });
  });

  test('keeps the new one, though somebody else proves the old one at the same moment', async () => {
    const ana = await registered();
    const bea = await registered({ email: ana.email });
    const wanted = `moved-${ana.email}`;
    await change(ana, wanted);
    const { token: toConfirm } = await mails.mail({ to: wanted });
    const { token: toVerify } = await mails.mail({ recipientId: bea.id, template: 'welcome' });

    const [confirmed, proved] = await holding(`select from account where id = '${ana.id}' for update`, async (waiting) => {
      const confirming = confirm(toConfirm, ana);
      await waiting(1);
      const proving = verify(toVerify);
      await waiting(2);
      return [confirming, proving] as const;
    });
    expect(await confirmed).toMatchObject({ user: { email: wanted }, userErrors: [] });
    expect(await proved).toMatchObject({ isVerified: true });
    expect(await viewer(ana)).toMatchObject({ email: wanted });
    expect(await viewer(bea)).toMatchObject({ email: ana.email });
  });

  test.each([
    ['all others', 'otherSessions: true', null],
    ['all', 'allSessions: true', null],
    ['another', 'sessionId: "$"', null],
    ['none but itself', 'sessionId: "$"', 'own'],
  ])('does not, once its owner signs out %s: whoever asked may have been signed in elsewhere', async (_which, input, own) => {
    const ana = await verified();
    const { session } = await people.signIn(ana.email);
    await change(ana, `elsewhere-${ana.email}`);
    const ended = own === null ? session?.id : ana.sessionId;
    const out = `mutation { sessionRevoke(input: { ${input.replace('$', ended ?? '')} }) { userErrors { code } } }`;
    expect(await user.data(out, {}, { as: ana })).toEqual({ sessionRevoke: { userErrors: [] } });
    const pendingEmail = own === null ? null : `elsewhere-${ana.email}`;
    expect(await viewer(ana, '{ viewer { pendingEmail } }')).toEqual({ pendingEmail });
  });

  test('does not, once the account is suspended: whoever asked may not have been its owner', async () => {
    const ana = await verified();
    await change(ana, `thief-${ana.email}`);
    const { token } = await mails.mail({ to: `thief-${ana.email}` });
    await user.data(
      'mutation ($input: UserSuspendInput!) { userSuspend(input: $input) { userErrors { code } } }',
      { input: { userId: ana.id, reason: 'Somebody else was signed in.' } },
      { as: person('ADMIN') },
    );
    expect(await confirm(token, null)).toMatchObject({ userErrors: [{ code: 'TOKEN_EXPIRED' }] });
    expect((await kept(`select email as text from account where id = '${ana.id}'`))[0]?.text).toBe(ana.email);
  });

  test('may think better of it; nobody else may for them, but an administrator', async () => {
    const [ana, stranger] = [await verified(), await verified()];
    await change(ana, `first-${ana.email}`);
    expect(await viewer(ana, '{ viewer { pendingEmail } }')).toEqual({ pendingEmail: `first-${ana.email}` });
    expect((await cancel(stranger, { userId: ana.id })).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect(await cancel(ana)).toMatchObject({ user: { pendingEmail: null }, userErrors: [] });
    expect((await cancel(ana)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    const { token } = await mails.mail({ to: `first-${ana.email}` });
    expect(await confirm(token, ana)).toMatchObject({ userErrors: [{ code: 'TOKEN_EXPIRED' }] });
    await change(ana, `second-${ana.email}`);
    expect((await cancel({ ...person('ADMIN') }, { userId: ana.id })).userErrors).toEqual([]);
    expect(await viewer(ana, '{ viewer { pendingEmail } }')).toEqual({ pendingEmail: null });
  });

  test('gives another one, and an address', async () => {
    const ana = await verified();
    for (const wrong of [ana.email, 'nobody'])
      expect((await change(ana, wrong)).userErrors).toMatchObject([{ code: 'INVALID', field: ['newEmail'] }]);
    const { errors } = await user.ask(EMAIL_CHANGE, { input: { newEmail: 'a@agora.example' } });
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });
});

test('no token that was mailed stands in the database in clear', async () => {
  const ana = await registered();
  await forget(ana.email);
  await change(ana, `hidden-${ana.email}`);
  const links = [
    await mails.mail({ to: ana.email, template: 'welcome' }),
    await mails.mail({ to: ana.email, template: 'password_reset' }),
    await mails.mail({ to: `hidden-${ana.email}` }),
  ];
  const rows = [
    ...(await kept('select t::text as text from mailed_token t')),
    ...(await kept('select t::text as text from platform.event_log t')),
  ].map(({ text }) => text);
  expect(rows.length).toBeGreaterThan(5);
  for (const { token } of links) {
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(rows.filter((text) => text?.includes(token))).toEqual([]);
  }
});

describe('a password that many people have', () => {
  test.each(['password123', '1234567890', 'Qwertyuiop'])('%s is refused, wherever one is set', async (password) => {
    expect(await people.register({ password })).toMatchObject({ user: null, userErrors: [{ code: 'PASSWORD_WEAK', field: ['password'] }] });
    const ana = await registered();
    const { userPasswordChange } = await user.data(CHANGE, { input: { currentPassword: PASSWORD, newPassword: password } }, { as: ana });
    expect(userPasswordChange).toMatchObject({ userErrors: [{ code: 'PASSWORD_WEAK', field: ['newPassword'] }] });
    await forget(ana.email);
    const { token } = await mails.mail({ to: ana.email, template: 'password_reset' });
    expect(await reset(token, password)).toMatchObject({ isReset: false, userErrors: [{ code: 'PASSWORD_WEAK', field: ['newPassword'] }] });
    expect(await reset(token)).toMatchObject({ isReset: true });
  });
});

describe('signing in', () => {
  const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0';
  const NEWER_FIREFOX = FIREFOX.replaceAll('133.0', '140.0');

  const from = async (email: string, ip: string, userAgent: string): Promise<void> => {
    const variables = { input: { email, password: PASSWORD } };
    const { data } = await user.service.execute({ query: SIGN_IN, variables, identity: { actor: null, ip }, userAgent });
    expect(Payload.parse(data?.['sessionCreate']).session).not.toBeNull();
  };
  const told = async (email: string) => {
    await people.heardAllUntilNow();
    return mails.all({ to: email, template: 'new_device' }).map(({ variables: { device, ipAddress } }) => ({ device, ipAddress }));
  };

  test('on another device is told to the owner of the account, once; the same browser in a newer version is the same device', async () => {
    const ana = await verified();
    await from(ana.email, '192.0.2.7', FIREFOX);
    const first = { device: 'Firefox on Windows', ipAddress: '192.0.2.7' };
    expect(await told(ana.email)).toEqual([first]);
    for (const ip of ['192.0.2.7', '192.0.99.1']) await from(ana.email, ip, NEWER_FIREFOX);
    expect(await told(ana.email)).toEqual([first]);
    await from(ana.email, '203.0.113.9', FIREFOX);
    await from(ana.email, '192.0.2.7', 'curl/8.5.0');
    expect(await told(ana.email)).toEqual([first, { ...first, ipAddress: '203.0.113.9' }, { device: 'curl', ipAddress: '192.0.2.7' }]);
  });

  test("is not told to an address that may be somebody else's, nor where the password was wrong", async () => {
    const [unverified, ana] = [await registered(), await verified()];
    await from(unverified.email, '192.0.2.7', FIREFOX);
    await people.signIn(ana.email, 'wrong horse battery');
    expect(await told(unverified.email)).toEqual([]);
    expect(await told(ana.email)).toEqual([]);
  });

  test('makes a hash anew that costs less to try than new ones, and leaves the others', async () => {
    const ana = await registered();
    const hash = async () => (await kept(`select password_hash as text from account where id = '${ana.id}'`))[0]?.text ?? '';
    const before = await hash();
    await people.signIn(ana.email);
    expect(await hash()).toBe(before);
    await kept(`update account set password_hash = '${cheapHash(PASSWORD)}' where id = '${ana.id}'`);
    const answers = await Promise.all([people.signIn(ana.email), people.signIn(ana.email)]);
    expect(answers.map(({ session }) => session)).toEqual([expect.anything(), expect.anything()]);
    expect(await hash()).toContain('$m=19456,t=2,p=1$');
    expect((await people.signIn(ana.email)).session).not.toBeNull();
  });
});

describe('rate limits', () => {
  let limited: SubgraphUnderTest;
  beforeAll(async () => {
    limited = await startUser({ AGORA_RATE_LIMIT: 'on' });
  });
  afterAll(() => limited.stop());

  test('an address is written to ten times an hour because somebody wants it, whoever they are', async () => {
    const theirs = peopleOf(() => limited);
    const codes: unknown[] = [];
    for (let n = 0; n < 3; n++) {
      const as = await theirs.member();
      for (let times = 0; times < 5; times++) {
        const { errors } = await limited.ask(EMAIL_CHANGE, { input: { newEmail: 'wanted@agora.example' } }, { as });
        codes.push(errors?.[0]?.extensions['code'] ?? null);
      }
    }
    expect(codes).toEqual([...Array<null>(10).fill(null), ...Array<string>(5).fill('RATE_LIMITED')]);
  });

  test('an account asks ten times a day to be verified as a seller', async () => {
    const as = { ...(await peopleOf(() => limited).member({ profileKind: 'BUSINESS' })), roles: ['USER', 'SELLER'] } as const;
    const request = 'mutation { sellerVerificationRequest(input: { legalName: "Ana", countryCode: "CO" }) { userErrors { code } } }';
    const codes: unknown[] = [];
    for (let n = 0; n < 12; n++) codes.push((await limited.ask(request, {}, { as })).errors?.[0]?.extensions['code'] ?? null);
    expect(codes).toEqual([...Array<null>(10).fill(null), 'RATE_LIMITED', 'RATE_LIMITED']);
  });

  test('an address is mailed five links that set a password, whether it has an account or not', async () => {
    const { session } = await peopleOf(() => limited).register({ email: 'ana@agora.example' });
    expect(session).not.toBeNull();
    for (const email of ['ana@agora.example', 'nobody@agora.example']) {
      const codes: unknown[] = [];
      for (let n = 0; n < 6; n++) codes.push((await limited.ask(FORGET, { input: { email } })).errors?.[0]?.extensions['code'] ?? null);
      expect(codes).toEqual([null, null, null, null, null, 'RATE_LIMITED']);
    }
  });
});

const Problems = z.array(
  z.object({ __typename: z.string(), code: z.string(), field: z.array(z.string()).nullable(), retryAt: z.string().optional() }),
);
const PROBLEMS = 'userErrors { __typename code field ... on RetryLaterError { retryAt } }';
const Seen = z.object({ id: z.string(), email: z.string().nullable(), pendingEmail: z.string().nullable() });

const CHANGE = `mutation ($input: UserPasswordChangeInput!) { userPasswordChange(input: $input) { ${PROBLEMS} } }`;
const FORGET = `mutation ($input: UserPasswordResetRequestInput!) { userPasswordResetRequest(input: $input) { isAccepted ${PROBLEMS} } }`;
const EMAIL_CHANGE = `mutation ($input: UserEmailChangeRequestInput!) {
  userEmailChangeRequest(input: $input) { user { id email pendingEmail } expiresAt ${PROBLEMS} }
}`;

async function registered(input: { email?: string; locale?: string } = {}): Promise<Member> {
  return people.member({ locale: 'en', ...input });
}

/** Somebody who has proved their address. */
async function verified(email?: string): Promise<Member> {
  const ana = await registered(email === undefined ? {} : { email });
  await mails.proveEmail(ana);
  return ana;
}

async function viewer(as: Actor, text = '{ viewer { email emailVerifiedAt } }'): Promise<unknown> {
  return (await user.data(text, {}, { as }))['viewer'];
}

async function verify(token: string, as: Actor | null = null) {
  const text = `mutation ($input: UserEmailVerifyInput!) { userEmailVerify(input: $input) { isVerified user { id emailVerifiedAt } ${PROBLEMS} } }`;
  const answer = (await user.data(text, { input: { token } }, { as }))['userEmailVerify'];
  return z.object({ isVerified: z.boolean(), user: z.unknown(), userErrors: Problems }).parse(answer);
}

async function resend(as: Actor, input: object = {}, ip = '127.0.0.1') {
  const query = `mutation ($input: UserEmailVerificationResendInput!) { userEmailVerificationResend(input: $input) { nextAllowedAt ${PROBLEMS} } }`;
  const { data } = await user.service.execute({ query, variables: { input }, identity: { actor: as, ip } });
  return z.object({ nextAllowedAt: z.string().nullable(), userErrors: Problems }).parse(data?.['userEmailVerificationResend']);
}

async function forget(email: string) {
  return z
    .object({ isAccepted: z.boolean(), userErrors: Problems })
    .parse((await user.data(FORGET, { input: { email } }))['userPasswordResetRequest']);
}

async function reset(token: string, newPassword = NEW_PASSWORD) {
  const text = `mutation ($input: UserPasswordResetInput!) { userPasswordReset(input: $input) { isReset ${PROBLEMS} } }`;
  return z
    .object({ isReset: z.boolean(), userErrors: Problems })
    .parse((await user.data(text, { input: { token, newPassword } }))['userPasswordReset']);
}

async function change(as: Actor, newEmail: string) {
  const answer = (await user.data(EMAIL_CHANGE, { input: { newEmail } }, { as }))['userEmailChangeRequest'];
  return z.object({ user: Seen.nullable(), expiresAt: z.string().nullable(), userErrors: Problems }).parse(answer);
}

async function confirm(token: string, as: Actor | null) {
  const text = `mutation ($input: UserEmailChangeConfirmInput!) { userEmailChangeConfirm(input: $input) { user { id email pendingEmail } ${PROBLEMS} } }`;
  const answer = (await user.data(text, { input: { token } }, { as }))['userEmailChangeConfirm'];
  return z.object({ user: Seen.nullable(), userErrors: Problems }).parse(answer);
}

async function cancel(as: Actor, input: object = {}) {
  const text = `mutation ($input: UserEmailChangeCancelInput!) { userEmailChangeCancel(input: $input) { user { pendingEmail } ${PROBLEMS} } }`;
  const answer = (await user.data(text, { input }, { as }))['userEmailChangeCancel'];
  return z.object({ user: z.object({ pendingEmail: z.string().nullable() }).nullable(), userErrors: Problems }).parse(answer);
}

/** What is answered, and what it takes: every statement of the request, and the hashes of passwords. */
async function workOf<T>(work: () => Promise<T>) {
  user.statements();
  let answer!: T;
  const hashes = await hashesDuring(async () => {
    answer = await work();
  });
  // Whatever else touches the tables of the platform is the relay, at its own pace, as is the look for suspensions that are over.
  const isOfRequest = (sql: string) =>
    (!sql.includes('platform.') || sql.includes('insert into platform.event_log')) && !sql.includes('suspended_until <= now()');
  return { answer, hashes, statements: user.statements().filter(isOfRequest) };
}

/** Keeps others from what a statement locks, until as many wait for it as `work` says. */
function holding<T>(sql: string, work: (waiting: (number: number) => Promise<unknown>) => Promise<T>): Promise<T> {
  const WAITING = `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
  return onDatabase(user.databaseUrl, (database) =>
    transaction(database.fork(), async (tx) => {
      await query(tx, sql);
      return work((number) => eventually(async () => (await query(tx, WAITING)).length >= number));
    }),
  );
}

function kept(sql: string): Promise<{ text?: string }[]> {
  return onDatabase(user.databaseUrl, (database) => query(database.fork(), sql));
}
