import type { EntityManager } from '@mikro-orm/postgresql';
import { on, type Reaction } from '@agora/platform/consumer';
import { query, transaction } from '@agora/platform/database';
import { newId } from '@agora/platform/ids';
import { traced } from '@agora/platform/trace';
import { StockRejected, StockReserved } from '@agora/schema/events/catalog';
import { OrderPartiesNotified } from '@agora/schema/events/notification';
import { OrderPlaced, PaymentFailed, PaymentRefunded, PaymentSucceeded, StockRequested } from '@agora/schema/events/order';
import { CustomerRejected, CustomerValidated } from '@agora/schema/events/user';
import { cancelOrder } from './commands/cancel-order.ts';
import { confirmOrder } from './commands/confirm-order.ts';
import { lockSaga } from './commands/lock-saga.ts';
import { about, factsOf, totalOf } from './commands/order-facts.ts';
import { tell, tellProgress } from './commands/tell.ts';
import type { CheckoutSaga, StepName } from './model/checkout-saga.ts';
import type { CancellationReason } from './model/order.ts';
import { Payment } from './model/payment.ts';

/**
 * How an order ends.
 *
 *   order.placed ─────────────► VALIDATE_CUSTOMER   user answers
 *   order.stock.requested ────► RESERVE_STOCK       catalog answers
 *   a worker asks ────────────► PROCESS_PAYMENT     the payment provider answers
 *   order.payment.succeeded ──► CONFIRM_ORDER       at once
 *   order.confirmed ──────────► NOTIFY_PARTIES      notification answers: COMPLETED
 *
 * A no, silence or the buyer's wish ends it the other way. What was done is undone in reverse order: the provider gives
 * back what it took or may have taken, then order.cancelled gives the stock back, and the parties are told as well.
 * Each answer is taken once: one that is not waited for, because it is late or repeated, changes nothing.
 */
export const answers: readonly Reaction[] = [
  on(CustomerValidated, (tx, { sagaId }) => move(tx, sagaId, requestStock)),
  on(CustomerRejected, (tx, { sagaId }) => move(tx, sagaId, refused('VALIDATE_CUSTOMER', 'CUSTOMER_INVALID', 'The account may not buy.'))),
  on(StockReserved, (tx, { sagaId }) => move(tx, sagaId, requestPayment)),
  on(StockRejected, (tx, { sagaId }) => move(tx, sagaId, refused('RESERVE_STOCK', 'OUT_OF_STOCK', 'Not everything is in stock.'))),
  on(OrderPartiesNotified, (tx, { sagaId }) => move(tx, sagaId, complete)),
];

/** The provider said yes or no. Money that comes after the order was cancelled goes back. */
export async function chargeAnswered(em: EntityManager, sagaId: string, answer: 'APPROVED' | 'DECLINED'): Promise<void> {
  await transaction(em, (tx) => move(tx, sagaId, answer === 'APPROVED' ? approved : declined));
}

/** The provider did not answer in time: it has to void or refund before the order is cancelled. */
export async function chargeUnanswered(em: EntityManager, sagaId: string, error: string): Promise<void> {
  await transaction(em, (tx) =>
    move(tx, sagaId, async (_, saga) => {
      const at = new Date();
      if (saga.running?.name !== 'PROCESS_PAYMENT' || !saga.abandon(error, at)) return;
      tx.persist(Payment.of(newId('pay'), saga, 'FAILED', at, error));
      const failure = { ...about(saga), amount: totalOf(saga), reason: 'TIMED_OUT' as const };
      await tell(tx, saga, PaymentFailed, failure, { kind: 'PAYMENT_CHANGED', what: 'payment.timed_out' });
    }),
  );
}

/** The provider holds no money of this checkout any more. */
export async function chargeUndone(em: EntityManager, sagaId: string, wasTaken: boolean): Promise<void> {
  await transaction(em, (tx) =>
    move(tx, sagaId, async (_, saga) => {
      const at = new Date();
      if (!saga.paymentUndone(wasTaken, at)) return;
      if (wasTaken) await refunded(tx, saga, at);
      else await tellProgress(tx, saga, 'PROCESS_PAYMENT', 'payment.voided');
      await cancelOrder(tx, saga, 'PAYMENT_TIMED_OUT', at);
    }),
  );
}

/** Looks after the sagas whose answers are late, those that wait longest first, and few at a time: where all is slow, haste makes it slower. */
export async function seeToLateAnswers(em: EntityManager, most = 20): Promise<void> {
  const late = await query<{ id: string; traceparent: string }>(
    em,
    'select id, traceparent from checkout_saga where deadline_at <= $1 order by deadline_at limit $2',
    [new Date(), most],
  );
  for (const { id, traceparent } of late) await traced(traceparent, () => transaction(em, (tx) => move(tx, id, waitOrGiveUp)));
}

type Move = (tx: EntityManager, saga: CheckoutSaga) => Promise<void>;

/** A saga that is not ours, for example of a database that was restored from an older copy, is left alone. */
async function move(tx: EntityManager, sagaId: string, change: Move): Promise<void> {
  const saga = await lockSaga(tx, { id: sagaId });
  if (saga) await change(tx, saga);
}

async function requestStock(tx: EntityManager, saga: CheckoutSaga): Promise<void> {
  if (!saga.advance('VALIDATE_CUSTOMER', new Date())) return;
  await askForStock(tx, saga, 'customer.validated');
}

/** The worker sees to the rest: the step is due for it with this commit. */
async function requestPayment(tx: EntityManager, saga: CheckoutSaga): Promise<void> {
  if (saga.advance('RESERVE_STOCK', new Date())) await tellProgress(tx, saga, 'RESERVE_STOCK', 'stock.reserved');
}

async function approved(tx: EntityManager, saga: CheckoutSaga): Promise<void> {
  const at = new Date();
  if (!saga.advance('PROCESS_PAYMENT', at)) return void saga.takenTooLate(at);
  tx.persist(Payment.of(newId('pay'), saga, 'SUCCEEDED', at));
  const success = { ...about(saga), amount: totalOf(saga) };
  await tell(tx, saga, PaymentSucceeded, success, { kind: 'PAYMENT_CHANGED', what: 'payment.approved' });
  await confirmOrder(tx, saga, at);
}

async function declined(tx: EntityManager, saga: CheckoutSaga): Promise<void> {
  if (!saga.fail('PROCESS_PAYMENT', 'The provider declined.')) return;
  const at = new Date();
  tx.persist(Payment.of(newId('pay'), saga, 'FAILED', at, 'DECLINED'));
  const failure = { ...about(saga), amount: totalOf(saga), reason: 'DECLINED' as const };
  await tell(tx, saga, PaymentFailed, failure, { kind: 'PAYMENT_CHANGED', what: 'payment.declined' });
  await cancelOrder(tx, saga, 'PAYMENT_DECLINED', at);
}

async function refunded(tx: EntityManager, saga: CheckoutSaga, at: Date): Promise<void> {
  tx.persist(Payment.of(newId('pay'), saga, 'REFUNDED', at));
  const refund = { ...about(saga), amount: totalOf(saga) };
  await tell(tx, saga, PaymentRefunded, refund, { kind: 'PAYMENT_CHANGED', what: 'payment.refunded' });
}

async function complete(tx: EntityManager, saga: CheckoutSaga): Promise<void> {
  if (saga.advance('NOTIFY_PARTIES', new Date())) await tellProgress(tx, saga, 'NOTIFY_PARTIES', 'parties.notified');
}

function refused(step: StepName, reason: CancellationReason, error: string): Move {
  return async (tx, saga) => {
    if (saga.fail(step, error)) await cancelOrder(tx, saga, reason, new Date());
  };
}

async function waitOrGiveUp(tx: EntityManager, saga: CheckoutSaga): Promise<void> {
  const at = new Date();
  const step = saga.running?.name;
  if (!step || !saga.isLate(at)) return;
  if (saga.waitAgain(at)) return requestAgain(tx, saga, step);
  if (step === 'NOTIFY_PARTIES') {
    saga.giveUpNotifying();
    return tellProgress(tx, saga, step, 'parties.not_notified');
  }
  saga.abandon('Nobody answered in time.', at);
  await cancelOrder(tx, saga, 'SAGA_TIMED_OUT', at);
}

/** An ending is not announced twice: whoever it concerns would be told twice. */
async function requestAgain(tx: EntityManager, saga: CheckoutSaga, step: StepName): Promise<void> {
  if (step === 'NOTIFY_PARTIES') return tellProgress(tx, saga, step, 'saga.retried');
  if (step === 'RESERVE_STOCK') return askForStock(tx, saga, 'saga.retried');
  const placed = { ...(await factsOf(saga)), placedAt: saga.order.placedAt.toISOString() };
  await tell(tx, saga, OrderPlaced, placed, { kind: 'SAGA_PROGRESSED', what: 'saga.retried' });
}

async function askForStock(tx: EntityManager, saga: CheckoutSaga, what: string): Promise<void> {
  const { lines } = await factsOf(saga);
  const request = { ...about(saga), lines: lines.map(({ variantId, quantity }) => ({ variantId, quantity })) };
  await tell(tx, saga, StockRequested, request, { kind: 'SAGA_PROGRESSED', what });
}
