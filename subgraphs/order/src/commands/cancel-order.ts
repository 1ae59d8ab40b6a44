import type { EntityManager } from '@mikro-orm/postgresql';
import { OrderCancelled } from '@agora/schema/events/order';
import type { Happening } from '../feed.ts';
import type { CheckoutSaga } from '../model/checkout-saga.ts';
import type { CancellationReason } from '../model/order.ts';
import { factsOf } from './order-facts.ts';
import { tell } from './tell.ts';

/** The order of a locked, abandoned saga ends without a sale; catalog gives its stock back when it hears of it. */
export async function cancelOrder(
  tx: EntityManager,
  saga: CheckoutSaga,
  reason: CancellationReason,
  at: Date,
  by: Pick<Happening, 'actorId' | 'note'> = {},
): Promise<void> {
  if (!saga.order.cancel(reason)) return;
  saga.compensate(at);
  await tell(tx, saga, OrderCancelled, { ...(await factsOf(saga)), reason }, { kind: 'STATUS_CHANGED', what: 'order.cancelled', ...by });
}
