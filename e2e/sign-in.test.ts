import { mkdir, rm } from 'node:fs/promises';
import { get } from 'node:http';
import { basename, join } from 'node:path';
import { eventually } from '@agora/platform/testing/eventually';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SignJWT } from 'jose';
import * as z from 'zod';
import { ask, data } from './client.ts';
import { type Agora, startAgora } from './agora.ts';
import { onDatabase } from './on-database.ts';
import { PASSWORD, type Person, register, signIn } from './shop.ts';
import { signingKey } from './signing-key.ts';

let agora: Agora;
let buyer: Person;
let expired: string;
beforeAll(async () => {
  agora = await startAgora('one process');
  buyer = await signIn(agora, 'buyer');
  const { kid, key } = await signingKey(agora);
  expired = await new SignJWT({ roles: ['USER'], sid: 'ses_01kb0000000000000000000000', auth_time: 0 })
    .setProtectedHeader({ alg: 'EdDSA', kid })
    .setSubject(buyer.id)
    .setIssuer('agora')
    .setAudience('agora')
    .setExpirationTime('-1s')
    .sign(key);
});
afterAll(() => agora?.stop());

const BUYER = { email: 'buyer@agora.example', password: 'agora-demo-2026' };
const Tokens = z.object({ accessToken: z.string(), refreshToken: z.string() });
const SIGN_IN = `mutation ($input: SessionCreateInput!) {
  sessionCreate(input: $input) { session { accessToken refreshToken } user { email } userErrors { code } } }`;
const REFRESH = `mutation ($token: String!) {
  sessionRefresh(input: { refreshToken: $token }) { session { accessToken refreshToken } user { id } userErrors { code } } }`;
const Refreshed = z.object({ session: Tokens, user: z.object({ id: z.string() }), userErrors: z.array(z.unknown()).length(0) });

async function tokens(): Promise<z.output<typeof Tokens>> {
  const { sessionCreate } = await data(agora, { sessionCreate: z.object({ session: Tokens }) }, SIGN_IN, { input: BUYER });
  return sessionCreate.session;
}

async function refresh(token: string, beside: string): Promise<z.output<typeof Refreshed>> {
  return (await data(agora, { sessionRefresh: Refreshed }, REFRESH, { token }, { token: beside })).sessionRefresh;
}

describe.each([
  ['has expired', 'TOKEN_EXPIRED', () => expired],
  ['is broken', 'TOKEN_INVALID', () => 'x.y.z'],
])('beside a token that %s', (_what, reason, bad) => {
  const beside = () => ({ token: bad() });

  test('a session is refreshed, and begun, and an account is made', async () => {
    expect((await refresh((await tokens()).refreshToken, bad())).user).toEqual({ id: buyer.id });
    expect((await ask(agora, SIGN_IN, { input: BUYER }, beside())).data).toMatchObject({ sessionCreate: { user: { email: BUYER.email } } });
    const registered = await ask(
      agora,
      'mutation ($input: UserRegisterInput!) { userRegister(input: $input) { session { id } user { email } userErrors { code } } }',
      { input: { email: `beside-${reason}@people.example`, password: 'correct horse battery', displayName: 'Beside' } },
      beside(),
    );
    expect(registered.data).toMatchObject({
      userRegister: { user: { email: `beside-${reason.toLowerCase()}@people.example` }, userErrors: [] },
    });
  });

  test.each([
    '{ products(first: 2) { nodes { name seller { displayName } } } categories { nodes { name } } communities { nodes { name } } }',
    'query Named($id: ID) { user(id: $id) { displayName ...More } __typename } fragment More on User { profile { kind } }',
    '{ __schema { queryType { name } } __type(name: "User") { fields { name } } }',
    '{ __typename }',
  ])('what is the same for everybody is answered: %s', async (query) => {
    const told = await ask(agora, query, { id: buyer.id }, beside());
    expect(told.errors).toBeUndefined();
    expect(told).toEqual(await ask(agora, query, { id: buyer.id }));
    const address = `${agora.url}/graphql?${new URLSearchParams({ query, variables: JSON.stringify({ id: buyer.id }) })}`;
    const byGet = await fetch(address, { headers: { authorization: `Bearer ${bad()}` } });
    expect(await byGet.json()).toEqual(told);
  });

  test.each([
    '{ viewer { id } }',
    '{ order(number: "A") { id } }',
    '{ node(id: "x") { id } }',
    '{ cart { id } }',
    '{ __typename ... { viewer { id } } }',
    '{ products(first: 1) { nodes { name } } viewer { id } }',
    '{ products(first: 1) { nodes { seller { email } } } }',
    'query ($no: Boolean = false) { ...Q } fragment Q on Query { products { nodes { seller { ... @include(if: $no) { roles } } } } }',
    'mutation { orderCancel(input: { orderId: "x" }) { userErrors { code } } }',
    'mutation { cartLinesAdd(input: { lines: [] }) { userErrors { code } } }',
  ])('what depends on who asks is refused, so that the client learns it: %s', async (query) => {
    const response = await fetch(`${agora.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${bad()}` },
      body: JSON.stringify({ query }),
    });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED', reason } }] });
  });
});

test('of several operations in a document, the one that is asked for decides', async () => {
  const query = 'query Mine { viewer { id } } query Everybodys { categories { totalCount } }';
  const askFor = async (operationName: string) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${expired}` };
    return (await fetch(`${agora.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, operationName }) })).status;
  };
  expect([await askFor('Mine'), await askFor('Everybodys')]).toEqual([401, 200]);
});

test('two tabs that refresh at once, with the token that has expired, both stay signed in', async () => {
  const { refreshToken } = await tokens();
  const both = await Promise.all([refresh(refreshToken, expired), refresh(refreshToken, expired)]);
  expect(both[0].session).toEqual(both[1].session);
  for (const { session } of both) {
    expect((await ask(agora, '{ viewer { id } }', {}, { token: session.accessToken })).data).toEqual({ viewer: { id: buyer.id } });
  }
  const next = await refresh(both[0].session.refreshToken, both[0].session.accessToken);
  expect(next.session.refreshToken).not.toBe(both[0].session.refreshToken);
});

describe('whoever signs in is answered as the owner of the session at once', () => {
  const THEIRS = '{ id email roles orders(first: 1) { totalCount } cart { id } notifications(first: 1) { nodes { __typename } } }';

  test('by password and by a refresh token, in every part of the graph', async () => {
    const { data: viewer, errors } = await ask(agora, `{ viewer ${THEIRS} }`, {}, buyer);
    expect(errors).toBeUndefined();
    const user = viewer?.['viewer'];
    expect(user).toMatchObject({ email: BUYER.email, orders: { totalCount: expect.any(Number) } });

    const { refreshToken } = await tokens();
    const signedIn = await ask(agora, SIGN_IN.replace('{ email }', THEIRS), { input: BUYER });
    expect([signedIn.data?.['sessionCreate'], signedIn.errors]).toMatchObject([{ user }, undefined]);
    const refreshed = await ask(agora, REFRESH.replace('user { id }', `user ${THEIRS}`), { token: refreshToken });
    expect([refreshed.data?.['sessionRefresh'], refreshed.errors]).toMatchObject([{ user }, undefined]);
  });

  test('also where somebody else was signed in, who stays so', async () => {
    const person = await register(agora, 'Somebody Else');
    const signedIn = await ask(agora, SIGN_IN.replace('{ email }', '{ id email }'), { input: BUYER }, person);
    expect(signedIn.data).toMatchObject({ sessionCreate: { user: { id: buyer.id, email: BUYER.email } } });
    expect((await ask(agora, '{ viewer { id } }', {}, person)).data).toEqual({ viewer: { id: person.id } });
  });

  test('and nobody is with a password that is wrong', async () => {
    const refused = await ask(agora, SIGN_IN, { input: { ...BUYER, password: 'not the password' } });
    expect(refused.data).toEqual({ sessionCreate: { session: null, user: null, userErrors: [{ code: 'INVALID_CREDENTIALS' }] } });
  });
});

describe('a session that proved a while ago who is there', () => {
  const CHANGE = 'mutation { userEmailChangeRequest(input: { newEmail: "elsewhere@people.example" }) { userErrors { code } } }';
  const codes = async (token: string) => {
    const Answer = z.object({ userErrors: z.array(z.object({ code: z.string() })) });
    return (await data(agora, { userEmailChangeRequest: Answer }, CHANGE, {}, { token })).userEmailChangeRequest.userErrors;
  };

  test('does nothing serious, however often it is refreshed, until it proves it again', async () => {
    const ana = await register(agora, 'Ana Torres');
    const input = { email: ana.email, password: PASSWORD };
    const { sessionCreate } = await data(agora, { sessionCreate: z.object({ session: Tokens }) }, SIGN_IN, { input });
    await onDatabase(agora, 'user', (client) =>
      client.query(`update session set authenticated_at = now() - interval '11 minutes' where account_id = $1`, [ana.id]),
    );
    const { session: refreshed } = await refresh(sessionCreate.session.refreshToken, sessionCreate.session.accessToken);
    expect(await codes(refreshed.accessToken)).toEqual([{ code: 'REAUTHENTICATION_REQUIRED' }]);
    const { sessionReauthenticate } = await data(
      agora,
      { sessionReauthenticate: z.object({ session: Tokens }) },
      `mutation ($password: String!) { sessionReauthenticate(input: { password: $password }) { session { accessToken refreshToken } } }`,
      { password: PASSWORD },
      { token: refreshed.accessToken },
    );
    expect(await codes(sessionReauthenticate.session.accessToken)).toEqual([]);
    expect(await codes(refreshed.accessToken)).toEqual([{ code: 'REAUTHENTICATION_REQUIRED' }]);
  });
});

describe('without a mail server', () => {
  const page = async (path: string, headers: Readonly<Record<string, string>> = {}) => {
    const { port } = new URL(agora.url);
    return new Promise<{ status: number; text: string }>((resolve, reject) => {
      get({ host: '127.0.0.1', port, path, headers }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.once('end', () => resolve({ status: response.statusCode ?? 0, text }));
      }).once('error', reject);
    });
  };

  test('who registers finds the mail at /mail, and its link verifies the address', async () => {
    const ana = await register(agora, 'Ana Torres');
    const file = await eventually(async () => {
      const { text } = await page('/mail');
      return new RegExp(`<a href="(/mail/eml_[0-9a-z]+)">Welcome to Agora</a></td><td>${ana.email}<`).exec(text)?.[1];
    });
    const { text } = await page(file);
    expect(text).toContain('sandbox=');
    const [, token = ''] = /http:\/\/localhost:\d+\/verify-email#token=([\w-]+)/.exec(text) ?? [];
    const verify =
      'mutation ($token: String!) { userEmailVerify(input: { token: $token }) { isVerified user { id } userErrors { code } } }';
    const { data: answer } = await ask(agora, verify, { token }, { token: ana.token });
    expect(answer).toEqual({ userEmailVerify: { isVerified: true, user: { id: ana.id }, userErrors: [] } });

    const kept = join(agora.data, 'mail', `${basename(file)}.eml`);
    await rm(kept);
    expect((await page(file)).status).toBe(404);
    await mkdir(kept);
    expect((await page(file)).status).toBe(503);
    await rm(kept, { recursive: true });
  });

  test('where a link of a mail leads says what an application does there, for each of them', async () => {
    const ana = await register(agora, 'Ana Torres');
    for (const path of ['/verify-email', '/reset-password', '/confirm-email', '/sessions']) {
      const { status, text } = await page(path);
      expect(status).toBe(200);
      const operation = /<pre>([^]*)<\/pre>/.exec(text)?.[1]?.replaceAll('&quot;', '"') ?? '';
      const { data: answer, errors } = await ask(agora, operation, {}, { token: ana.token });
      expect(errors).toBeUndefined();
      expect(answer).toBeTruthy();
    }
    expect((await page('/verify-email', { 'x-forwarded-for': '203.0.113.7' })).status).toBe(404);
  });

  test('nobody else is shown a mail: neither through a proxy, nor a page of another name', async () => {
    expect((await page('/mail')).status).toBe(200);
    const strangers: Readonly<Record<string, string>>[] = [{ 'x-forwarded-for': '203.0.113.7' }, { host: 'evil.example' }];
    for (const headers of strangers) expect((await page('/mail', headers)).status).toBe(404);
    expect((await page('/mail', { origin: 'https://studio.apollographql.com' })).status).toBe(404);
    for (const path of ['/mail/eml_01kb0000000000000000000000', '/mail/../gateway-secret', '/mail/x'])
      expect((await page(path)).status).toBe(404);
  });
});
