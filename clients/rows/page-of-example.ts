import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { PASSWORD } from '@agora/e2e/shop';
import type { Feed } from '../reader.ts';

const TIMEOUT_MS = 2 * 60_000;

export interface Exchange {
  readonly method: string;
  /** The parameters of a GET, the body of a POST. */
  readonly asked: string;
  readonly status: number | undefined;
  readonly hasData: boolean;
}

/** A browser's tab on an example, and what it has sent to the marketplace. */
export class PageOfExample implements Feed {
  readonly #context: BrowserContext;
  readonly #page: Page;
  readonly #requests: Request[] = [];

  static async open(browser: Browser, url: string): Promise<PageOfExample> {
    const context = await browser.newContext();
    const page = await context.newPage();
    const opened = new PageOfExample(context, page);
    await page.goto(url);
    return opened;
  }

  constructor(context: BrowserContext, page: Page) {
    this.#context = context;
    this.#page = page;
    page.setDefaultTimeout(TIMEOUT_MS);
    page.on('request', (request) => this.#requests.push(request));
  }

  async signIn(email: string): Promise<void> {
    await this.#page.getByLabel('E-mail').fill(email);
    await this.#page.getByLabel('Password').fill(PASSWORD);
    await this.#page.getByRole('button', { name: 'Sign in' }).click();
    await this.#page.getByText('Signed in as').waitFor();
  }

  /** The same page again, as a browser has it after a reload; throws where nobody is signed in any more. */
  async reload(): Promise<void> {
    await this.#page.reload();
    await this.#page.getByText('Signed in as').waitFor();
  }

  async signOut(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Sign out' }).click();
    await this.#page.getByLabel('Password').waitFor();
  }

  /** All that a script of the page can read of what the browser keeps for it. */
  kept(): Promise<unknown> {
    return this.#page.evaluate('[document.cookie, ...Object.entries(localStorage), ...Object.entries(sessionStorage)].join()');
  }

  async showMore(): Promise<void> {
    await this.#page.getByRole('button', { name: 'More products' }).click();
  }

  productNames(): Promise<string[]> {
    return this.#page.getByRole('list', { name: 'Products' }).locator('li > span').allTextContents();
  }

  /** What the page then shows of the cart. */
  async addToCart(): Promise<string> {
    await this.#page.getByRole('button', { name: 'Add to cart' }).first().click();
    return this.#page.getByLabel('Cart', { exact: true }).filter({ hasText: 'in the cart' }).innerText();
  }

  /** What the page then shows of the order. */
  async checkOut(): Promise<string> {
    await this.#page.getByRole('button', { name: 'Check out' }).click();
    return this.#page.getByLabel('Order', { exact: true }).filter({ hasText: 'is' }).innerText();
  }

  async follow(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Follow' }).click();
  }

  titles(): Promise<string[]> {
    return this.#page.getByRole('list', { name: 'Notifications' }).getByRole('listitem').allTextContents();
  }

  /** The requests to the marketplace so far, with what they were answered. */
  exchanges(): Promise<readonly Exchange[]> {
    const asked = this.#requests.filter((request) => request.method() !== 'OPTIONS' && new URL(request.url()).pathname === '/graphql');
    return Promise.all(asked.map(exchangeOf));
  }

  stop(): Promise<void> {
    return this.#context.close();
  }
}

async function exchangeOf(request: Request): Promise<Exchange> {
  const response = await request.response();
  const answer = await response?.text().catch(() => '');
  return {
    method: request.method(),
    asked: request.postData() ?? [...new URL(request.url()).searchParams].join(' '),
    status: response?.status(),
    hasData: answer?.startsWith('{"data"') ?? false,
  };
}
