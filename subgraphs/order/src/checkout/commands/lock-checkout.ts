import type { EntityManager } from '@mikro-orm/postgresql';
import { columnsOf } from '@agora/platform/reading/columns';
import { lockOrder } from '../../orders/commands/lock-order.ts';
import type { Order } from '../../orders/model/order.ts';
import { Checkout } from '../model/checkout.ts';

/** Which checkout: `sagaId`, of the order `orderId`. */
export interface CheckoutKey {
  readonly orderId: string;
  readonly sagaId: string;
}

/** The columns of a key, for statements that find checkouts. */
export const KEY = { orderId: columnsOf(Checkout, 'order').orderId, sagaId: columnsOf(Checkout, 'id').id };

/** The checkout under its order's lock; null for one that is not ours, for example of a database that was restored from an older copy. */
export async function lockCheckout(tx: EntityManager, { orderId, sagaId }: CheckoutKey): Promise<Checkout | null> {
  const order = await lockOrder(tx, { id: orderId });
  const checkout = order && (await checkoutOf(tx, order));
  return checkout?.id === sagaId ? checkout : null;
}

/** The checkout that a locked order began in. */
export async function checkoutOf(tx: EntityManager, order: Order): Promise<Checkout | null> {
  return tx.findOne(Checkout, { order });
}
