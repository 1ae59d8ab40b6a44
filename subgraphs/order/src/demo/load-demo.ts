import { setTimeout as sleep } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import { DAY_MS } from '@agora/platform/durations';
import { on, type Reaction } from '@agora/platform/events/consumer';
import { type Database, unhurried } from '@agora/platform/database/database';
import { lock } from '@agora/platform/database/advisory-lock';
import type { Logger } from '@agora/platform/observe/logging';
import { UserRegistered } from '@agora/schema/events/user';
import { addLines } from '../carts/commands/add-lines.ts';
import { type CheckoutTerms, completeCheckout } from '../checkout/commands/complete-checkout.ts';
import { ListedVariant } from '../listings/model.ts';
import { Order } from '../orders/model/order.ts';
import { type PastOrder, PAST_ORDERS } from './past-orders.ts';

const POLL_MS = 50;
const CATALOG_TIMEOUT_MS = 60_000;
const USER_TIMEOUT_MS = 5_000;
const SAGAS_TIMEOUT_MS = 30_000;

export interface Demo {
  /** Notes who of the demo data has registered; `load` waits a while for the others. */
  readonly reaction: Reaction;
  /** Places past orders where there are none, and resolves when they have ended. */
  load(): Promise<void>;
}

export function demoOf(options: { database: Database; log: Logger; checkout: CheckoutTerms }): Demo {
  const { database, log } = options;
  const unregistered = new Set(PAST_ORDERS.map(({ buyerId }) => buyerId));
  return {
    reaction: on(UserRegistered, async (_, { userId }) => void unregistered.delete(userId)),
    async load() {
      if ((await database.fork().count(Order)) > 0) return;
      if (!(await until(CATALOG_TIMEOUT_MS, () => isEverythingListed(database.fork())))) {
        return log.info('No demo orders: catalog has not announced the demo products.');
      }
      await until(USER_TIMEOUT_MS, async () => unregistered.size === 0);
      await placeAll(database, options.checkout);
      await until(SAGAS_TIMEOUT_MS, async () => (await database.fork().count(Order, { status: 'PENDING' })) === 0);
    },
  };
}

async function isEverythingListed(em: EntityManager): Promise<boolean> {
  const wanted = new Set(PAST_ORDERS.flatMap(({ lines }) => lines.map(({ variantId }) => variantId)));
  return (await em.count(ListedVariant, { variantId: [...wanted], isListed: true })) === wanted.size;
}

/** The lock keeps replicas from doing it twice; each order is placed in transactions of its own, as in real life, on other connections. */
async function placeAll(database: Database, terms: CheckoutTerms): Promise<void> {
  await unhurried(database.fork(), async (tx) => {
    await lock(tx, 'demo data');
    if ((await tx.count(Order)) > 0) return;
    for (const order of PAST_ORDERS) await place(database.fork(), order, terms);
  });
}

async function place(em: EntityManager, { buyerId, daysAgo, lines, paymentMethodId }: PastOrder, terms: CheckoutTerms): Promise<void> {
  const { cartId } = await addLines(em, { ownerId: buyerId, token: null, lines, expectedVersion: null });
  const placedAt = new Date(Date.now() - daysAgo * DAY_MS);
  await completeCheckout(em, { cartId, buyerId, paymentMethodId, acceptPriceChanges: true, terms, placedAt });
}

/** Whether it came true in time. */
async function until(limitMs: number, isTrue: () => Promise<boolean>): Promise<boolean> {
  const end = Date.now() + limitMs;
  while (!(await isTrue())) {
    if (Date.now() > end) return false;
    await sleep(POLL_MS);
  }
  return true;
}
