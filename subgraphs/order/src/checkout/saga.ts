import type { EntityManager } from '@mikro-orm/postgresql';
import { on, type Reaction } from '@agora/platform/events/consumer';
import { transaction } from '@agora/platform/database/database';
import { announce } from '@agora/platform/events/event-log';
import type { Logger } from '@agora/platform/observe/logging';
import { traced } from '@agora/platform/observe/trace';
import { columnsOf, nullable, text } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import { ReservationExpired, StockRejected, StockReserved } from '@agora/schema/events/catalog';
import { OrderPartiesNotified } from '@agora/schema/events/notification';
import { PaymentFailed, PaymentRefunded, PaymentSucceeded, StockUnclaimed } from '@agora/schema/events/order';
import { CustomerRejected, CustomerValidated } from '@agora/schema/events/user';
import { totalOf } from '../orders/commands/order-facts.ts';
import { announceCheckout, announceProgress, keyOf } from './commands/announce-checkout.ts';
import { cancelCheckout } from './commands/cancel-checkout.ts';
import { claimPayment } from './commands/claim-payments.ts';
import { leavePayment } from './commands/leave-payment.ts';
import { type CheckoutKey, KEY, lockCheckout } from './commands/lock-checkout.ts';
import { parkCheckout } from './commands/park-checkout.ts';
import { recordPayment } from './commands/record-payment.ts';
import { failureOf, requestRunning, stepOf, successOf } from './commands/steps.ts';
import { Checkout, type StepName } from './model/checkout.ts';

/**
 * How a checkout ends its order.
 *
 *   order.placed ─────────────► VALIDATE_CUSTOMER   user answers
 *   order.stock.requested ────► RESERVE_STOCK       catalog answers
 *   a worker asks ────────────► PROCESS_PAYMENT     the payment provider answers
 *   order.payment.succeeded ──► CONFIRM_ORDER       at once
 *   order.confirmed ──────────► NOTIFY_PARTIES      notification answers: COMPLETED
 *
 * Catalog says when what it set aside waits for too long; then a checkout that is not a sale yet is given up, whatever it waits for.
 *
 * The steps are a table, `commands/steps.ts`; a checkout walks those that it began with. A failure, silence or the
 * buyer's wish ends it the other way. What was done is undone in reverse order: the provider gives back what it took or may have taken,
 * then order.cancelled gives the stock back, and the parties are told as well. Each answer is taken once: one that is not waited
 * for, because it is late or repeated, changes nothing.
 */
export const answers: readonly Reaction[] = [
  on(CustomerValidated, succeeded('VALIDATE_CUSTOMER')),
  on(CustomerRejected, failed('VALIDATE_CUSTOMER')),
  on(StockReserved, succeeded('RESERVE_STOCK')),
  on(StockRejected, failed('RESERVE_STOCK')),
  on(OrderPartiesNotified, succeeded('NOTIFY_PARTIES')),
  on(ReservationExpired, reservationExpired),
];

/** The provider said yes or no. Money that comes after the order was cancelled goes back. */
export async function chargeAnswered(em: EntityManager, key: CheckoutKey, answer: 'APPROVED' | 'DECLINED'): Promise<void> {
  await transaction(em, (tx) => transition(tx, key, answer === 'APPROVED' ? approved : declined));
}

/** The provider did not answer in time: it has to void or refund before the order is cancelled. */
export async function chargeUnanswered(em: EntityManager, key: CheckoutKey, error: string): Promise<void> {
  await transaction(em, (tx) =>
    transition(tx, key, async (_, checkout) => {
      const at = new Date();
      if (checkout.running?.name !== 'PROCESS_PAYMENT' || !checkout.abandon(error, at)) return;
      recordPayment(tx, checkout, 'FAILED', at, error);
      await announceFailure(tx, checkout, 'TIMED_OUT', 'payment.timed_out');
    }),
  );
}

/** The provider holds no money of this checkout any more. */
export async function chargeUndone(em: EntityManager, key: CheckoutKey, wasTaken: boolean): Promise<void> {
  await transaction(em, (tx) =>
    transition(tx, key, async (_, checkout) => {
      const at = new Date();
      if (!checkout.paymentUndone(wasTaken, at)) return;
      if (wasTaken) await refunded(tx, checkout, at);
      else await announceProgress(tx, checkout, { step: 'PROCESS_PAYMENT', what: 'payment.voided' });
      const { timeout } = stepOf('PROCESS_PAYMENT');
      if (timeout) await cancelCheckout(tx, checkout, { reason: timeout }, at);
    }),
  );
}

/**
 * Asks again for answers that are late, or gives them up. The longest waiting come first, and few at a time, because asking for
 * more makes a slow service slower. A checkout that throws is stuck, and in the way of no other; so is one whose answer is here and
 * cannot be applied, until it can. Answers when the next one will be late of those that wait now; null when none waits.
 */
export async function processLateAnswers(em: EntityManager, log: Logger, max = 20): Promise<Date | null> {
  const now = new Date();
  const awaited = (await awaitedAnswers(em, [max])).map(({ deadlineAt, ...rest }) => ({ ...rest, deadline: new Date(deadlineAt ?? now) }));
  for (const { traceparent, unapplied, deadline, ...key } of awaited) {
    if (deadline > now) break;
    await traced(traceparent, async () => {
      try {
        if (unapplied !== null) throw new Error(`An event of its order could not be applied: ${unapplied}`);
        await transaction(em, (tx) => transition(tx, key, waitOrGiveUp));
      } catch (error) {
        await parkCheckout(em, log, key, error);
      }
    });
  }
  return (awaited.find(({ deadline }) => deadline > now) ?? awaited.at(-1))?.deadline ?? null;
}

const awaitedAnswers = statement(
  {
    ...KEY,
    ...columnsOf(Checkout, 'traceparent', 'deadlineAt'),
    unapplied: nullable(text('select last_error from platform.parked_event where key = order_id and last_error is not null limit 1')),
  },
  (columns) => `select ${columns} from checkout_saga where deadline_at is not null order by deadline_at limit $1`,
);

/** `sagaId` is absent where the order is in no checkout: then nobody waits for the answer. */
type Success = (tx: EntityManager, about: { readonly orderId: string; readonly sagaId?: string | undefined }) => Promise<void>;
type Failure = (tx: EntityManager, key: CheckoutKey) => Promise<void>;
type Transition = (tx: EntityManager, checkout: Checkout) => Promise<void>;

async function transition(tx: EntityManager, key: CheckoutKey, change: Transition): Promise<void> {
  const checkout = await lockCheckout(tx, key);
  if (!checkout) return;
  await change(tx, checkout);
  if (!claimPayment(tx, checkout)) leavePayment(tx, checkout);
}

function succeeded(step: StepName): Success {
  return async (tx, { orderId, sagaId }) => {
    if (sagaId === undefined) return;
    await transition(tx, { orderId, sagaId }, async (_, checkout) => {
      if (checkout.advance(step, new Date())) await requestRunning(tx, checkout, { step, what: successOf(step) });
    });
  };
}

function failed(step: StepName): Failure {
  return (tx, key) =>
    transition(tx, key, async (_, checkout) => {
      const { error, reason } = failureOf(step);
      if (checkout.fail(step, error)) await cancelCheckout(tx, checkout, { reason }, new Date());
    });
}

/**
 * What is set aside waited too long, whatever the checkout waits for: it is given up, unless it is a sale. Catalog gives the stock back when it hears of
 * that, so that nothing is confirmed that is not there.
 */
async function reservationExpired(tx: EntityManager, key: CheckoutKey): Promise<void> {
  const checkout = await lockCheckout(tx, key);
  if (!checkout || checkout.order.status === 'CANCELLED') return void (await announce(tx, StockUnclaimed, key));
  if (checkout.order.status !== 'PENDING') return;
  const at = new Date();
  const reason = (checkout.running && stepOf(checkout.running.name).timeout) ?? 'SAGA_TIMED_OUT';
  checkout.abandon('Its stock was set aside for too long.', at);
  await cancelCheckout(tx, checkout, { reason }, at);
}

async function approved(tx: EntityManager, checkout: Checkout): Promise<void> {
  const at = new Date();
  if (!checkout.advance('PROCESS_PAYMENT', at)) return void checkout.takenTooLate(at);
  recordPayment(tx, checkout, 'SUCCEEDED', at);
  const success = { ...keyOf(checkout), amount: totalOf(checkout.order) };
  await announceCheckout(tx, checkout, PaymentSucceeded, success, { kind: 'PAYMENT_CHANGED', what: successOf('PROCESS_PAYMENT') });
  await requestRunning(tx, checkout, null);
}

async function declined(tx: EntityManager, checkout: Checkout): Promise<void> {
  const at = new Date();
  const { error, reason } = failureOf('PROCESS_PAYMENT');
  if (!checkout.fail('PROCESS_PAYMENT', error)) return;
  recordPayment(tx, checkout, 'FAILED', at, 'DECLINED');
  await announceFailure(tx, checkout, 'DECLINED', 'payment.declined');
  await cancelCheckout(tx, checkout, { reason }, at);
}

async function announceFailure(tx: EntityManager, checkout: Checkout, reason: 'DECLINED' | 'TIMED_OUT', what: string): Promise<void> {
  const failure = { ...keyOf(checkout), amount: totalOf(checkout.order), reason };
  await announceCheckout(tx, checkout, PaymentFailed, failure, { kind: 'PAYMENT_CHANGED', what });
}

async function refunded(tx: EntityManager, checkout: Checkout, at: Date): Promise<void> {
  recordPayment(tx, checkout, 'REFUNDED', at);
  const refund = { ...keyOf(checkout), amount: totalOf(checkout.order) };
  await announceCheckout(tx, checkout, PaymentRefunded, refund, { kind: 'PAYMENT_CHANGED', what: 'payment.refunded' });
}

async function waitOrGiveUp(tx: EntityManager, checkout: Checkout): Promise<void> {
  const at = new Date();
  if (!checkout.isLate(at)) return;
  const step = checkout.running?.name;
  if (!step) throw new Error('An answer is late, but no step runs.');
  const { request, timeout } = stepOf(step);
  if (checkout.waitAgain(at)) return request(tx, checkout, { step, what: 'saga.retried' });
  if (timeout === null) {
    checkout.giveUpNotifying(at);
    return announceProgress(tx, checkout, { step, what: 'parties.not_notified' });
  }
  checkout.abandon('Nobody answered in time.', at);
  await cancelCheckout(tx, checkout, { reason: timeout }, at);
}
