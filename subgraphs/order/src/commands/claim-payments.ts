import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { transaction } from '@agora/platform/database';
import { newId } from '@agora/platform/ids';
import type { Charge } from '../payments/provider.ts';
import { CheckoutSaga } from '../model/checkout-saga.ts';
import { Payment } from '../model/payment.ts';
import { totalOf } from './order-facts.ts';

/** Something to ask the payment provider. */
export interface PaymentTask {
  readonly kind: 'CHARGE' | 'UNDO';
  readonly charge: Charge;
  readonly attempts: number;
  /** Of the checkout that it belongs to. */
  readonly traceparent: string;
  /** How long the provider may take. */
  readonly patienceMs: number;
}

/** Claims what is due, for one worker alone until the leases end. What another worker is claiming is left to it. */
export async function claimPayments(em: EntityManager, most: number): Promise<PaymentTask[]> {
  return transaction(em, async (tx) => {
    const at = new Date();
    const due = await tx.find(
      CheckoutSaga,
      { paymentDueAt: { $lte: at } },
      { populate: ['order'], orderBy: { paymentDueAt: 'asc' }, limit: most, lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE },
    );
    return due.flatMap((saga) => {
      const kind = saga.claimPayment(at);
      if (!kind) return [];
      const { attempts } = saga.step('PROCESS_PAYMENT');
      if (kind === 'CHARGE' && attempts === 1) tx.persist(Payment.of(newId('pay'), saga, 'INITIATED', at));
      const charge = { sagaId: saga.id, amount: totalOf(saga), method: saga.paymentMethodId };
      return [{ kind, charge, attempts, traceparent: saga.traceparent, patienceMs: saga.patienceMs }];
    });
  });
}
