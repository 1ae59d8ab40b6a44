import type { EntityManager } from '@mikro-orm/postgresql';
import type { About } from '@agora/platform/events/consumer';
import { query } from '@agora/platform/database/database';
import { announce } from '@agora/platform/events/event-log';
import { sumOf } from '@agora/platform/money';
import type { DataOf } from '@agora/schema/events/event';
import { OrderPartiesNotified } from '@agora/schema/events/notification';
import { cancellationReason, type OrderCancelled, type OrderConfirmed } from '@agora/schema/events/order';
import { type Notice, notify } from './notify.ts';
import type { Ending } from './model/order-notice.ts';

type Confirmed = DataOf<typeof OrderConfirmed>;
type Cancelled = DataOf<typeof OrderCancelled>;

/** The buyer is told that the order is confirmed, and each seller what was sold. */
export async function notifyOfConfirmedOrder(tx: EntityManager, order: Confirmed, { eventId }: About): Promise<void> {
  const { orderId, number, buyerId, lines, total } = order;
  const buyer: Notice = {
    recipientId: buyerId,
    kind: 'ORDER_UPDATED',
    subject: { type: 'Order', id: orderId },
    say: (words) => words.orderConfirmed({ number, lines, total }),
  };
  await notifyOfEnding(tx, eventId, order, 'CONFIRMED', [buyer, ...sellersOf(order)]);
}

/** Only the buyer is told why: no seller has heard of the order yet. */
export async function notifyOfCancelledOrder(tx: EntityManager, order: Cancelled, { eventId }: About): Promise<void> {
  const { orderId, number, buyerId, reason, total } = order;
  const buyer: Notice = {
    recipientId: buyerId,
    kind: 'ORDER_UPDATED',
    subject: { type: 'Order', id: orderId },
    say: (words) => words.orderCancelled({ number, reason: cancellationReason.interpret(reason), total }),
  };
  await notifyOfEnding(tx, eventId, order, 'CANCELLED', [buyer]);
}

/** Once for each ending, even when order announces it again under another event id. */
async function notifyOfEnding(
  tx: EntityManager,
  eventId: string,
  { orderId, sagaId }: { readonly orderId: string; readonly sagaId?: string | undefined },
  ending: Ending,
  notices: readonly Notice[],
): Promise<void> {
  const isNew = await query(tx, 'insert into order_notice (order_id, ending) values ($1, $2) on conflict do nothing returning order_id', [
    orderId,
    ending,
  ]);
  if (isNew.length === 0) return;
  await notify(tx, eventId, notices);
  await announce(tx, OrderPartiesNotified, { orderId, sagaId });
}

function sellersOf({ orderId, number, buyerId, lines }: Confirmed): Notice[] {
  const bySeller = Map.groupBy(lines, ({ sellerId }) => sellerId);
  return [...bySeller].map(([sellerId, sold]) => {
    const amounts = sold.map(({ quantity, unitPrice }) => ({ ...unitPrice, minorUnits: unitPrice.minorUnits * quantity }));
    const total = sumOf(sold[0]?.unitPrice.currencyCode ?? '', amounts);
    return {
      recipientId: sellerId,
      kind: 'PRODUCT_SOLD',
      actorId: buyerId,
      subject: { type: 'Order', id: orderId },
      say: (words) => words.productSold({ number, lines: sold, total }),
    };
  });
}
