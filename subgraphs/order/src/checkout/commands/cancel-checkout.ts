import type { EntityManager } from '@mikro-orm/postgresql';
import { type Cancellation, cancelOrder } from '../../orders/commands/cancel-order.ts';
import { viewOf } from '../checkout-view.ts';
import type { Checkout } from '../model/checkout.ts';
import { leavePayment } from './leave-payment.ts';
import { stepOf } from './steps.ts';

/** The order of a checkout that failed or was given up is cancelled, and what was done is undone, the last step first. */
export async function cancelCheckout(
  tx: EntityManager,
  checkout: Checkout,
  cancellation: Omit<Cancellation, 'checkout'>,
  at: Date,
): Promise<void> {
  if (checkout.order.status !== 'PENDING') return;
  for (const { name, status } of checkout.steps.toReversed()) if (status === 'DONE') stepOf(name).compensate?.(checkout, at);
  checkout.compensate(at);
  leavePayment(tx, checkout);
  await cancelOrder(tx, checkout.order, { ...cancellation, checkout: viewOf(checkout) });
}
