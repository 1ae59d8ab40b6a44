import type { EntityManager } from '@mikro-orm/postgresql';
import { newId } from '@agora/platform/ids';
import { Payment, type PaymentKind } from '../../payments/model.ts';
import type { Checkout } from '../model/checkout.ts';

/** Enters into our ledger what became of the money of a checkout. */
export function recordPayment(tx: EntityManager, { id: sagaId, order }: Checkout, kind: PaymentKind, at: Date, detail?: string): void {
  tx.persist(Payment.of(newId('pay'), { order, sagaId, kind, at, detail: detail ?? null }));
}
