import { beforeAll, describe, expect, test } from '@jest/globals';
import { MikroORM } from '@mikro-orm/postgresql';
import { entities } from '../../entities.ts';
import { Order } from '../../orders/model/order.ts';
import { CheckoutSaga, STEP_NAMES, type StepName } from './checkout-saga.ts';

const NOON = new Date('2026-11-22T12:00:00Z');
const TIMEOUT_MS = 10_000;
const later = (ms: number) => new Date(NOON.getTime() + ms);

/** Collections work once the entities are known; no database is asked. */
beforeAll(() => void new MikroORM({ entities, dbName: 'none' }));

describe('a checkout', () => {
  test('goes through its five steps, one at a time', () => {
    const saga = begun();
    expect(saga.running?.name).toBe('VALIDATE_CUSTOMER');
    expect(saga.advance('VALIDATE_CUSTOMER', NOON)).toBe(true);
    expect(saga.advance('RESERVE_STOCK', NOON)).toBe(true);
    expect(saga.claimPayment(NOON)).toBe('CHARGE');
    expect(saga.advance('PROCESS_PAYMENT', NOON)).toBe(true);
    expect(saga.advance('CONFIRM_ORDER', NOON)).toBe(true);
    expect(saga.advance('NOTIFY_PARTIES', NOON)).toBe(true);
    expect(saga.status).toBe('COMPLETED');
    expect(saga.steps.map(({ status }) => status)).toEqual(['DONE', 'DONE', 'DONE', 'DONE', 'DONE']);
    expect([saga.deadlineAt, saga.paymentDueAt]).toEqual([null, null]);
  });

  test('walks the steps that it began with, and takes no answer to any other', () => {
    const saga = begun(['RESERVE_STOCK', 'NOTIFY_PARTIES']);
    expect(saga.advance('VALIDATE_CUSTOMER', NOON)).toBe(false);
    expect(saga.fail('VALIDATE_CUSTOMER', 'no')).toBe(false);
    expect(saga.advance('RESERVE_STOCK', NOON)).toBe(true);
    expect(saga.running?.name).toBe('NOTIFY_PARTIES');
    expect(saga.advance('NOTIFY_PARTIES', NOON)).toBe(true);
    expect([saga.status, ...statuses(saga)]).toEqual(['COMPLETED', 'DONE', 'DONE']);
  });

  test('is not moved by an answer that it does not wait for', () => {
    const saga = reachedPayment();
    for (const step of ['VALIDATE_CUSTOMER', 'RESERVE_STOCK', 'CONFIRM_ORDER', 'NOTIFY_PARTIES'] as const) {
      expect(saga.advance(step, NOON)).toBe(false);
      expect(saga.fail(step, 'no')).toBe(false);
    }
    expect(saga.running?.name).toBe('PROCESS_PAYMENT');
  });

  test('waits twice more for a late answer, the last time twice as long', () => {
    const saga = begun();
    expect(saga.isLate(later(TIMEOUT_MS - 1))).toBe(false);
    expect(saga.isLate(later(TIMEOUT_MS))).toBe(true);
    expect(saga.waitAgain(later(TIMEOUT_MS))).toBe(true);
    expect(saga.deadlineAt).toEqual(later(2 * TIMEOUT_MS));
    expect(saga.waitAgain(later(2 * TIMEOUT_MS))).toBe(true);
    expect(saga.deadlineAt).toEqual(later(4 * TIMEOUT_MS));
    expect(saga.waitAgain(later(4 * TIMEOUT_MS))).toBe(false);
    expect(saga.step('VALIDATE_CUSTOMER')?.attempts).toBe(3);
  });

  test('gives its stock back when the order is cancelled, and still tells the parties', () => {
    const saga = reachedPayment();
    saga.claimPayment(NOON);
    expect(saga.fail('PROCESS_PAYMENT', 'declined')).toBe(true);
    saga.order.cancel('PAYMENT_DECLINED');
    saga.undo('RESERVE_STOCK');
    saga.compensate(NOON);
    expect(saga.status).toBe('COMPENSATED');
    expect(statuses(saga)).toEqual(['DONE', 'COMPENSATED', 'FAILED', 'PENDING', 'RUNNING']);
    expect(saga.advance('NOTIFY_PARTIES', NOON)).toBe(true);
    expect(saga.status).toBe('COMPENSATED');
  });
});

describe('the payment of a checkout', () => {
  test('is claimed by one worker until its lease ends', () => {
    const saga = reachedPayment();
    expect(saga.claimPayment(NOON)).toBe('CHARGE');
    expect(saga.claimPayment(later(TIMEOUT_MS))).toBe(null);
    expect(saga.claimPayment(later(1.5 * TIMEOUT_MS))).toBe('CHARGE');
    expect(saga.step('PROCESS_PAYMENT')?.attempts).toBe(2);
  });

  test('needs no undoing before anybody asked for it', () => {
    const saga = reachedPayment();
    expect(saga.abandon('cancelled', NOON)).toBe(true);
    saga.compensate(NOON);
    expect([saga.status, saga.paymentDueAt]).toEqual(['COMPENSATED', null]);
  });

  test('is in doubt when it is given up without an answer, and undone before all is compensated', () => {
    const saga = reachedPayment();
    saga.claimPayment(NOON);
    expect(saga.abandon('silence', NOON)).toBe(true);
    expect(saga.claimPayment(NOON)).toBe('UNDO');
    expect(saga.status).toBe('COMPENSATING');
    expect(saga.paymentUndone(true, NOON)).toBe(true);
    saga.order.cancel('PAYMENT_TIMED_OUT');
    saga.compensate(NOON);
    expect(saga.status).toBe('COMPENSATED');
    expect(saga.step('PROCESS_PAYMENT')?.status).toBe('COMPENSATED');
    expect(saga.paymentUndone(true, NOON)).toBe(false);
  });

  test('that arrives after everything was undone is undone as well, once', () => {
    const saga = reachedPayment();
    saga.claimPayment(NOON);
    saga.abandon('silence', NOON);
    saga.order.cancel('BUYER_REQUEST');
    saga.compensate(NOON);
    expect(saga.paymentUndone(false, NOON)).toBe(true);
    expect(saga.status).toBe('COMPENSATED');
    expect(saga.takenTooLate(NOON)).toBe(true);
    expect(saga.claimPayment(NOON)).toBe('UNDO');
    expect(saga.paymentUndone(true, NOON)).toBe(true);
    expect(saga.takenTooLate(NOON)).toBe(false);
  });
});

describe('a checkout that is stuck', () => {
  test('waits for nobody, and begins its step once more when it is retried', () => {
    const saga = begun();
    saga.waitAgain(NOON);
    saga.park('A bug.', NOON);
    expect([saga.status, saga.stuckReason, saga.stuckAt, saga.deadlineAt]).toEqual(['STUCK', 'A bug.', NOON, null]);
    expect(saga.retry(NOON)).toBe(true);
    expect([saga.status, saga.stuckReason, saga.stuckAt]).toEqual(['RUNNING', null, null]);
    expect([saga.running?.name, saga.running?.attempts, saga.deadlineAt]).toEqual(['VALIDATE_CUSTOMER', 1, later(TIMEOUT_MS)]);
    expect(saga.retry(NOON)).toBe(false);
  });

  test('goes on with the answer that it waits for', () => {
    const saga = begun();
    saga.park('A bug.', NOON);
    expect(saga.advance('VALIDATE_CUSTOMER', NOON)).toBe(true);
    expect([saga.status, saga.stuckAt, saga.running?.name]).toEqual(['RUNNING', null, 'RESERVE_STOCK']);
  });

  test('asks for its payment again, and takes it once', () => {
    const saga = reachedPayment();
    saga.claimPayment(NOON);
    saga.park('A bug.', NOON);
    expect(saga.claimPayment(NOON)).toBe(null);
    saga.retry(NOON);
    expect([saga.claimPayment(NOON), saga.attemptsToPay]).toEqual(['CHARGE', 2]);
  });

  test('at the last attempt to pay is given as many again when it is retried', () => {
    const saga = reachedPayment();
    const exhausted = [1, 2, 3].map((attempt) => {
      saga.claimPayment(later(attempt * 2 * TIMEOUT_MS));
      return saga.isPaymentExhausted;
    });
    expect(exhausted).toEqual([false, false, true]);
    saga.park('A bug.', NOON);
    saga.retry(later(8 * TIMEOUT_MS));
    const again = [4, 5, 6].map((attempt) => {
      saga.claimPayment(later(attempt * 2 * TIMEOUT_MS));
      return saga.isPaymentExhausted;
    });
    expect([...again, saga.attemptsToPay]).toEqual([false, false, true, 6]);
  });

  test.each(['retried', 'told that the parties know'])('while its money was to go back goes on giving it back when it is %s', (way) => {
    const saga = reachedPayment();
    saga.claimPayment(NOON);
    saga.abandon('silence', NOON);
    saga.order.cancel('BUYER_REQUEST');
    saga.compensate(NOON);
    saga.park('A bug.', NOON);
    expect(way === 'retried' ? saga.retry(NOON) : saga.advance('NOTIFY_PARTIES', NOON)).toBe(true);
    expect([saga.status, saga.claimPayment(NOON)]).toEqual(['COMPENSATING', 'UNDO']);
    saga.paymentUndone(true, NOON);
    expect(saga.status).toBe('COMPENSATED');
  });

  test('while its payment was to be undone is given up, and the payment is still undone', () => {
    const saga = reachedPayment();
    saga.claimPayment(NOON);
    saga.abandon('silence', NOON);
    saga.park('A bug.', NOON);
    expect(saga.abandon('An operator gave it up.', NOON)).toBe(false);
    saga.compensate(NOON);
    expect([saga.status, saga.stuckAt, saga.claimPayment(NOON)]).toEqual(['COMPENSATING', null, 'UNDO']);
  });

  test('is none once it has ended', () => {
    const saga = reachedPayment();
    saga.advance('PROCESS_PAYMENT', NOON);
    saga.advance('CONFIRM_ORDER', NOON);
    saga.advance('NOTIFY_PARTIES', NOON);
    expect(saga.park('A bug.', NOON)).toBe(false);
    expect([saga.status, saga.stuckAt]).toEqual(['COMPLETED', null]);
  });

  test('is given up like any other', () => {
    const saga = reachedPayment();
    saga.claimPayment(NOON);
    saga.park('A bug.', NOON);
    expect(saga.abandon('An operator gave it up.', NOON)).toBe(true);
    expect([saga.status, saga.stuckAt, saga.claimPayment(NOON)]).toEqual(['COMPENSATING', null, 'UNDO']);
  });
});

describe('notice of the parties', () => {
  test('undoes nothing when it is late, and counts when it comes after all', () => {
    const saga = reachedPayment();
    saga.advance('PROCESS_PAYMENT', NOON);
    saga.advance('CONFIRM_ORDER', NOON);
    expect(saga.abandon('late', NOON)).toBe(false);
    saga.giveUpNotifying(NOON);
    expect([saga.status, saga.step('NOTIFY_PARTIES')?.status, saga.deadlineAt]).toEqual(['STUCK', 'FAILED', null]);
    expect(saga.advance('NOTIFY_PARTIES', NOON)).toBe(true);
    expect([saga.status, saga.step('NOTIFY_PARTIES')?.lastError]).toEqual(['COMPLETED', null]);
  });
});

function begun(steps: readonly StepName[] = STEP_NAMES): CheckoutSaga {
  const line = {
    id: 'lin_1',
    sellerId: 'usr_2',
    productId: 'prd_1',
    variantId: 'var_1',
    productName: 'Tea bowl',
    quantity: 1,
    unitPriceMinorUnits: 100,
  };
  const order = Order.place(
    { id: 'ord_1', number: 'A-20261122-00001', buyerId: 'usr_1', currencyCode: 'EUR', placedAt: NOON },
    [line],
    () => 'sor_1',
  );
  return CheckoutSaga.begin(
    { id: 'sag_1', order, paymentMethodId: 'sandbox-approve', traceparent: '', timeoutMs: TIMEOUT_MS, steps },
    NOON,
  );
}

function reachedPayment(): CheckoutSaga {
  const saga = begun();
  for (const step of ['VALIDATE_CUSTOMER', 'RESERVE_STOCK'] satisfies StepName[]) saga.advance(step, NOON);
  return saga;
}

function statuses(saga: CheckoutSaga): string[] {
  return saga.steps.map(({ status }) => status);
}
