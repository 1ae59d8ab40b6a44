import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { query } from '@agora/platform/database/database';
import { newId, newUuid } from '@agora/platform/ids';
import { SettingsError } from '@agora/platform/service/settings';
import { afterAll, describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { onDatabase } from './support/database.ts';
import { mailsOf } from './support/mails.ts';
import { type Member, PASSWORD, pastSecondOf, Payload, REFRESH, REGISTER, SIGN_IN } from './support/people.ts';
import { openPlaces } from '../src/sessions/places.ts';
import { writePlaces } from './support/places.ts';
import { openUser } from './support/user.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'agora-places-'));
const PLACES_DATABASE = path.join(folder, 'places.mmdb');
const SPAIN = { iso_code: 'ES', names: { en: 'Spain', es: 'España', 'pt-BR': 'Espanha' } };
await writePlaces(PLACES_DATABASE, {
  '203.0.113': { city: { names: { en: 'Seville', es: 'Sevilla', 'pt-BR': 'Sevilha' } }, country: SPAIN },
  '203.1.113': { country: SPAIN },
  '198.51.100': { city: { names: { en: 'Kyiv' } }, country: { names: { en: 'Ukraine', 'pt-BR': 'Ucrânia' } } },
  '198.51.101': { country: { iso_code: 'JP', names: { en: 'Japan' } } },
});
const { user, people, operator } = await openUser({ PLACES_DATABASE });
afterAll(() => rm(folder, { recursive: true }));

describe('staying', () => {
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
});

describe('devices', () => {
  const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0';

  /** Signs in, or refreshes, as from this device. */
  const from = async (ip: string, userAgent: string, query: string, input: object) => {
    const { data } = await user.service.execute({ query, variables: { input }, identity: { actor: null, ip }, userAgent });
    return Payload.parse(Object.values(data ?? {})[0]);
  };

  test('people see where they are signed in, the last used first, until they are not any more', async () => {
    const ana = await people.member();
    const firefox = await from('192.0.2.7', FIREFOX, SIGN_IN, { email: ana.email, password: PASSWORD });
    const curl = await from('2001:db8::1', 'curl/8.5.0', SIGN_IN, { email: ana.email, password: PASSWORD });
    const listed = {
      here: { id: ana.tokens.id, isCurrent: true, method: 'REGISTRATION', ipAddress: '127.0.0.1', device: unknownDevice },
      firefox: {
        ...{ id: firefox.session?.id, isCurrent: false, method: 'PASSWORD', ipAddress: '192.0.2.7' },
        device: { label: 'Firefox no Windows', kind: 'DESKTOP', browser: 'Firefox', operatingSystem: 'Windows' },
      },
      curl: {
        ...{ id: curl.session?.id, isCurrent: false, method: 'PASSWORD', ipAddress: '2001:db8::1' },
        device: { label: 'curl', kind: 'OTHER', browser: 'curl', operatingSystem: null },
      },
    };
    expect(await sessionsOf(ana)).toMatchObject({ totalCount: 3, nodes: [listed.curl, listed.firefox, listed.here] });

    await from('192.0.2.8', FIREFOX, REFRESH, { refreshToken: firefox.session?.refreshToken });
    const moved = { ...listed.firefox, ipAddress: '192.0.2.8' };
    expect(await sessionsOf(ana)).toMatchObject({ nodes: [moved, listed.curl, listed.here] });
    expect(await sessionsOf(ana, { first: 1 })).toMatchObject({ totalCount: 3, nodes: [moved] });

    await user.data(REVOKE, { input: { sessionId: firefox.session?.id } }, { as: ana });
    await onDatabase(user.databaseUrl, (database) =>
      query(database.fork(), 'update session set expires_at = now() where id = $1', [curl.session?.id]),
    );
    expect(await sessionsOf(ana)).toMatchObject({ totalCount: 1, nodes: [listed.here] });
  });

  test.each([
    ['203.0.113.7', 'en', 'Seville, Spain'],
    ['203.0.113.7', 'es-CO', 'Sevilla, España'],
    ['203.0.113.200', 'pt', 'Sevilha, Espanha'],
    ['198.51.100.1', 'pt', 'Kyiv, Ucrânia'],
    ['198.51.101.1', 'es', 'Japan'],
    ['192.0.2.7', 'en', null],
    ['2001:db8::1', 'en', null],
    // Begins with the bytes of 203.0.113.7.
    ['cb00:7107::1', 'en', null],
  ])('are roughly where %s is, for who reads %s: %s', async (ip, acceptLanguage, place) => {
    const ana = await people.member();
    await from(ip, FIREFOX, SIGN_IN, { email: ana.email, password: PASSWORD });
    const asked = '{ viewer { sessions(first: 1) { nodes { place } } securityEvents(first: 1) { nodes { place } } } }';
    const shown = { nodes: [{ place }] };
    expect(await user.data(asked, {}, { as: ana, acceptLanguage })).toEqual({ viewer: { sessions: shown, securityEvents: shown } });
  });

  test('in a country that the account was not used from before are unlike it; new ones at home are not, and where no place is known they are', async () => {
    const ana = { email: 'at-home@agora.example', password: PASSWORD };
    const { session } = await from('203.0.113.7', FIREFOX, REGISTER, { ...ana, displayName: 'Ana' });
    const as = await people.actor(session?.accessToken ?? '');
    const isSuspicious = async (ip: string, userAgent: string) => {
      await from(ip, userAgent, SIGN_IN, ana);
      const { viewer } = await user.data('{ viewer { securityEvents(first: 1) { nodes { kind isSuspicious } } } }', {}, { as });
      return viewer;
    };
    const signedIn = (isSuspicious: boolean) => ({ securityEvents: { nodes: [{ kind: 'SIGNED_IN', isSuspicious }] } });
    expect(await isSuspicious('203.1.113.7', 'curl/8.5.0')).toEqual(signedIn(false));
    expect(await isSuspicious('198.51.101.1', FIREFOX)).toEqual(signedIn(true));
    expect(await isSuspicious('198.51.101.1', 'curl/8.5.0')).toEqual(signedIn(false));
    expect(await isSuspicious('192.0.2.7', FIREFOX)).toEqual(signedIn(true));
    expect(await isSuspicious('192.0.2.7', FIREFOX)).toEqual(signedIn(false));
  });

  test.each([
    ['en', '203.0.113.7', 'Seville, Spain'],
    ['es-CO', '203.0.113.7', 'Sevilla, España'],
    ['pt', '192.0.2.7', null],
  ])('that are new are mailed with their place to who reads %s, from %s: %s', async (locale, ip, place) => {
    const ana = await people.member({ locale });
    const mails = mailsOf(() => user);
    await mails.proveEmail(ana);
    await from(ip, FIREFOX, SIGN_IN, { email: ana.email, password: PASSWORD });
    expect((await mails.mail({ to: ana.email, template: 'new_device' })).variables).toMatchObject({ ipAddress: ip, place });
  });

  test('are anywhere where nobody keeps a database of places; one that is none ends the start', async () => {
    const nowhere = await openPlaces(undefined);
    expect([nowhere.of('203.0.113.7', 'en'), nowhere.countryOf('203.0.113.7')]).toEqual([null, null]);
    const broken = path.join(folder, 'broken.mmdb');
    await writeFile(broken, 'no database');
    for (const file of [broken, path.join(folder, 'missing.mmdb')]) {
      await expect(openPlaces(file)).rejects.toThrow(SettingsError);
      await expect(openPlaces(file)).rejects.toThrow('PLACES_DATABASE');
    }
  });

  test('whoever has just signed in sees them in the same answer', async () => {
    const ana = await people.member();
    const asked = `mutation ($input: SessionCreateInput!) { sessionCreate(input: $input) {
      user { sessions { totalCount nodes { id isCurrent } } } session { id }
    } }`;
    const { sessionCreate } = await user.data(asked, { input: { email: ana.email, password: PASSWORD } });
    const sessions = [
      { id: sessionCreate?.['session']?.['id'], isCurrent: true },
      { id: ana.tokens.id, isCurrent: false },
    ];
    expect(sessionCreate?.['user']).toEqual({ sessions: { totalCount: 2, nodes: sessions } });
  });

  test('a refresh that does not say from which device leaves it what it was', async () => {
    const ana = await people.member();
    const { session } = await from('192.0.2.7', FIREFOX, SIGN_IN, { email: ana.email, password: PASSWORD });
    await people.refresh(session?.refreshToken ?? '');
    expect(await sessionsOf(ana)).toMatchObject({ nodes: [{ id: session?.id, device: { browser: 'Firefox' } }, { id: ana.tokens.id }] });
  });

  test('of what a device says of itself no more is kept than anybody needs', async () => {
    const ana = await people.member();
    await from('192.0.2.7', `${FIREFOX} `.padEnd(100_000, 'x'), SIGN_IN, { email: ana.email, password: PASSWORD });
    const kept = await onDatabase(user.databaseUrl, (database) =>
      query(database.fork(), 'select max(length(user_agent)) as most from session where account_id = $1', [ana.id]),
    );
    expect(kept).toEqual([{ most: 255 }]);
    expect(await sessionsOf(ana)).toMatchObject({ nodes: [{ device: { browser: 'Firefox' } }, { id: ana.tokens.id }] });
  });

  test('nobody else sees them, not even an administrator, by whichever way', async () => {
    const [ana, ben] = [await people.member(), await people.member()];
    const fields = `query ($id: ID!) { user(id: $id) { sessions { totalCount } } _entities(representations: [{ __typename: "User", id: $id }]) {
      ... on User { sessions { nodes { id } } }
    } }`;
    const nothing = { user: { sessions: null }, _entities: [{ sessions: null }] };
    expect(await user.data(fields, { id: ana.id }, { as: ben })).toEqual(nothing);
    expect(await user.data(fields, { id: ana.id }, { as: { ...ben, roles: ['USER', 'ADMIN'] } })).toEqual(nothing);
    const guest = await user.ask('query ($id: ID!) { user(id: $id) { sessions { totalCount } } }', { id: ana.id });
    expect(guest.errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  test('people end their sessions on all other devices, and stay signed in on this one', async () => {
    const [ana, ben] = [await people.member(), await people.member()];
    const others = [await people.signIn(ana.email), await people.signIn(ana.email)];
    const answer = await user.data(REVOKE, { input: { otherSessions: true } }, { as: ana });
    expect(answer).toEqual({ sessionRevoke: { revokedSessionIds: others.map(({ session }) => session?.id), userErrors: [] } });
    for (const { session } of others)
      expect((await people.refresh(session?.refreshToken ?? '')).userErrors).toMatchObject([{ code: 'TOKEN_EXPIRED' }]);
    for (const { tokens } of [ana, ben]) expect((await people.refresh(tokens.refreshToken)).userErrors).toEqual([]);
    expect(await user.data(REVOKE, { input: { otherSessions: true } }, { as: ana })).toMatchObject({
      sessionRevoke: { revokedSessionIds: [] },
    });
  });

  const unknownDevice = { label: 'Dispositivo desconhecido', kind: 'OTHER', browser: null, operatingSystem: null };

  async function sessionsOf(as: Member, variables: object = {}) {
    const asked = `query ($first: Int) { viewer { sessions(first: $first) {
      totalCount nodes { id isCurrent method ipAddress device { label kind browser operatingSystem } }
    } } }`;
    return (await user.data(asked, { ...variables }, { as, acceptLanguage: 'pt' }))['viewer']?.['sessions'];
  }
});

describe('leaving', () => {
  test('people end their own sessions, one or all, and nobody else does', async () => {
    const ana = await people.member();
    const ben = await people.member();
    const [second, third] = [await people.signIn(ana.email), await people.signIn(ana.email)];

    const stolen = { sessionRevoke: { revokedSessionIds: [], userErrors: [{ code: 'NOT_FOUND', field: ['sessionId'] }] } };
    for (const sessionId of [second.session?.id, newId('ses'), 'ses_\0', 'x']) {
      expect(await user.data(REVOKE, { input: { sessionId } }, { as: ben })).toMatchObject(stolen);
    }
    const tooLong = await user.data(REVOKE, { input: { sessionId: `ses_${'x'.repeat(97)}` } }, { as: ben });
    expect(tooLong).toMatchObject({ sessionRevoke: { userErrors: [{ code: 'INVALID', field: ['sessionId'] }] } });
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

  test('administrators end those of somebody else, one or all, which the person reads; nobody else does', async () => {
    const ana = await people.member();
    const other = (await people.signIn(ana.email)).session;
    const admin = { ...(await people.member()), roles: ['USER', 'ADMIN'] as const };
    const revoke = async (as: Member, input: object) =>
      (await user.data(REVOKE, { input: { userId: ana.id, ...input } }, { as }))['sessionRevoke'];
    const refused = (code: string, field: string) => ({ revokedSessionIds: [], userErrors: [{ code, field: [field] }] });
    const moderator = { ...(await people.member()), roles: ['USER', 'MODERATOR', 'SELLER'] as const };
    for (const input of [{ allSessions: true }, { otherSessions: true }, { sessionId: other?.id }, {}])
      expect(await revoke(moderator, input)).toMatchObject(refused('FORBIDDEN', 'userId'));
    expect(await revoke(admin, {})).toMatchObject(refused('INVALID', 'sessionId'));
    expect(await revoke(admin, { sessionId: admin.tokens.id })).toMatchObject(refused('NOT_FOUND', 'sessionId'));
    for (const userId of [newId('usr'), 'usr_\0', 'x'])
      expect(await revoke(admin, { userId, allSessions: true })).toMatchObject(refused('NOT_FOUND', 'userId'));
    expect((await people.refresh(other?.refreshToken ?? '')).userErrors).toEqual([]);

    expect(await revoke(admin, { sessionId: other?.id })).toEqual({ revokedSessionIds: [other?.id], userErrors: [] });
    expect(await revoke(admin, { otherSessions: true })).toEqual({ revokedSessionIds: [ana.tokens.id], userErrors: [] });
    expect((await people.refresh(ana.tokens.refreshToken)).userErrors).toMatchObject([{ code: 'TOKEN_EXPIRED' }]);
    expect((await people.refresh(admin.tokens.refreshToken)).userErrors).toEqual([]);
    const trail = '{ viewer { securityEvents(first: 2) { nodes { kind isByAdministrator ipAddress } } } }';
    const byAdministrator = { isByAdministrator: true, ipAddress: null };
    expect(await user.data(trail, {}, { as: ana })).toEqual({
      viewer: {
        securityEvents: {
          nodes: [
            { kind: 'SESSIONS_REVOKED', ...byAdministrator },
            { kind: 'SIGNED_OUT', ...byAdministrator },
          ],
        },
      },
    });
    const own = { sessionRevoke: { revokedSessionIds: [moderator.tokens.id] } };
    expect(await user.data(REVOKE, { input: { userId: moderator.id } }, { as: moderator })).toMatchObject(own);
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
        `insert into session (id, account_id, generation, method, transport, created_at, authenticated_at, last_used_at, expires_at, revoked_at)
         select 'ses_' || n, $1, 1, 'PASSWORD', 'BEARER', now(), now(), now(), now() + interval '1 day', now() from generate_series(1, 10001) as n`,
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

test('the published keys hold no private half', async () => {
  const published = JSON.stringify(await user.service.routes['/.well-known/jwks.json']?.(new URLSearchParams()));
  expect(JSON.parse(published)).toMatchObject({ keys: [{ kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', use: 'sig' }] });
  expect(published).not.toContain('"d"');
});

const REVOKE = `mutation ($input: SessionRevokeInput!) { sessionRevoke(input: $input) { revokedSessionIds userErrors { code field } } }`;

const Ended = z.object({
  sessions: z.array(z.object({ id: z.string(), endedAt: z.number(), tokensEndAt: z.number() })),
  hasMore: z.boolean(),
});
