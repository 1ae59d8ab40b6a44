import { keptByLaw } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';

const SandboxPaymentSchema = defineEntity({
  name: 'SandboxPayment',
  /** The checkout is of an order, and that of its buyer. */
  properties: keptByLaw('sagaId', {
    sagaId: p.text().primary(),
    state: p.enum(['TAKEN', 'DECLINED', 'VOIDED', 'REFUNDED'] as const),
    method: p.text().nullable(),
    amountMinorUnits: p.bigint('number').nullable(),
    currencyCode: p.text().nullable(),
    createdAt: p.datetime(3),
  }),
});

/** A row of the sandbox provider's own books; order's commands never touch it. */
export class SandboxPayment extends SandboxPaymentSchema.class {}
SandboxPaymentSchema.setClass(SandboxPayment);
