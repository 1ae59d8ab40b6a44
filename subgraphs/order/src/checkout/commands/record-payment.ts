import type { EntityManager } from '@mikro-orm/postgresql';
import { newId } from '@agora/platform/ids';
import { Payment, type PaymentKind } from '../../payments/model.ts';
import type { CheckoutSaga } from '../model/checkout-saga.ts';

/** Enters into our ledger what became of the money of a checkout. */
export function recordPayment(tx: EntityManager, { id: sagaId, order }: CheckoutSaga, kind: PaymentKind, at: Date, detail?: string): void {
  tx.persist(Payment.of(newId('pay'), { order, sagaId, kind, at, detail: detail ?? null }));
}
