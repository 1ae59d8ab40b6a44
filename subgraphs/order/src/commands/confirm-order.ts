import type { EntityManager } from '@mikro-orm/postgresql';
import { OrderConfirmed } from '@agora/schema/events/order';
import type { CheckoutSaga } from '../model/checkout-saga.ts';
import { factsOf } from './order-facts.ts';
import { tell } from './tell.ts';

/** The order of a locked saga becomes a sale. */
export async function confirmOrder(tx: EntityManager, saga: CheckoutSaga, at: Date): Promise<void> {
  if (!saga.order.confirm()) return;
  saga.advance('CONFIRM_ORDER', at);
  await tell(tx, saga, OrderConfirmed, await factsOf(saga), { kind: 'STATUS_CHANGED', what: 'order.confirmed' });
}
