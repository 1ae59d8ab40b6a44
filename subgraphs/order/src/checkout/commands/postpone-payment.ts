import type { EntityManager } from '@mikro-orm/postgresql';
import { transaction } from '@agora/platform/database/database';
import { leavePayment } from './leave-payment.ts';
import { type CheckoutKey, lockCheckout } from './lock-checkout.ts';

/** Gives a claimed payment back: the provider is asked again after a while. */
export async function postponePayment(em: EntityManager, key: CheckoutKey, error: string, waitMs: number): Promise<void> {
  await transaction(em, async (tx) => {
    const checkout = await lockCheckout(tx, key);
    if (checkout?.askAgain(error, new Date(Date.now() + waitMs))) leavePayment(tx, checkout);
  });
}
