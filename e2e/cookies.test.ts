import { createClient } from 'graphql-ws';
import { generateKeyPair, SignJWT } from 'jose';
import { WebSocket } from 'ws';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { type Agora, startAgora } from './agora.ts';
import { ask, socket } from './client.ts';
import { PASSWORD, type Registered, register } from './shop.ts';

let agora: Agora;
let ana: Registered;
let eva: Registered;
beforeAll(async () => {
  agora = await startAgora('one process');
  [ana, eva] = await Promise.all([register(agora, 'Ana Torres'), register(agora, 'Eva Lind')]);
});
afterAll(() => agora?.stop());

const ACCESS = '__Host-agora-access';
const REFRESH = '__Host-agora-refresh';
const JSON_BODY = { 'content-type': 'application/json' };
const SIGN_IN = `mutation ($input: SessionCreateInput!) {
  sessionCreate(input: $input) { session { id accessToken refreshToken transport sessionExpiresAt } user { id } userErrors { code field } } }`;
const KEEP =
  'mutation { sessionRefresh(input: {}) { session { id accessToken refreshToken transport } user { id } userErrors { code field } } }';
const SIGN_OUT = 'mutation { sessionRevoke(input: {}) { revokedSessionIds userErrors { code } } }';

interface Told {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
  // What a test reads of an answer it compares with what it expects.
  readonly json: { readonly data?: Readonly<Record<string, unknown>>; readonly errors?: readonly object[] };
}

/** What a browser does with cookies, and nothing more of what a browser does. */
class Browser {
  readonly cookies = new Map<string, string>();

  async send(body: object | string, headers: Readonly<Record<string, string>> = JSON_BODY, method = 'POST'): Promise<Told> {
    const address = method === 'GET' ? `?${new URLSearchParams(body as Record<string, string>)}` : '';
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const response = await fetch(`${agora.url}/graphql${address}`, {
      method,
      headers: { ...this.header(), ...headers },
      ...(method === 'POST' && { body: text }),
    });
    for (const set of response.headers.getSetCookie()) this.#keep(set);
    const answer = await response.text();
    return { status: response.status, text: answer, headers: response.headers, json: JSON.parse(answer) as Told['json'] };
  }

  ask(query: string, variables: object = {}, headers: Readonly<Record<string, string>> = {}): Promise<Told> {
    return this.send({ query, variables }, { ...JSON_BODY, ...headers });
  }

  async signIn({ email }: Registered): Promise<Told> {
    return this.ask(SIGN_IN, { input: { email, password: PASSWORD, transport: 'COOKIE' } });
  }

  async viewer(headers: Readonly<Record<string, string>> = {}): Promise<unknown> {
    const { json } = await this.ask('{ viewer { id } }', {}, headers);
    return json.errors ? json.errors[0] : json.data?.['viewer'];
  }

  header(): Record<string, string> {
    const pairs = [...this.cookies].map(([name, value]) => `${name}=${value}`);
    return pairs.length === 0 ? {} : { cookie: pairs.join('; ') };
  }

  #keep(set: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
    if (/; Max-Age=0(;|$)/i.test(set)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

async function signedIn(who: Registered): Promise<Browser> {
  const browser = new Browser();
  await browser.signIn(who);
  return browser;
}

const INVALID = { extensions: { code: 'UNAUTHENTICATED', reason: 'TOKEN_INVALID' } };

describe('a session in cookies', () => {
  test('begins with cookies that no script can read and no other site is sent, and an answer without tokens', async () => {
    const browser = new Browser();
    const { json, headers, text } = await browser.signIn(ana);
    expect(json).toMatchObject({
      data: {
        sessionCreate: {
          session: { accessToken: null, refreshToken: null, transport: 'COOKIE', sessionExpiresAt: expect.any(String) },
          user: { id: ana.id },
          userErrors: [],
        },
      },
    });
    for (const token of browser.cookies.values()) expect(text).not.toContain(token.split('.').at(-1));
    const set = headers.getSetCookie();
    expect(set.map((cookie) => cookie.split('=')[0])).toEqual([ACCESS, REFRESH]);
    for (const cookie of set) expect(cookie).toMatch(/^[^;]+; Max-Age=25\d{5}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(await browser.viewer()).toEqual({ id: ana.id });
  });

  test('begins with a registration, too', async () => {
    const browser = new Browser();
    const input = { email: 'cookies@people.example', password: PASSWORD, displayName: 'Nora', transport: 'COOKIE' };
    const { json } = await browser.ask(
      'mutation ($input: UserRegisterInput!) { userRegister(input: $input) { user { id } session { accessToken } } }',
      { input },
    );
    expect(json.data).toMatchObject({ userRegister: { user: await browser.viewer(), session: { accessToken: null } } });
  });

  test('begins whatever is read of the answer, and a repeat of a lost one brings the same cookies', async () => {
    const once = { 'idempotency-key': 'a key that nobody else may guess' };
    const variables = { input: { email: ana.email, password: PASSWORD, transport: 'COOKIE' } };
    const query = 'mutation ($input: SessionCreateInput!) { sessionCreate(input: $input) { userErrors { code } } }';
    const [lost, browser] = [new Browser(), new Browser()];
    await lost.ask(query, variables, once);
    await browser.ask(query, variables, once);
    expect(browser.cookies).toEqual(lost.cookies);
    expect(await browser.viewer()).toEqual({ id: ana.id });
  });

  test('is refreshed by its cookie, also where the access token is not good any more, and in two tabs at once', async () => {
    const browser = await signedIn(ana);
    browser.cookies.set(ACCESS, 'x.y.z');
    const before = browser.header();
    const tabs = await Promise.all([new Browser(), new Browser()].map(async (tab) => ({ tab, answer: await tab.ask(KEEP, {}, before) })));
    for (const { tab, answer } of tabs) {
      expect(answer.json.data).toMatchObject({
        sessionRefresh: { session: { accessToken: null, refreshToken: null }, user: { id: ana.id }, userErrors: [] },
      });
      expect(tab.cookies).toEqual(tabs[0]?.tab.cookies);
      expect(await tab.viewer()).toEqual({ id: ana.id });
    }
    expect(tabs[0]?.tab.cookies.get(REFRESH)).not.toBe(browser.cookies.get(REFRESH));
  });

  test('ends when its person signs out, which takes the cookies away', async () => {
    const browser = await signedIn(ana);
    const copied = browser.header();
    const { json } = await browser.ask(SIGN_OUT);
    expect(json.data).toMatchObject({ sessionRevoke: { revokedSessionIds: [expect.any(String)], userErrors: [] } });
    expect(browser.cookies.size).toBe(0);
    expect(await browser.viewer()).toBeNull();
    const thief = await new Browser().ask(KEEP, {}, copied);
    expect(thief.json.data).toMatchObject({ sessionRefresh: { session: null, userErrors: [{ code: 'TOKEN_EXPIRED' }] } });
  });

  test('keeps the cookies of a proof of who is there while another tab comes with those before', async () => {
    const browser = await signedIn(ana);
    const before = browser.header();
    await browser.ask(`mutation { sessionReauthenticate(input: { password: "${PASSWORD}" }) { userErrors { code } } }`);
    const { json, headers } = await browser.ask(KEEP, {}, before);
    expect(json.data).toMatchObject({ sessionRefresh: { session: null, userErrors: [{ code: 'TOKEN_EXPIRED' }] } });
    expect(headers.getSetCookie()).toEqual([]);
    expect((await browser.ask(KEEP)).json.data).toMatchObject({ sessionRefresh: { user: { id: ana.id }, userErrors: [] } });
  });

  test('loses its cookies where they are of no use any more, and keeps them where another one ends', async () => {
    const nora = await register(agora, 'Nora Lind');
    const [here, there] = [await signedIn(nora), await signedIn(nora)];
    await there.ask('mutation { sessionRevoke(input: { otherSessions: true }) { userErrors { code } } }');
    expect(there.cookies.size).toBe(2);
    const { json } = await here.ask(KEEP);
    expect(json.data).toMatchObject({
      sessionRefresh: { session: null, userErrors: [{ code: 'TOKEN_EXPIRED', field: ['refreshToken'] }] },
    });
    expect(here.cookies.size).toBe(0);
  });
});

describe('a request with cookies that a page of another site may have made is refused', () => {
  const QUERY = { query: '{ viewer { id } }' };
  const PREFLIGHTED = { 'apollo-require-preflight': '1' };

  test.each<[what: string, method: string, headers: Record<string, string>, status: number]>([
    ['a GET', 'GET', {}, 403],
    ['a GET with the header', 'GET', PREFLIGHTED, 200],
    ['a GET of JSON', 'GET', JSON_BODY, 200],
    ['a GET of another origin', 'GET', { ...PREFLIGHTED, origin: 'https://evil.example' }, 403],
    ['a GET of a form', 'GET', { 'content-type': 'text/plain; application/json' }, 403],
    ['a POST of JSON', 'POST', JSON_BODY, 200],
    ['a POST of JSON of another origin', 'POST', { ...JSON_BODY, origin: 'https://evil.example' }, 403],
    ['a POST of JSON of a page in a sandbox', 'POST', { ...JSON_BODY, origin: 'null' }, 403],
    ['a POST of JSON of an allowed origin', 'POST', { ...JSON_BODY, origin: 'http://localhost:5173' }, 200],
    ['a form', 'POST', { 'content-type': 'application/x-www-form-urlencoded' }, 403],
    ['a form with a file', 'POST', { 'content-type': 'multipart/form-data; boundary=x' }, 403],
    ['a form of plain text', 'POST', { 'content-type': 'text/plain' }, 403],
  ])('%s', async (_what, method, headers, status) => {
    const browser = await signedIn(ana);
    const answer = await browser.send(QUERY, headers, method);
    expect(answer.status).toBe(status);
    if (status === 200) expect(answer.json).toEqual({ data: { viewer: { id: ana.id } } });
    else expect(answer.json).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  });

  test('by their browser before it is sent, too: an allowed page may use cookies, another one hears nothing', async () => {
    const preflight = async (origin: string) =>
      (await fetch(`${agora.url}/graphql`, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } })).headers;
    const [own, evil] = [await preflight('http://localhost:5173'), await preflight('https://evil.example')];
    expect(own.get('access-control-allow-origin')).toBe('http://localhost:5173');
    expect(own.get('access-control-allow-credentials')).toBe('true');
    for (const name of ['origin', 'credentials', 'headers', 'methods']) expect(evil.get(`access-control-allow-${name}`)).toBeNull();

    const browser = await signedIn(ana);
    const { headers } = await browser.ask('{ viewer { id } }', {}, { origin: 'http://localhost:5173' });
    expect(headers.get('access-control-allow-credentials')).toBe('true');
    expect(headers.get('vary')).toBe('origin');
  });

  test('while whoever has none of ours is answered as before', async () => {
    const guest = { cookie: `theme=dark; agora-access=x; ${ACCESS}x=1` };
    const answer = await new Browser().send({ query: '{ viewer { id } }' }, guest, 'GET');
    expect(answer.json).toEqual({ data: { viewer: null } });
    const bearer = await new Browser().send({ query: '{ viewer { id } }' }, { ...guest, authorization: `Bearer ${ana.token}` }, 'GET');
    expect(bearer.json).toEqual({ data: { viewer: { id: ana.id } } });
  });
});

describe('whose a request is, is never in doubt', () => {
  test('a token of a session in cookies is no bearer, and a bearer is none in a cookie', async () => {
    const browser = await signedIn(ana);
    const token = browser.cookies.get(ACCESS) ?? '';
    expect(await browser.viewer()).toEqual({ id: ana.id });
    expect(await new Browser().viewer({ authorization: `Bearer ${token}` })).toMatchObject(INVALID);
    expect(await new Browser().viewer({ authorization: `Bearer ${ana.token}` })).toEqual({ id: ana.id });
    expect(await new Browser().viewer({ cookie: `${ACCESS}=${ana.token}` })).toMatchObject(INVALID);
  });

  test('a refresh token goes no other way than that of its session, which it does no harm', async () => {
    const browser = await signedIn(ana);
    const refreshToken = browser.cookies.get(REFRESH) ?? '';
    const refresh = 'mutation ($input: SessionRefreshInput!) { sessionRefresh(input: $input) { session { id } userErrors { code } } }';
    const refused = { data: { sessionRefresh: { session: null, userErrors: [{ code: 'TOKEN_EXPIRED' }] } } };
    expect(await ask(agora, refresh, { input: { refreshToken } })).toEqual(refused);

    const { data } = await ask(agora, SIGN_IN, { input: { email: ana.email, password: PASSWORD } });
    const bearer = z.object({ sessionCreate: z.object({ session: z.object({ refreshToken: z.string() }) }) }).parse(data);
    const other = await new Browser().ask(KEEP, {}, { cookie: `${REFRESH}=${bearer.sessionCreate.session.refreshToken}` });
    expect(other.json.data).toMatchObject({ sessionRefresh: { session: null, userErrors: [{ code: 'TOKEN_EXPIRED' }] } });

    expect((await browser.ask(KEEP)).json.data).toMatchObject({ sessionRefresh: { userErrors: [] } });
    const again = await ask(agora, refresh, { input: { refreshToken: bearer.sessionCreate.session.refreshToken } });
    expect(again.data).toMatchObject({ sessionRefresh: { userErrors: [] } });
  });

  test('a session that somebody else has put into the browser does not become that of who signs in there', async () => {
    const planted = await signedIn(eva);
    const browser = await signedIn(eva);
    for (const [name, value] of planted.cookies) browser.cookies.set(name, value);
    const { json } = await browser.signIn(ana);
    expect(json.data).toMatchObject({ sessionCreate: { user: { id: ana.id } } });
    for (const name of [ACCESS, REFRESH]) expect(browser.cookies.get(name)).not.toBe(planted.cookies.get(name));
    expect([await browser.viewer(), await planted.viewer()]).toEqual([{ id: ana.id }, { id: eva.id }]);
    expect((await planted.ask(KEEP)).json.data).toMatchObject({ sessionRefresh: { user: { id: eva.id }, userErrors: [] } });
    const sessions = '{ viewer { sessions(first: 1) { nodes { id isCurrent } } } }';
    const [own, theirs] = [await browser.ask(sessions), await planted.ask(sessions)];
    expect(own.json.data).not.toEqual(theirs.json.data);
  });

  test('who signs in without cookies, and out again, in one document ends nobody else’s session', async () => {
    const browser = await signedIn(ana);
    const both = `mutation ($in: SessionCreateInput!) {
      sessionCreate(input: $in) { user { id } } sessionRevoke(input: {}) { revokedSessionIds userErrors { code } } }`;
    const { json, headers } = await browser.ask(both, { in: { email: eva.email, password: PASSWORD } });
    expect(json.data).toMatchObject({
      sessionCreate: { user: { id: eva.id } },
      sessionRevoke: { revokedSessionIds: [expect.any(String)], userErrors: [] },
    });
    expect(headers.getSetCookie()).toEqual([]);
    expect(await browser.viewer()).toEqual({ id: ana.id });

    const inCookies = await browser.ask(both, { in: { email: eva.email, password: PASSWORD, transport: 'COOKIE' } });
    expect(inCookies.json.errors).toBeUndefined();
    expect(browser.cookies.size).toBe(0);
  });

  test('beside a bearer, cookies count for nothing: neither to ask, nor to refresh, nor to sign out', async () => {
    const browser = await signedIn(ana);
    const { data } = await ask(agora, SIGN_IN, { input: { email: eva.email, password: PASSWORD } });
    const { accessToken } = z.object({ sessionCreate: z.object({ session: z.object({ accessToken: z.string() }) }) }).parse(data)
      .sessionCreate.session;
    const authorization = `Bearer ${accessToken}`;
    expect(await browser.viewer({ authorization })).toEqual({ id: eva.id });
    expect(await browser.viewer({ authorization: 'Bearer x.y.z' })).toMatchObject(INVALID);
    expect((await browser.ask(KEEP, {}, { authorization })).json.data).toMatchObject({
      sessionRefresh: { session: null, userErrors: [{ code: 'REQUIRED', field: ['refreshToken'] }] },
    });
    await browser.ask(SIGN_OUT, {}, { authorization });
    expect(await browser.viewer()).toEqual({ id: ana.id });
  });

  test('who signs in gets a session of their own, whatever cookie somebody has put there before', async () => {
    const thief = await signedIn(eva);
    const victim = new Browser();
    for (const [name, value] of thief.cookies) victim.cookies.set(name, value);
    await victim.signIn(ana);
    expect(await victim.viewer()).toEqual({ id: ana.id });
    for (const [name, value] of thief.cookies) expect(victim.cookies.get(name)).not.toBe(value);
    expect(await thief.viewer()).toEqual({ id: eva.id });
  });

  test('a cookie of another marketplace is refused, keeps nobody from signing in, and is taken away by a refresh', async () => {
    const { privateKey } = await generateKeyPair('EdDSA');
    const foreign = await new SignJWT({
      roles: ['USER', 'ADMIN'],
      sid: 'ses_01kb0000000000000000000000',
      transport: 'COOKIE',
      auth_time: 0,
    })
      .setProtectedHeader({ alg: 'EdDSA' })
      .setSubject(ana.id)
      .setIssuer('agora')
      .setAudience('agora')
      .setExpirationTime('1h')
      .sign(privateKey);
    const planted = () => {
      const browser = new Browser();
      browser.cookies.set(ACCESS, foreign).set(REFRESH, 'ses_01kb0000000000000000000000.1.mac');
      return browser;
    };
    expect(await planted().viewer()).toMatchObject(INVALID);
    expect((await planted().ask('{ categories { totalCount } }')).json.errors).toBeUndefined();
    const [refreshed, signedUp] = [planted(), planted()];
    await refreshed.ask(KEEP);
    expect(refreshed.cookies.size).toBe(0);
    await signedUp.signIn(ana);
    expect(await signedUp.viewer()).toEqual({ id: ana.id });
  });

  test.each([
    ['overlong', 'x'.repeat(5_000)],
    ['empty', ''],
    ['of strange characters', '"%00\u00e9, =;'],
  ])('a cookie that is %s is refused like any other', async (_what, value) => {
    const browser = new Browser();
    browser.cookies.set(ACCESS, value).set(REFRESH, value);
    const viewer = await browser.viewer();
    if (value === '') expect(viewer).toBeNull();
    else expect(viewer).toMatchObject(INVALID);
    const { json } = await browser.ask(KEEP);
    expect(json.data).toMatchObject({
      sessionRefresh: { session: null, userErrors: [{ code: expect.stringMatching(/^(REQUIRED|TOKEN_EXPIRED|INVALID)$/) }] },
    });
    expect(browser.cookies.size).toBe(0);
    await browser.signIn(ana);
    expect(await browser.viewer()).toEqual({ id: ana.id });
  });

  test('of equal questions that are under way at once each gets their own answer', async () => {
    const browsers = [await signedIn(ana), await signedIn(eva), new Browser()];
    const bearer = new Browser();
    const rounds = Array.from({ length: 20 }, () => [
      ...browsers.map((browser) => browser.viewer()),
      bearer.viewer({ authorization: `Bearer ${eva.token}` }),
    ]);
    for (const round of rounds) expect(await Promise.all(round)).toEqual([{ id: ana.id }, { id: eva.id }, null, { id: eva.id }]);
  });
});

describe('a WebSocket', () => {
  /** What a socket with these headers is told. */
  const over = async (headers: Readonly<Record<string, string>>, query: string, token?: string): Promise<unknown> => {
    const client = createClient({
      url: `${agora.url.replace(/^http/, 'ws')}/graphql`,
      retryAttempts: 0,
      connectionParams: token ? { authorization: token } : {},
      webSocketImpl: class extends WebSocket {
        constructor(address: string, protocols: string) {
          super(address, protocols, { headers });
        }
      },
    });
    try {
      for await (const { data } of client.iterate({ query })) return data;
      return undefined;
    } catch (error) {
      return (error as { readonly message?: string }).message;
    } finally {
      await client.dispose();
    }
  };
  const VIEWER = '{ viewer { id } }';

  test('is signed in by the cookie where a page of an allowed origin opens it', async () => {
    const cookie = (await signedIn(ana)).header();
    const own = { ...cookie, origin: agora.url };
    expect(await over(own, VIEWER)).toEqual({ viewer: { id: ana.id } });
    expect(await over({ ...cookie, origin: 'http://localhost:5173' }, VIEWER)).toEqual({ viewer: { id: ana.id } });
    expect(await over(own, VIEWER, eva.token)).toEqual({ viewer: { id: eva.id } });
    const ofHost = { host: 'shop.example', ...cookie };
    expect(await over({ ...ofHost, origin: 'https://shop.example' }, VIEWER)).toEqual({ viewer: { id: ana.id } });
    for (const headers of [
      { ...cookie, origin: 'https://evil.example' },
      { ...cookie, origin: 'null' },
      { ...ofHost, origin: 'http://shop.example' }, // by whoever is on the way
      cookie,
    ])
      expect(await over(headers, VIEWER)).toContain('403');
    expect(await over({}, VIEWER)).toEqual({ viewer: null });
  });

  test('begins no session in cookies, for which it has no answer to set them in', async () => {
    const client = socket(agora, undefined);
    const input = `{ email: "${ana.email}", password: "${PASSWORD}", transport: COOKIE }`;
    const query = `mutation { sessionCreate(input: ${input}) { session { id } userErrors { code field } } }`;
    for await (const { data } of client.iterate({ query }))
      expect(data).toEqual({ sessionCreate: { session: null, userErrors: [{ code: 'INVALID', field: ['transport'] }] } });
    await client.dispose();
  });

  test('gives a session in cookies no new tokens, which it would lose; an answer over HTTP does', async () => {
    const browser = await signedIn(ana);
    const before = browser.cookies.get(REFRESH);
    const prove = `mutation { sessionReauthenticate(input: { password: "${PASSWORD}" }) { session { id } userErrors { code } } }`;
    expect(await over({ ...browser.header(), origin: agora.url }, prove)).toEqual({
      sessionReauthenticate: { session: null, userErrors: [{ code: 'INVALID' }] },
    });
    expect((await browser.ask(prove)).json.data).toMatchObject({ sessionReauthenticate: { userErrors: [] } });
    expect(browser.cookies.get(REFRESH)).not.toBe(before);
    expect((await browser.ask(KEEP)).json.data).toMatchObject({ sessionRefresh: { userErrors: [] } });
  });
});
