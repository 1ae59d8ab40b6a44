import assert from 'node:assert/strict';
import type { Registered } from '@agora/e2e/shop';
import { eventually } from '@agora/platform/testing/eventually';
import type { Marketplace } from './marketplace.ts';

/** What a client shows of what comes in live. */
export interface Feed {
  titles(): Promise<readonly string[]>;
  stop(): Promise<void>;
}

const NOT_YET_MS = 3_000;

/** Places orders as the person whose notifications a client follows, and compares. */
export class Reader {
  readonly #market: Marketplace;
  readonly #account: Registered;
  readonly #feed: Feed;
  #ordered: string[] = [];

  constructor(market: Marketplace, account: Registered, feed: Feed) {
    this.#market = market;
    this.#account = account;
    this.#feed = feed;
  }

  /** Places an order; its buyer has been told of it. */
  async order(): Promise<void> {
    this.#ordered.push(await this.#market.order(this.#account));
  }

  /** Orders until one is heard of: a client does not say when it listens. */
  async hearsFirst(): Promise<void> {
    await eventually(async () => {
      await this.order();
      await eventually(() => this.#heard().then(({ length }) => length > 0), NOT_YET_MS);
      return true;
    });
    this.#ordered = this.#ordered.slice(this.#ordered.indexOf((await this.#heard())[0] ?? ''));
  }

  /** From the first order that was heard of, each has been, once and in order. */
  async hearsOfEach(): Promise<void> {
    const last = this.#ordered.at(-1) ?? '';
    await eventually(async () => (await this.#heard()).includes(last)).catch(() => {});
    assert.deepEqual(await this.#heard(), this.#ordered);
  }

  stop(): Promise<void> {
    return this.#feed.stop();
  }

  async #heard(): Promise<readonly string[]> {
    const titles = await this.#feed.titles();
    return titles.filter((title) => this.#ordered.includes(title));
  }
}
