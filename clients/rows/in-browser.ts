import assert from 'node:assert/strict';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { eventually } from '@agora/platform/testing/eventually';
import { EXAMPLES } from '../examples.ts';
import type { Marketplace } from '../marketplace.ts';
import { serve } from '../serve.ts';
import type { Row } from '../table.ts';
import { liveCells, runsOut } from './live-cells.ts';
import { isPlaced } from './placed-order.ts';
import { type Exchange, PageOfExample } from './page-of-example.ts';

export interface InBrowserOptions {
  readonly client: string;
  /** The folder of the example. */
  readonly example: string;
  readonly market: Marketplace;
  readonly browser: Browser;
  /** Whether its session is in cookies. */
  readonly hasCookies?: boolean;
  /** What is tried otherwise, or is not the client's. */
  readonly cells: Partial<Row['cells']> & Pick<Row['cells'], 'introspection'>;
}

/** An example as somebody uses it who has opened its page. */
export async function inBrowser({ client, example, market, browser, hasCookies = false, cells }: InBrowserOptions): Promise<Row> {
  const account = await market.register(client);
  const site = await serve(path.join(EXAMPLES, example, 'public'));
  const signedIn = async () => {
    const opened = await PageOfExample.open(browser, site.url);
    await opened.signIn(account.email);
    return opened;
  };
  const live = liveCells(market, account, async () => {
    const following = await signedIn();
    await following.follow();
    return following;
  });
  let page: PageOfExample;
  return {
    client,
    whileAway: live.whileAway,
    close: () => site.close(),
    cells: {
      async 'sign-in'() {
        page = await signedIn();
      },
      reload: hasCookies ? staysSignedIn : 'Its tokens are in the memory of the page; urql-cookies has them in cookies.',
      async 'list paging'() {
        const names = await market.productNames();
        for (const shown of [5, 10, 15]) {
          if (shown > 5) await page.showMore();
          await eventually(async () => (await page.productNames()).length >= shown);
          assert.deepEqual(await page.productNames(), names.slice(0, shown));
        }
      },
      cart: () => fillCart(page),
      async checkout() {
        await isPlaced(market, account, await page.checkOut());
      },
      GET: () => hasSent(page, ({ method, hasData }) => method === 'GET' && hasData),
      'persisted queries': () =>
        hasSent(page, ({ asked, hasData }) => asked.includes('sha256Hash') && !asked.includes('query Products') && hasData),
      ...live.cells,
      async refresh() {
        page = await signedIn();
        await runsOut();
        await fillCart(page);
        await hasSent(page, ({ asked, hasData }) => asked.includes('sessionRefresh') && hasData);
      },
      ...cells,
    },
  };

  async function staysSignedIn(): Promise<void> {
    await page.reload();
    assert.equal(await page.kept(), '');
    await page.signOut();
    await page.signIn(account.email);
  }

  async function fillCart(on: PageOfExample): Promise<void> {
    const shown = await on.addToCart();
    const { pieces, total } = await market.cartOf(account);
    assert.equal(shown, `${pieces} in the cart, ${total}`);
  }
}

async function hasSent(page: PageOfExample, fits: (exchange: Exchange) => boolean): Promise<void> {
  const exchanges = await page.exchanges();
  assert.ok(exchanges.some(fits), `It is not among ${JSON.stringify(exchanges, null, 2)}`);
}
