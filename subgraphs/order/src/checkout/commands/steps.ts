import type { EntityManager } from '@mikro-orm/postgresql';
import { announce } from '@agora/platform/events/event-log';
import { OrderPlaced, StockRequested } from '@agora/schema/events/order';
import { confirmOrder } from '../../orders/commands/confirm-order.ts';
import { factsOf } from '../../orders/commands/order-facts.ts';
import type { CancellationReason } from '../../orders/model/order.ts';
import { viewOf } from '../checkout-view.ts';
import type { Checkout, StepName } from '../model/checkout.ts';
import { announceCheckout, announceProgress, keyOf, type Progress } from './announce-checkout.ts';

export interface CheckoutStep {
  /**
   * Asks for the step, the first time or again, and announces the progress that led to it; that is null where another event
   * has announced it already.
   */
  readonly request: (tx: EntityManager, checkout: Checkout, progress: Progress | null) => Promise<void>;
  /** What those who follow the order are told of a success; absent where nobody needs to answer. */
  readonly success?: string;
  /** What a failure makes of the order; absent where the step cannot fail. */
  readonly failure?: { readonly error: string; readonly reason: CancellationReason };
  /** Why the order is cancelled when nobody answers; null where silence undoes nothing. */
  readonly timeout: CancellationReason | null;
  /** Undoes it when the order is cancelled. */
  readonly compensate?: (checkout: Checkout, at: Date) => void;
}

/** The steps that a checkout begins with. One that began with others walks those. */
export const CHECKOUT: readonly StepName[] = ['VALIDATE_CUSTOMER', 'RESERVE_STOCK', 'PROCESS_PAYMENT', 'CONFIRM_ORDER', 'NOTIFY_PARTIES'];

/** Every step that a stored checkout may have: one that new checkouts go without stays until the last checkout with it has ended. */
const STEPS: Readonly<Record<StepName, CheckoutStep>> = {
  /** order.placed asks user. */
  VALIDATE_CUSTOMER: {
    request: placeAgain,
    success: 'customer.validated',
    failure: { error: 'The account may not buy.', reason: 'CUSTOMER_INVALID' },
    timeout: 'SAGA_TIMED_OUT',
  },

  /** order.stock.requested asks catalog, which gives the stock back when it hears of order.cancelled. */
  RESERVE_STOCK: {
    request: requestStock,
    success: 'stock.reserved',
    failure: { error: 'Not everything is in stock.', reason: 'OUT_OF_STOCK' },
    timeout: 'SAGA_TIMED_OUT',
    compensate: (checkout) => checkout.undo('RESERVE_STOCK'),
  },

  /** A worker asks the payment provider, once the step runs. */
  PROCESS_PAYMENT: {
    request: announceOnly,
    success: 'payment.approved',
    failure: { error: 'The provider declined.', reason: 'PAYMENT_DECLINED' },
    timeout: 'PAYMENT_TIMED_OUT',
    compensate: (checkout, at) => checkout.undoPayment(at),
  },

  /** At once. */
  CONFIRM_ORDER: {
    request: confirm,
    timeout: 'SAGA_TIMED_OUT',
  },

  /** order.confirmed or order.cancelled asks notification; neither is announced again, because the parties would be told twice. */
  NOTIFY_PARTIES: {
    request: announceOnly,
    success: 'parties.notified',
    timeout: null,
  },
};

/** @throws for a step that only another version knows. */
export function stepOf(name: StepName): CheckoutStep {
  if (!Object.hasOwn(STEPS, name)) throw new Error(`This version knows no step ${name}.`);
  return STEPS[name];
}

/** @throws for a step that nobody answers. */
export function successOf(name: StepName): string {
  const { success } = stepOf(name);
  if (success === undefined) throw new Error(`Nobody answers ${name}.`);
  return success;
}

/** @throws for a step that cannot fail. */
export function failureOf(name: StepName): NonNullable<CheckoutStep['failure']> {
  const { failure } = stepOf(name);
  if (!failure) throw new Error(`${name} cannot fail.`);
  return failure;
}

/** Asks for the step that has begun to run, if any is left. */
export async function requestRunning(tx: EntityManager, checkout: Checkout, progress: Progress | null): Promise<void> {
  const { running } = checkout;
  if (running) await stepOf(running.name).request(tx, checkout, progress);
  else await announceOnly(tx, checkout, progress);
}

async function announceOnly(tx: EntityManager, checkout: Checkout, progress: Progress | null): Promise<void> {
  if (progress) await announceProgress(tx, checkout, progress);
}

async function placeAgain(tx: EntityManager, checkout: Checkout, progress: Progress | null): Promise<void> {
  if (!progress) return;
  const placed = { ...(await factsOf(checkout.order)), ...keyOf(checkout), placedAt: checkout.order.placedAt.toISOString() };
  await announceCheckout(tx, checkout, OrderPlaced, placed, changeOf(progress));
}

async function requestStock(tx: EntityManager, checkout: Checkout, progress: Progress | null): Promise<void> {
  const { lines } = await factsOf(checkout.order);
  const request = { ...keyOf(checkout), lines: lines.map(({ variantId, quantity }) => ({ variantId, quantity })) };
  if (progress) await announceCheckout(tx, checkout, StockRequested, request, changeOf(progress));
  else await announce(tx, StockRequested, request);
}

async function confirm(tx: EntityManager, checkout: Checkout, progress: Progress | null): Promise<void> {
  await announceOnly(tx, checkout, progress);
  checkout.advance('CONFIRM_ORDER', new Date());
  if (!(await confirmOrder(tx, checkout.order, viewOf(checkout)))) throw new Error('The order ended while its checkout went on.');
  await requestRunning(tx, checkout, null);
}

function changeOf({ what, note }: Progress) {
  return { kind: 'SAGA_PROGRESSED' as const, what, note };
}
