import type { EntityManager } from '@mikro-orm/postgresql';
import { leaveWork } from '@agora/platform/database/database';
import type { Checkout } from '../model/checkout.ts';

/** What the payment worker does; and what was claimed for that of this process. */
export const PAYMENTS = 'payments';
export const CLAIMED_PAYMENTS = 'claimed payments';

/** Tells the payment worker of a checkout that was changed, where the provider is to be asked about it. */
export function leavePayment(tx: EntityManager, { paymentDueAt }: Checkout): void {
  if (paymentDueAt) leaveWork(tx, PAYMENTS);
}
