import type { EntityManager } from '@mikro-orm/postgresql';
import { columnsOf } from '@agora/platform/reading/columns';
import { query } from '@agora/platform/database/database';
import { Order } from '../../orders/model/order.ts';
import { Checkout } from '../model/checkout.ts';

/** Which checkout: `sagaId`, of the order `orderId`. */
export interface CheckoutKey {
  readonly orderId: string;
  readonly sagaId: string;
}

/** The columns of a key, for statements that find checkouts. */
export const KEY = { orderId: columnsOf(Checkout, 'order').orderId, sagaId: columnsOf(Checkout, 'id').id };

/**
 * The checkout under its order's lock; null for one that is not ours, for example of a database that was restored from an older copy.
 * Both are asked for in one write: the second statement sees what was committed before the first was granted its lock.
 */
export async function lockCheckout(tx: EntityManager, { orderId, sagaId }: CheckoutKey): Promise<Checkout | null> {
  const [[order], [checkout]] = await Promise.all([
    query(tx, 'select * from orders where id = $1 for update', [orderId]),
    query(tx, 'select * from checkout_saga where order_id = $1', [orderId]),
  ]);
  if (!order || !checkout) return null;
  tx.map(Order, order);
  const found = tx.map(Checkout, checkout);
  return found.id === sagaId ? found : null;
}

/** The checkout that a locked order began in. */
export async function checkoutOf(tx: EntityManager, order: Order): Promise<Checkout | null> {
  return tx.findOne(Checkout, { order });
}
