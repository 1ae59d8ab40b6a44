import type { EntityManager } from '@mikro-orm/postgresql';
import { OrderConfirmed } from '@agora/schema/events/order';
import type { OrderChange } from '../feed.ts';
import type { Order } from '../model/order.ts';
import { announceOrder } from './announce-order.ts';
import { factsOf } from './order-facts.ts';

/** A locked order becomes a sale; catalog sells what a checkout set aside for it. False when it had ended before. */
export async function confirmOrder(tx: EntityManager, order: Order, checkout?: OrderChange['checkout']): Promise<boolean> {
  if (!order.confirm()) return false;
  const confirmed = { ...(await factsOf(order)), sagaId: checkout?.id };
  await announceOrder(tx, order, OrderConfirmed, confirmed, { kind: 'STATUS_CHANGED', what: 'order.confirmed', checkout });
  return true;
}
