import { newRow } from '@agora/platform/database/new-row';
import { keptByLaw } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { Order } from '../orders/model/order.ts';

export type PaymentKind = 'INITIATED' | 'SUCCEEDED' | 'FAILED' | 'REFUNDED';

const PaymentSchema = defineEntity({
  name: 'Payment',
  properties: keptByLaw('order.buyerId', {
    id: p.text().primary(),
    order: () => p.manyToOne(Order),
    sagaId: p.text(),
    kind: p.enum(['INITIATED', 'SUCCEEDED', 'FAILED', 'REFUNDED'] as const),
    amountMinorUnits: p.bigint('number'),
    currencyCode: p.text(),
    detail: p.text().nullable(),
    recordedAt: p.datetime(3),
  }),
  uniques: [{ properties: ['sagaId', 'kind'] }],
});

export interface Recorded {
  readonly order: Order;
  readonly sagaId: string;
  readonly kind: PaymentKind;
  readonly at: Date;
  readonly detail: string | null;
}

/** An entry of our side's ledger; it is never changed, and each kind is written at most once for a checkout. */
export class Payment extends PaymentSchema.class {
  /** About all the money of the order. */
  static of(id: string, { order, sagaId, kind, at: recordedAt, detail }: Recorded): Payment {
    const { totalMinorUnits: amountMinorUnits, currencyCode } = order;
    return newRow(Payment, { id, order, sagaId, kind, amountMinorUnits, currencyCode, detail, recordedAt });
  }
}
PaymentSchema.setClass(Payment);
