import type { EntityManager } from '@mikro-orm/postgresql';
import { OrderCancelled } from '@agora/schema/events/order';
import type { OrderChange } from '../feed.ts';
import type { CancellationReason, Order } from '../model/order.ts';
import { announceOrder } from './announce-order.ts';
import { factsOf } from './order-facts.ts';

export interface Cancellation extends Pick<OrderChange, 'actorId' | 'note' | 'checkout'> {
  readonly reason: CancellationReason;
}

/** A locked order ends without a sale; catalog gives back what a checkout set aside for it. False when it had ended before. */
export async function cancelOrder(tx: EntityManager, order: Order, { reason, ...by }: Cancellation): Promise<boolean> {
  if (!order.cancel(reason)) return false;
  const cancelled = { ...(await factsOf(order)), sagaId: by.checkout?.id, reason };
  await announceOrder(tx, order, OrderCancelled, cancelled, { kind: 'STATUS_CHANGED', what: 'order.cancelled', ...by });
  return true;
}
