import { newRow } from '@agora/platform/database/new-row';
import { keptByLaw } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { CheckoutSaga } from './checkout-saga.ts';

export type PaymentKind = 'INITIATED' | 'SUCCEEDED' | 'FAILED' | 'REFUNDED';

const PaymentSchema = defineEntity({
  name: 'Payment',
  properties: keptByLaw('saga.order.buyerId', {
    id: p.text().primary(),
    saga: () => p.manyToOne(CheckoutSaga),
    kind: p.enum(['INITIATED', 'SUCCEEDED', 'FAILED', 'REFUNDED'] as const),
    amountMinorUnits: p.bigint('number'),
    currencyCode: p.text(),
    detail: p.text().nullable(),
    recordedAt: p.datetime(3),
  }),
  uniques: [{ properties: ['saga', 'kind'] }],
});

/** An entry of our side's ledger; it is never changed, and each kind is written at most once for a checkout. */
export class Payment extends PaymentSchema.class {
  static of(id: string, saga: CheckoutSaga, kind: PaymentKind, recordedAt: Date, detail: string | null = null): Payment {
    const { totalMinorUnits: amountMinorUnits, currencyCode } = saga.order;
    return newRow(Payment, { id, saga, kind, amountMinorUnits, currencyCode, detail, recordedAt });
  }
}
PaymentSchema.setClass(Payment);
