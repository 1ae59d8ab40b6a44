import type { About } from '@agora/platform/events/consumer';
import type { PriceDropped, ProductRestocked } from '@agora/schema/events/catalog';
import type { DataOf } from '@agora/schema/events/event';
import type { EntityManager } from '@mikro-orm/postgresql';
import { averseTo } from '../relations/reads.ts';
import { type Notice, notify } from './notify.ts';

/** Who wishes for something is told that it got cheaper, unless they have blocked or muted its seller, or were blocked by them. */
export async function notifyOfDroppedPrice(tx: EntityManager, dropped: DataOf<typeof PriceDropped>, { eventId }: About): Promise<void> {
  const { productId: id, sellerId, productName, people } = dropped;
  const notices = people.map(({ userId: recipientId, priceBefore, price }): Notice => ({
    recipientId,
    kind: 'PRICE_DROPPED',
    subject: { type: 'Product', id },
    say: (words) => words.priceDropped({ productName, priceBefore, price }),
  }));
  await notify(tx, eventId, await welcome(tx, sellerId, notices));
}

/** As `notifyOfDroppedPrice`, that it can be bought again. */
export async function notifyOfRestocked(tx: EntityManager, restocked: DataOf<typeof ProductRestocked>, { eventId }: About): Promise<void> {
  const { productId: id, sellerId, productName, userIds } = restocked;
  const notices = userIds.map((recipientId): Notice => ({
    recipientId,
    kind: 'BACK_IN_STOCK',
    subject: { type: 'Product', id },
    say: (words) => words.backInStock({ productName }),
  }));
  await notify(tx, eventId, await welcome(tx, sellerId, notices));
}

/** Without those for who does not want to hear of the seller. */
async function welcome(tx: EntityManager, sellerId: string, notices: readonly Notice[]): Promise<Notice[]> {
  const averse = await averseTo(tx, [sellerId, notices.map(({ recipientId }) => recipientId)]);
  const ids = new Set(averse.map(({ id }) => id));
  return notices.filter(({ recipientId }) => !ids.has(recipientId));
}
