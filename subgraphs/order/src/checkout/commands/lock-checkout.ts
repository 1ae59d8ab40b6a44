import type { EntityManager } from '@mikro-orm/postgresql';
import { lockOrder } from '../../orders/commands/lock-order.ts';
import type { Order } from '../../orders/model/order.ts';
import { CheckoutSaga } from '../model/checkout-saga.ts';

/** Which checkout: `sagaId`, of the order `orderId`. */
export interface CheckoutKey {
  readonly orderId: string;
  readonly sagaId: string;
}

/** The checkout under its order's lock; null for one that is not ours, for example of a database that was restored from an older copy. */
export async function lockCheckout(tx: EntityManager, { orderId, sagaId }: CheckoutKey): Promise<CheckoutSaga | null> {
  const order = await lockOrder(tx, { id: orderId });
  const saga = order && (await checkoutOf(tx, order));
  return saga?.id === sagaId ? saga : null;
}

/** The checkout that a locked order began in. */
export async function checkoutOf(tx: EntityManager, order: Order): Promise<CheckoutSaga | null> {
  return tx.findOne(CheckoutSaga, { order });
}
