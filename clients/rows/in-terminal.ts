import assert from 'node:assert/strict';
import { PASSWORD } from '@agora/e2e/shop';
import type { Marketplace } from '../marketplace.ts';
import { Program } from '../program.ts';
import type { Row } from '../table.ts';
import { liveCells, runsOut } from './live-cells.ts';
import { isPlaced } from './placed-order.ts';

export interface InTerminalOptions {
  readonly client: string;
  readonly market: Marketplace;
  /** The program of an example, which takes what to do as its last argument. */
  readonly command: readonly [string, ...string[]];
  readonly env?: Readonly<Record<string, string>>;
  /** What is tried otherwise, or is not the client's. */
  readonly cells: (start: (...args: string[]) => Program) => Partial<Row['cells']> & Pick<Row['cells'], 'GET' | 'persisted queries'>;
}

/** An example as somebody uses it who starts it in a terminal. */
export async function inTerminal({ client, market, command: [file, ...args], env, cells }: InTerminalOptions): Promise<Row> {
  const account = await market.register(client);
  const start = (...what: string[]) =>
    new Program(file, [...args, ...what], {
      env: { ...env, AGORA_URL: market.url, AGORA_EMAIL: account.email, AGORA_PASSWORD: PASSWORD },
    });
  const live = liveCells(market, account, async () => start('follow'));
  let buying: Program;
  return {
    client,
    whileAway: live.whileAway,
    cells: {
      async introspection() {
        const lines = await start('schema').finished();
        assert.ok(lines.some((line) => /\bCartWarningCode\b/.test(line)));
      },
      async 'sign-in'() {
        buying = start('buy');
        assert.equal(await buying.line(/^Signed in/), `Signed in as ${client}`);
      },
      reload: 'It is a program in a terminal.',
      async 'list paging'() {
        const [, ...names] = await start('products').finished();
        assert.deepEqual(names, await market.productNames());
      },
      async cart() {
        const shown = await buying.line(/^In the cart/);
        assert.equal(shown, `In the cart for ${(await market.cartOf(account)).total}`);
      },
      async checkout() {
        buying.pressEnter();
        await isPlaced(market, account, await buying.line(/ is /));
        await buying.finished();
      },
      ...live.cells,
      async refresh() {
        buying = start('buy');
        await buying.line(/^In the cart/);
        await runsOut();
        buying.pressEnter();
        await buying.line(/ is PENDING$/);
        await buying.finished();
      },
      ...cells(start),
    },
  };
}
