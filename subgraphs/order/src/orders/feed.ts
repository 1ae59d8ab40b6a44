import type { LiveEntry } from '@agora/platform/events/event-log';
import * as z from 'zod';
import { CANCELLATION_REASONS, type Order, ORDER_STATUSES } from './model/order.ts';

/** The live feed of all of somebody's orders. */
export function feedOfBuyer(userId: string): string {
  return `buyer:${userId}`;
}

/** The live feed of one order; kept, it is the order's history. */
export function feedOfOrder(orderId: string): string {
  return `order:${orderId}`;
}

const ENTRY_KINDS = ['CREATED', 'STATUS_CHANGED', 'PAYMENT_CHANGED', 'SAGA_PROGRESSED'] as const;

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
  /** How its checkout stood, where that has part in the change; what it says beside its id is the checkout's affair. */
  saga: z.looseObject({ id: z.string() }).optional(),
});
export type OrderEntry = z.output<typeof OrderEntry>;

/** What happened to an order, for those who follow it. */
export interface OrderChange {
  readonly kind: OrderEntry['kind'];
  readonly what: string;
  readonly actorId?: string | undefined;
  readonly note?: string | null | undefined;
  /** How its checkout stands after the change, where that has part in it. */
  readonly checkout?: OrderEntry['saga'];
}

/** The entries for the buyer's feed and the order's, in this order. */
export function entriesOf(order: Order, { kind, what, actorId, note, checkout }: OrderChange): LiveEntry[] {
  const payload: OrderEntry = {
    kind,
    orderId: order.id,
    what,
    actorId: actorId ?? null,
    note: note ?? null,
    status: order.status,
    cancellationReason: order.cancellationReason ?? null,
    ...(checkout && { saga: checkout }),
  };
  return [feedOfBuyer(order.buyerId), feedOfOrder(order.id)].map((feed) => ({ feed, payload }));
}
