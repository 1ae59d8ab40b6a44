import type { EntityManager } from '@mikro-orm/postgresql';
import { leaveWork, query, transaction } from '@agora/platform/database/database';
import { columnsOf } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import { totalOf } from '../../orders/commands/order-facts.ts';
import { Order } from '../../orders/model/order.ts';
import type { Charge } from '../../payments/provider.ts';
import { Checkout } from '../model/checkout.ts';
import { keyOf } from './announce-checkout.ts';
import { CLAIMED_PAYMENTS } from './leave-payment.ts';
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

/** When the provider is to be asked next, if at all; it may be past. */
export async function nextPaymentDue(em: EntityManager): Promise<Date | null> {
  const [next] = await dueNext(em, []);
  return next?.paymentDueAt ? new Date(next.paymentDueAt) : null;
}

const dueNext = statement(
  columnsOf(Checkout, 'paymentDueAt'),
  (columns) => `select ${columns} from checkout_saga where payment_due_at is not null order by payment_due_at limit 1`,
);

/** Claims what is due for one worker, until the leases end. What another worker is claiming at the moment is left to it. */
export async function claimPayments(em: EntityManager, max: number): Promise<PaymentTask[]> {
  return transaction(em, async (tx) => {
    const at = new Date();
    return (await lockDue(tx, at, max)).flatMap((checkout) => claim(tx, checkout, at) ?? []);
  });
}

/**
 * Claims what is due of a locked checkout for the worker of this process, which has it once `tx` has committed; false where nothing is. Should
 * the process end before it is asked, another one asks when the lease ends.
 */
export function claimPayment(tx: EntityManager, checkout: Checkout): boolean {
  const task = claim(tx, checkout, new Date());
  if (task) leaveWork(tx, CLAIMED_PAYMENTS, task);
  return task !== null;
}

function claim(tx: EntityManager, checkout: Checkout, at: Date): PaymentTask | null {
  const kind = checkout.claimPayment(at);
  if (!kind) return null;
  const { isPaymentExhausted: isLastAttempt, paymentMethodId: method, traceparent, timeoutMs } = checkout;
  if (kind === 'CHARGE' && checkout.attemptsToPay === 1) recordPayment(tx, checkout, 'INITIATED', at);
  const charge = { sagaId: checkout.id, amount: totalOf(checkout.order), method };
  return { kind, key: keyOf(checkout), charge, isLastAttempt, traceparent, timeoutMs };
}

/**
 * Checkouts whose payment is due, those that wait longest first, under the locks of their orders. Both are asked for in one write: the second
 * statement sees what was committed before the first was granted its locks, and may find another one, which is left for the next time.
 */
async function lockDue(tx: EntityManager, at: Date, max: number): Promise<Checkout[]> {
  const due = (table: string) =>
    query(
      tx,
      `select ${table}.* from orders join checkout_saga on checkout_saga.order_id = orders.id
       where payment_due_at <= $1 order by payment_due_at limit $2 for update of orders skip locked`,
      [at, max],
    );
  const [orders, checkouts] = await Promise.all([due('orders'), due('checkout_saga')]);
  const locked = new Set(orders.map((row) => tx.map(Order, row)));
  return checkouts.map((row) => tx.map(Checkout, row)).filter(({ order }) => locked.has(order));
}
