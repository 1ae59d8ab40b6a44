import assert from 'node:assert/strict';
import type { Registered } from '@agora/e2e/shop';
import { eventually } from '@agora/platform/testing/eventually';
import type { Marketplace } from '../marketplace.ts';

/** What a client shows of its order is true, and the order goes on to be confirmed. */
export async function isPlaced(market: Marketplace, account: Registered, shown: string): Promise<void> {
  const [, number = '', status] = /^(\S+) is (\w+)$/.exec(shown) ?? [];
  assert.equal(status, 'PENDING', shown);
  await eventually(async () => (await market.statusOf(account, number)) === 'CONFIRMED');
}
