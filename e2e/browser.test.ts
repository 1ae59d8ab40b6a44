import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import * as z from 'zod';
import { eventually } from '@agora/platform/testing/eventually';
import { launchBrowser, newVisitor, photograph } from './browser.ts';
import { ask, data } from './client.ts';
import { describeInBrowser } from './describe-in-browser.ts';
import { type Agora, startAgora } from './agora.ts';
import { buy, listProduct, signIn } from './shop.ts';

describeInBrowser('the explorer in a browser', () => {
  let agora: Agora;
  let browser: Browser;

  beforeAll(async () => {
    [agora, browser] = await Promise.all([startAgora('one process'), launchBrowser()]);
  });
  afterEach(() => Promise.all(browser?.contexts().map((context) => context.close()) ?? []));
  afterAll(() => Promise.all([browser?.close(), agora?.stop()]));

  test('without the Internet, a stranger gets from the landing page to a live notification by sending what is there', async () => {
    const { page, refused } = await newVisitor(browser);
    const violations: string[] = [];
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) violations.push(message.text());
    });
    await page.goto(agora.url);

    await editor(page).filter({ hasText: 'query Welcome' }).waitFor();
    await expect(tabs(page).first().innerText()).resolves.toMatch(/^Welcome/);
    await send(page);
    await answered(page, '"variants"');
    await signInOn(page);
    await openTab(page, '2 Watch', 'subscription Watch');
    await subscribe(page);
    await openTab(page, '3 Fill the cart', 'mutation FillCart');
    await send(page);
    await answered(page, '"cart"');
    await openTab(page, '4 Buy', 'mutation Buy');
    await send(page);
    await answered(page, '"PENDING"');
    const [number] = /A-\d+-\w+/.exec(await answer(page).innerText()) ?? [];
    await openTab(page, '2 Watch', 'subscription Watch');
    await answered(page, '"ORDER_UPDATED"');
    await answered(page, `"${number}"`);
    await photograph(page, 'explorer-tour');

    expect(refused).toEqual([]);
    expect(violations).toEqual([]);
  });

  test('a subscription that somebody types in shows the notification of an order placed meanwhile', async () => {
    const [seller, buyer] = await Promise.all([signIn(agora, 'seller'), signIn(agora, 'buyer')]);
    const { variantId } = await listProduct(agora, seller, 'Walnut tray', 5);
    const { page } = await newVisitor(browser);
    await page.goto(agora.url);
    await signInOn(page);

    await page.getByText('Add new').click();
    await type(
      page,
      'subscription { notificationReceived { unreadCount notification { kind title subject { ... on Order { number } } } } }',
    );
    await subscribe(page);
    const orderId = await buy(agora, buyer, variantId);
    const { order } = await data(
      agora,
      { order: z.object({ number: z.string() }) },
      'query ($id: ID!) { order(id: $id) { number } }',
      { id: orderId },
      buyer,
    );
    await answered(page, '"ORDER_UPDATED"');
    await answered(page, `"${order.number}"`);
    await photograph(page, 'explorer-subscription');
  });

  test('whoever subscribes to what is not for them is told why', async () => {
    const { page } = await newVisitor(browser);
    await page.goto(agora.url);
    await openTab(page, '2 Watch', 'subscription Watch');
    await subscribe(page);
    await answered(page, '"Sign in first."');
    await photograph(page, 'explorer-signed-out');
    await type(page, 'subscription { nothing }');
    await subscribe(page);
    await answered(page, 'Cannot query field');

    await signInOn(page);
    const [, token = ''] = /"accessToken": "(.*?)"/.exec(await answer(page).innerText()) ?? [];
    await data(agora, {}, 'mutation { sessionRevoke(input: {}) { revokedSessionIds } }', {}, { token });
    await eventually(async () => (await ask(agora, '{ viewer { id } }', {}, { token })).errors);
    await openTab(page, '2 Watch', 'subscription');
    await type(page, 'subscription { notificationReceived { unreadCount } }');
    await send(page);
    await answered(page, 'SESSION_ENDED');
  });

  test('whoever signs in again does not send the old token along', async () => {
    const { page } = await newVisitor(browser);
    await page.goto(agora.url);
    await signInOn(page);
    const request = page.waitForRequest((asked) => asked.postData()?.includes('mutation SignIn') ?? false);
    await send(page);
    expect((await request).headers()['authorization'] ?? '').toBe('');
  });

  test('a page keeps a session in cookies, which no script reads and no page of another site uses', async () => {
    const { page } = await newVisitor(browser);
    const site = new URL(agora.url.replace('127.0.0.1', 'localhost'));
    const graph = `${site.origin}/graphql`;
    await page.goto(`${site.origin}/health/live`);
    const signIn = `mutation { sessionCreate(input: { email: "buyer@agora.example", password: "agora-demo-2026", transport: COOKIE }) {
        session { accessToken refreshToken } user { id } } }`;
    const signedIn = await page.evaluate(post, { graph, query: signIn });
    const { user, session } = z
      .object({ data: z.object({ sessionCreate: z.object({ user: z.object({ id: z.string() }), session: z.unknown() }) }) })
      .parse(signedIn).data.sessionCreate;
    expect(session).toEqual({ accessToken: null, refreshToken: null });
    expect(await page.evaluate('document.cookie')).toBe('');

    const viewer = { data: { viewer: { id: user.id } } };
    const mine = { graph, query: '{ viewer { id } }' };
    await page.reload();
    expect(await page.evaluate(post, mine)).toEqual(viewer);
    expect(await page.evaluate(overSocket, mine)).toMatchObject({ type: 'next', payload: viewer });

    const elsewhere = createServer((_, response) => void response.setHeader('content-type', 'text/html').end('<title>x</title>'));
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    try {
      const { port } = elsewhere.address() as AddressInfo;
      await page.goto(`http://localhost:${port}`); // an application that is being developed
      expect(await page.evaluate(post, mine)).toEqual(viewer);
      for (const method of ['post', 'get']) {
        const answer = page.waitForResponse((response) => response.url().startsWith(graph));
        await page.setContent(`<form action="${graph}" method="${method}"><input name="query" value="{ viewer { id } }"></form>`);
        await page.evaluate('document.forms[0].submit()');
        expect((await answer).status()).toBe(403);
        await page.waitForURL(({ pathname }) => pathname === '/graphql');
        await page.goto(`http://localhost:${port}`);
      }
      await page.goto(`http://evil.localhost:${port}`);
      await expect(page.evaluate(post, mine)).rejects.toThrow('Failed to fetch');
      expect(await page.evaluate(overSocket, mine)).toBeNull();
    } finally {
      elsewhere.close();
    }

    await page.goto(`${site.origin}/health/live`);
    expect(await page.evaluate(post, mine)).toEqual(viewer);
    await page.evaluate(post, { graph, query: 'mutation { sessionRevoke(input: {}) { revokedSessionIds } }' });
    expect(await page.context().cookies()).toEqual([]);
    expect(await page.evaluate(post, mine)).toEqual({ data: { viewer: null } });
  });

  test("the page in which the explorer runs other people's scripts cannot read what the explorer keeps", async () => {
    const { page } = await newVisitor(browser);
    await page.goto(`${agora.url}/altair/iframe-sandbox/index.html`);
    expect(await page.evaluate('self.origin')).toBe('null');
  });
});

interface Asked {
  readonly graph: string;
  readonly query: string;
}

/** As a script of a page asks, with its cookies. */
async function post({ graph, query }: Asked): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(graph, { method: 'POST', credentials: 'include', headers, body: JSON.stringify({ query }) });
  return answer.json();
}

/** The first answer over a WebSocket; null where there is none to be had. */
function overSocket({ graph, query }: Asked): Promise<unknown> {
  return new Promise((resolve) => {
    const socket = new WebSocket(graph.replace('http', 'ws'), 'graphql-transport-ws');
    const say = (message: object) => socket.send(JSON.stringify(message));
    socket.onopen = () => say({ type: 'connection_init' });
    socket.onclose = () => resolve(null);
    socket.onmessage = ({ data: text }) => {
      const message = JSON.parse(String(text)) as { readonly type: string };
      if (message.type === 'connection_ack') say({ type: 'subscribe', id: '1', payload: { query } });
      else if (message.type === 'next') resolve(message);
    };
  });
}

async function signInOn(page: Page): Promise<void> {
  await openTab(page, '1 Sign in', 'mutation SignIn');
  await send(page);
  await page.getByText('Updated active environment variables: authorization').waitFor();
}

/** Opens a tab of the explorer and waits until its operation is what Send would send. */
async function openTab(page: Page, name: string, operation: string): Promise<void> {
  await tabs(page).filter({ hasText: name }).click();
  await editor(page).filter({ hasText: operation }).waitFor();
}

async function type(page: Page, operation: string): Promise<void> {
  await editor(page).click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(operation);
}

const send = (page: Page) => page.getByRole('button', { name: 'Send Request' }).click();

/** Sends, and waits until the server has been asked for the events. */
async function subscribe(page: Page): Promise<void> {
  const socket = page.waitForEvent('websocket');
  const asked = socket.then((opened) => opened.waitForEvent('framesent', ({ payload }) => String(payload).includes('"type":"subscribe"')));
  await send(page);
  await asked;
}

const tabs = (page: Page) => page.locator('app-window-switcher-item');
const editor = (page: Page) => page.locator('app-query-editor .query-editor__input .cm-content');
const answer = (page: Page) => page.locator('app-query-result .cm-content');
const answered = (page: Page, text: string) => answer(page).filter({ hasText: text }).first().waitFor();
