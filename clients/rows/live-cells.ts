import type { Registered } from '@agora/e2e/shop';
import { eventually } from '@agora/platform/testing/eventually';
import { type Marketplace, SHORT_LIFE_SECONDS } from '../marketplace.ts';
import { type Feed, Reader } from '../reader.ts';
import type { Row } from '../table.ts';

/** How long it takes until every token that is used now has run out. */
const LIFE_MS = SHORT_LIFE_SECONDS * 1_000 + 500;

/** `follow` signs in as the account and opens what it is told live. */
export function liveCells(
  market: Marketplace,
  account: Registered,
  follow: () => Promise<Feed>,
): Pick<Row, 'whileAway'> & { readonly cells: Pick<Row['cells'], 'live' | 'restart' | 'token expiry'> } {
  let reader: Reader | undefined;
  const live = async () => {
    reader = new Reader(market, account, await follow());
    await reader.hearsFirst();
    await reader.order();
    await reader.hearsOfEach();
  };
  return {
    whileAway: async () => reader?.order(),
    cells: {
      live,
      async restart() {
        if (!reader) throw new Error('It was not live before.');
        await reader.hearsOfEach();
        await reader.order();
        await reader.hearsOfEach();
        await reader.stop();
      },
      async 'token expiry'() {
        await live();
        for (let lives = 0; lives < 2; lives++) {
          await runsOut();
          await reader?.order();
          await reader?.hearsOfEach();
        }
        await reader?.stop();
      },
    },
  };
}

/** Until the tokens that were given by now are worth nothing. */
export async function runsOut(): Promise<void> {
  const end = Date.now() + LIFE_MS;
  await eventually(() => Date.now() > end);
}
