import type { EntityManager } from '@mikro-orm/postgresql';
import type { About } from '@agora/platform/events/consumer';
import { stockThreshold, type ThresholdReached } from '@agora/schema/events/catalog';
import type { DataOf } from '@agora/schema/events/event';
import { notify } from './notify.ts';

/** The seller is told that something runs out, or has run out; that there is some again they know. */
export async function notifyOfStock(tx: EntityManager, reached: DataOf<typeof ThresholdReached>, { eventId }: About): Promise<void> {
  const { sellerId: recipientId, variantId, productName, sku, availableQuantity } = reached;
  const threshold = stockThreshold.interpret(reached.threshold);
  if (threshold !== 'LOW' && threshold !== 'OUT') return;
  const subject = { type: 'ProductVariant', id: variantId } as const;
  await notify(tx, eventId, [
    threshold === 'LOW'
      ? { recipientId, kind: 'STOCK_LOW', subject, say: (words) => words.stockLow({ productName, sku, available: availableQuantity }) }
      : { recipientId, kind: 'SOLD_OUT', subject, say: (words) => words.soldOut({ productName, sku }) },
  ]);
}
