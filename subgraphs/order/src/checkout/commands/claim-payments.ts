import type { EntityManager } from '@mikro-orm/postgresql';
import { query, transaction } from '@agora/platform/database/database';
import { columnsOf } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import { totalOf } from '../../orders/commands/order-facts.ts';
import { Order } from '../../orders/model/order.ts';
import type { Charge } from '../../payments/provider.ts';
import { Checkout } from '../model/checkout.ts';
import { keyOf } from './announce-checkout.ts';
import type { CheckoutKey } from './lock-checkout.ts';
import { recordPayment } from './record-payment.ts';

/** Something to ask the payment provider. */
export interface PaymentTask {
  readonly kind: 'CHARGE' | 'UNDO';
  readonly key: CheckoutKey;
  readonly charge: Charge;
  /** Whether the payment is given up should the provider fail once more. */
  readonly isLastAttempt: boolean;
  /** Of the checkout that it belongs to. */
  readonly traceparent: string;
  /** How long the provider may take. */
  readonly timeoutMs: number;
}

/** Claims what is due for one worker, until the leases end. What another worker is claiming at the moment is left to it. */
export async function claimPayments(em: EntityManager, max: number): Promise<PaymentTask[]> {
  if (!(await isAnyDue(em))) return [];
  return transaction(em, async (tx) => {
    const at = new Date();
    const orderIds = await lockDue(tx, at, max);
    if (orderIds.length === 0) return [];
    const checkouts = await tx.find(Checkout, { order: orderIds }, { populate: ['order'], orderBy: { paymentDueAt: 'asc' } });
    return checkouts.flatMap((checkout) => {
      const kind = checkout.claimPayment(at);
      if (!kind) return [];
      const { isPaymentExhausted: isLastAttempt, paymentMethodId: method, traceparent, timeoutMs } = checkout;
      if (kind === 'CHARGE' && checkout.attemptsToPay === 1) recordPayment(tx, checkout, 'INITIATED', at);
      const charge = { sagaId: checkout.id, amount: totalOf(checkout.order), method };
      return [{ kind, key: keyOf(checkout), charge, isLastAttempt, traceparent, timeoutMs }];
    });
  });
}

/** One statement for the many times when nothing is. */
async function isAnyDue(em: EntityManager): Promise<boolean> {
  const due = await query(em, 'select from checkout_saga where payment_due_at <= $1 limit 1', [new Date()]);
  return due.length > 0;
}

/** Locks the orders whose payment is due, those that wait longest first. */
async function lockDue(tx: EntityManager, at: Date, max: number): Promise<string[]> {
  return (await dueOrders(tx, [at, max])).map(({ id }) => id);
}

const dueOrders = statement(
  columnsOf(Order, 'id'),
  (columns) => `select ${columns} from orders join checkout_saga on checkout_saga.order_id = orders.id
    where payment_due_at <= $1 order by payment_due_at limit $2 for update of orders skip locked`,
);
