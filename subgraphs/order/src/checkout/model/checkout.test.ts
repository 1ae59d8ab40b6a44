import { beforeAll, describe, expect, test } from '@jest/globals';
import { MikroORM } from '@mikro-orm/postgresql';
import { entities } from '../../entities.ts';
import { Order } from '../../orders/model/order.ts';
import { Checkout, STEP_NAMES, type StepName } from './checkout.ts';

const NOON = new Date('2026-11-22T12:00:00Z');
const TIMEOUT_MS = 10_000;
const later = (ms: number) => new Date(NOON.getTime() + ms);

/** Collections work once the entities are known; no database is asked. */
beforeAll(() => void new MikroORM({ entities, dbName: 'none' }));

describe('a checkout', () => {
  test('goes through its five steps, one at a time', () => {
    const checkout = begun();
    expect(checkout.running?.name).toBe('VALIDATE_CUSTOMER');
    expect(checkout.advance('VALIDATE_CUSTOMER', NOON)).toBe(true);
    expect(checkout.advance('RESERVE_STOCK', NOON)).toBe(true);
    expect(checkout.claimPayment(NOON)).toBe('CHARGE');
    expect(checkout.advance('PROCESS_PAYMENT', NOON)).toBe(true);
    expect(checkout.advance('CONFIRM_ORDER', NOON)).toBe(true);
    expect(checkout.advance('NOTIFY_PARTIES', NOON)).toBe(true);
    expect(checkout.status).toBe('COMPLETED');
    expect(checkout.steps.map(({ status }) => status)).toEqual(['DONE', 'DONE', 'DONE', 'DONE', 'DONE']);
    expect([checkout.deadlineAt, checkout.paymentDueAt]).toEqual([null, null]);
  });

  test('walks the steps that it began with, and takes no answer to any other', () => {
    const checkout = begun(['RESERVE_STOCK', 'NOTIFY_PARTIES']);
    expect(checkout.advance('VALIDATE_CUSTOMER', NOON)).toBe(false);
    expect(checkout.fail('VALIDATE_CUSTOMER', 'no')).toBe(false);
    expect(checkout.advance('RESERVE_STOCK', NOON)).toBe(true);
    expect(checkout.running?.name).toBe('NOTIFY_PARTIES');
    expect(checkout.advance('NOTIFY_PARTIES', NOON)).toBe(true);
    expect([checkout.status, ...statuses(checkout)]).toEqual(['COMPLETED', 'DONE', 'DONE']);
  });

  test('is not moved by an answer that it does not wait for', () => {
    const checkout = reachedPayment();
    for (const step of ['VALIDATE_CUSTOMER', 'RESERVE_STOCK', 'CONFIRM_ORDER', 'NOTIFY_PARTIES'] as const) {
      expect(checkout.advance(step, NOON)).toBe(false);
      expect(checkout.fail(step, 'no')).toBe(false);
    }
    expect(checkout.running?.name).toBe('PROCESS_PAYMENT');
  });

  test('waits twice more for a late answer, the last time twice as long', () => {
    const checkout = begun();
    expect(checkout.isLate(later(TIMEOUT_MS - 1))).toBe(false);
    expect(checkout.isLate(later(TIMEOUT_MS))).toBe(true);
    expect(checkout.waitAgain(later(TIMEOUT_MS))).toBe(true);
    expect(checkout.deadlineAt).toEqual(later(2 * TIMEOUT_MS));
    expect(checkout.waitAgain(later(2 * TIMEOUT_MS))).toBe(true);
    expect(checkout.deadlineAt).toEqual(later(4 * TIMEOUT_MS));
    expect(checkout.waitAgain(later(4 * TIMEOUT_MS))).toBe(false);
    expect(checkout.step('VALIDATE_CUSTOMER')?.attempts).toBe(3);
  });

  test('gives its stock back when the order is cancelled, and still tells the parties', () => {
    const checkout = reachedPayment();
    checkout.claimPayment(NOON);
    expect(checkout.fail('PROCESS_PAYMENT', 'declined')).toBe(true);
    checkout.order.cancel('PAYMENT_DECLINED');
    checkout.undo('RESERVE_STOCK');
    checkout.compensate(NOON);
    expect(checkout.status).toBe('COMPENSATED');
    expect(statuses(checkout)).toEqual(['DONE', 'COMPENSATED', 'FAILED', 'PENDING', 'RUNNING']);
    expect(checkout.advance('NOTIFY_PARTIES', NOON)).toBe(true);
    expect(checkout.status).toBe('COMPENSATED');
  });
});

describe('the payment of a checkout', () => {
  test('is claimed by one worker until its lease ends', () => {
    const checkout = reachedPayment();
    expect(checkout.claimPayment(NOON)).toBe('CHARGE');
    expect(checkout.claimPayment(later(TIMEOUT_MS))).toBe(null);
    expect(checkout.claimPayment(later(1.5 * TIMEOUT_MS))).toBe('CHARGE');
    expect(checkout.step('PROCESS_PAYMENT')?.attempts).toBe(2);
  });

  test('needs no undoing before anybody asked for it', () => {
    const checkout = reachedPayment();
    expect(checkout.abandon('cancelled', NOON)).toBe(true);
    checkout.compensate(NOON);
    expect([checkout.status, checkout.paymentDueAt]).toEqual(['COMPENSATED', null]);
  });

  test('is in doubt when it is given up without an answer, and undone before all is compensated', () => {
    const checkout = reachedPayment();
    checkout.claimPayment(NOON);
    expect(checkout.abandon('silence', NOON)).toBe(true);
    expect(checkout.claimPayment(NOON)).toBe('UNDO');
    expect(checkout.status).toBe('COMPENSATING');
    expect(checkout.paymentUndone(true, NOON)).toBe(true);
    checkout.order.cancel('PAYMENT_TIMED_OUT');
    checkout.compensate(NOON);
    expect(checkout.status).toBe('COMPENSATED');
    expect(checkout.step('PROCESS_PAYMENT')?.status).toBe('COMPENSATED');
    expect(checkout.paymentUndone(true, NOON)).toBe(false);
  });

  test('that arrives after everything was undone is undone as well, once', () => {
    const checkout = reachedPayment();
    checkout.claimPayment(NOON);
    checkout.abandon('silence', NOON);
    checkout.order.cancel('BUYER_REQUEST');
    checkout.compensate(NOON);
    expect(checkout.paymentUndone(false, NOON)).toBe(true);
    expect(checkout.status).toBe('COMPENSATED');
    expect(checkout.takenTooLate(NOON)).toBe(true);
    expect(checkout.claimPayment(NOON)).toBe('UNDO');
    expect(checkout.paymentUndone(true, NOON)).toBe(true);
    expect(checkout.takenTooLate(NOON)).toBe(false);
  });
});

describe('a checkout that is stuck', () => {
  test('waits for nobody, and begins its step once more when it is retried', () => {
    const checkout = begun();
    checkout.waitAgain(NOON);
    checkout.park('A bug.', NOON);
    expect([checkout.status, checkout.stuckReason, checkout.stuckAt, checkout.deadlineAt]).toEqual(['STUCK', 'A bug.', NOON, null]);
    expect(checkout.retry(NOON)).toBe(true);
    expect([checkout.status, checkout.stuckReason, checkout.stuckAt]).toEqual(['RUNNING', null, null]);
    expect([checkout.running?.name, checkout.running?.attempts, checkout.deadlineAt]).toEqual(['VALIDATE_CUSTOMER', 1, later(TIMEOUT_MS)]);
    expect(checkout.retry(NOON)).toBe(false);
  });

  test('goes on with the answer that it waits for', () => {
    const checkout = begun();
    checkout.park('A bug.', NOON);
    expect(checkout.advance('VALIDATE_CUSTOMER', NOON)).toBe(true);
    expect([checkout.status, checkout.stuckAt, checkout.running?.name]).toEqual(['RUNNING', null, 'RESERVE_STOCK']);
  });

  test('asks for its payment again, and takes it once', () => {
    const checkout = reachedPayment();
    checkout.claimPayment(NOON);
    checkout.park('A bug.', NOON);
    expect(checkout.claimPayment(NOON)).toBe(null);
    checkout.retry(NOON);
    expect([checkout.claimPayment(NOON), checkout.attemptsToPay]).toEqual(['CHARGE', 2]);
  });

  test('at the last attempt to pay is given as many again when it is retried', () => {
    const checkout = reachedPayment();
    const exhausted = [1, 2, 3].map((attempt) => {
      checkout.claimPayment(later(attempt * 2 * TIMEOUT_MS));
      return checkout.isPaymentExhausted;
    });
    expect(exhausted).toEqual([false, false, true]);
    checkout.park('A bug.', NOON);
    checkout.retry(later(8 * TIMEOUT_MS));
    const again = [4, 5, 6].map((attempt) => {
      checkout.claimPayment(later(attempt * 2 * TIMEOUT_MS));
      return checkout.isPaymentExhausted;
    });
    expect([...again, checkout.attemptsToPay]).toEqual([false, false, true, 6]);
  });

  test.each(['retried', 'told that the parties know'])('while its money was to go back goes on giving it back when it is %s', (way) => {
    const checkout = reachedPayment();
    checkout.claimPayment(NOON);
    checkout.abandon('silence', NOON);
    checkout.order.cancel('BUYER_REQUEST');
    checkout.compensate(NOON);
    checkout.park('A bug.', NOON);
    expect(way === 'retried' ? checkout.retry(NOON) : checkout.advance('NOTIFY_PARTIES', NOON)).toBe(true);
    expect([checkout.status, checkout.claimPayment(NOON)]).toEqual(['COMPENSATING', 'UNDO']);
    checkout.paymentUndone(true, NOON);
    expect(checkout.status).toBe('COMPENSATED');
  });

  test('while its payment was to be undone is given up, and the payment is still undone', () => {
    const checkout = reachedPayment();
    checkout.claimPayment(NOON);
    checkout.abandon('silence', NOON);
    checkout.park('A bug.', NOON);
    expect(checkout.abandon('An operator gave it up.', NOON)).toBe(false);
    checkout.compensate(NOON);
    expect([checkout.status, checkout.stuckAt, checkout.claimPayment(NOON)]).toEqual(['COMPENSATING', null, 'UNDO']);
  });

  test('is none once it has ended', () => {
    const checkout = reachedPayment();
    checkout.advance('PROCESS_PAYMENT', NOON);
    checkout.advance('CONFIRM_ORDER', NOON);
    checkout.advance('NOTIFY_PARTIES', NOON);
    expect(checkout.park('A bug.', NOON)).toBe(false);
    expect([checkout.status, checkout.stuckAt]).toEqual(['COMPLETED', null]);
  });

  test('is given up like any other', () => {
    const checkout = reachedPayment();
    checkout.claimPayment(NOON);
    checkout.park('A bug.', NOON);
    expect(checkout.abandon('An operator gave it up.', NOON)).toBe(true);
    expect([checkout.status, checkout.stuckAt, checkout.claimPayment(NOON)]).toEqual(['COMPENSATING', null, 'UNDO']);
  });
});

describe('notice of the parties', () => {
  test('undoes nothing when it is late, and counts when it comes after all', () => {
    const checkout = reachedPayment();
    checkout.advance('PROCESS_PAYMENT', NOON);
    checkout.advance('CONFIRM_ORDER', NOON);
    expect(checkout.abandon('late', NOON)).toBe(false);
    checkout.giveUpNotifying(NOON);
    expect([checkout.status, checkout.step('NOTIFY_PARTIES')?.status, checkout.deadlineAt]).toEqual(['STUCK', 'FAILED', null]);
    expect(checkout.advance('NOTIFY_PARTIES', NOON)).toBe(true);
    expect([checkout.status, checkout.step('NOTIFY_PARTIES')?.lastError]).toEqual(['COMPLETED', null]);
  });
});

function begun(steps: readonly StepName[] = STEP_NAMES): Checkout {
  const line = {
    id: 'lin_1',
    sellerId: 'usr_2',
    productId: 'prd_1',
    variantId: 'var_1',
    productName: 'Tea bowl',
    variantName: null,
    quantity: 1,
    unitPriceMinorUnits: 100,
  };
  const order = Order.place(
    { id: 'ord_1', number: 'A-20261122-00001', buyerId: 'usr_1', currencyCode: 'EUR', placedAt: NOON },
    [line],
    () => 'sor_1',
  );
  return Checkout.begin({ id: 'sag_1', order, paymentMethodId: 'sandbox-approve', traceparent: '', timeoutMs: TIMEOUT_MS, steps }, NOON);
}

function reachedPayment(): Checkout {
  const checkout = begun();
  for (const step of ['VALIDATE_CUSTOMER', 'RESERVE_STOCK'] satisfies StepName[]) checkout.advance(step, NOON);
  return checkout;
}

function statuses(checkout: Checkout): string[] {
  return checkout.steps.map(({ status }) => status);
}
