import type { EntityManager } from '@mikro-orm/postgresql';
import { type Cancellation, cancelOrder } from '../../orders/commands/cancel-order.ts';
import { viewOf } from '../checkout-view.ts';
import type { CheckoutSaga } from '../model/checkout-saga.ts';
import { stepOf } from './steps.ts';

/** The order of a checkout that failed or was given up is cancelled, and what was done is undone, the last step first. */
export async function cancelCheckout(
  tx: EntityManager,
  saga: CheckoutSaga,
  cancellation: Omit<Cancellation, 'checkout'>,
  at: Date,
): Promise<void> {
  if (saga.order.status !== 'PENDING') return;
  for (const { name, status } of saga.steps.toReversed()) if (status === 'DONE') stepOf(name).compensate?.(saga, at);
  saga.compensate(at);
  await cancelOrder(tx, saga.order, { ...cancellation, checkout: viewOf(saga) });
}
