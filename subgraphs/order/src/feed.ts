import type { LiveEntry } from '@agora/platform/event-log';
import * as z from 'zod';
import { type CheckoutSaga, SAGA_STATUSES, STEP_STATUSES, STEPS } from './model/checkout-saga.ts';
import { CANCELLATION_REASONS, ORDER_STATUSES } from './model/order.ts';

/** The live feed of all of somebody's orders. */
export function feedOfBuyer(userId: string): string {
  return `buyer:${userId}`;
}

/** The live feed of one order; kept, it is the order's history. */
export function feedOfOrder(orderId: string): string {
  return `order:${orderId}`;
}

const ENTRY_KINDS = ['CREATED', 'STATUS_CHANGED', 'PAYMENT_CHANGED', 'SAGA_PROGRESSED'] as const;

/** How a checkout stood. */
export const SagaView = z.object({
  id: z.string(),
  status: z.enum(SAGA_STATUSES),
  steps: z
    .array(
      z.object({
        name: z.enum(STEPS),
        status: z.enum(STEP_STATUSES),
        attempts: z.int(),
        lastError: z.string().nullable(),
        completedAt: z.string().nullable(),
      }),
    )
    .readonly(),
});
export type SagaView = z.output<typeof SagaView>;

/** What the feeds say of a change: what it was, and how the order stood right after it. */
export const OrderEntry = z.object({
  kind: z.enum(ENTRY_KINDS),
  orderId: z.string(),
  /** `payment.approved` */
  what: z.string(),
  /** Null for the marketplace itself. */
  actorId: z.string().nullable(),
  /** In the actor's words. */
  note: z.string().nullable(),
  status: z.enum(ORDER_STATUSES),
  cancellationReason: z.enum(CANCELLATION_REASONS).nullable(),
  saga: SagaView,
});
export type OrderEntry = z.output<typeof OrderEntry>;

/** What happened to an order, for those who follow it. */
export interface Happening {
  readonly kind: OrderEntry['kind'];
  readonly what: string;
  readonly actorId?: string;
  readonly note?: string | null;
}

/** The entries for the buyer's feed and the order's, in this order. */
export function entriesOf(saga: CheckoutSaga, { kind, what, actorId = undefined, note = null }: Happening): LiveEntry[] {
  const { order, id, status, steps } = saga;
  const payload: OrderEntry = {
    kind,
    orderId: order.id,
    what,
    actorId: actorId ?? null,
    note,
    status: order.status,
    cancellationReason: order.cancellationReason ?? null,
    saga: { id, status, steps },
  };
  return [feedOfBuyer(order.buyerId), feedOfOrder(order.id)].map((feed) => ({ feed, payload }));
}
