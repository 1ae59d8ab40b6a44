import type { EntityManager } from '@mikro-orm/postgresql';
import { leaveWork } from '@agora/platform/database/database';
import type { Checkout } from '../model/checkout.ts';

/** What the payment worker does. */
export const PAYMENTS = 'payments';

/** Tells the payment worker of a checkout that was changed, where the provider is to be asked about it. */
export function leavePayment(tx: EntityManager, { paymentDueAt }: Checkout): void {
  if (paymentDueAt) leaveWork(tx, PAYMENTS);
}
