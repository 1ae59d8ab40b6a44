import type { EntityManager } from '@mikro-orm/postgresql';
import type { EventType } from '@agora/schema/events/event';
import { SagaProgressed } from '@agora/schema/events/order';
import { announceOrder } from '../../orders/commands/announce-order.ts';
import type { OrderChange } from '../../orders/feed.ts';
import { viewOf } from '../checkout-view.ts';
import type { Checkout, StepName } from '../model/checkout.ts';
import type { CheckoutKey } from './lock-checkout.ts';

/** A step that moved, and what is said of it to those who follow the order. */
export interface Progress {
  readonly step: StepName;
  /** `stock.reserved` */
  readonly what: string;
  /** In the words of whoever caused it. */
  readonly note?: string | undefined;
}

/** What each event about a checkout says of it. */
export function keyOf({ id, order }: Checkout): CheckoutKey {
  return { orderId: order.id, sagaId: id };
}

/** Announces an event about a checkout, whose order is locked. */
export async function announceCheckout<Data>(
  tx: EntityManager,
  checkout: Checkout,
  event: EventType<Data>,
  data: NoInfer<Data>,
  change: OrderChange,
): Promise<void> {
  await announceOrder(tx, checkout.order, event, data, { ...change, checkout: viewOf(checkout) });
}

/** Where a step moved and no event of its own says so. */
export async function announceProgress(tx: EntityManager, checkout: Checkout, { step, ...said }: Progress): Promise<void> {
  const status = checkout.step(step)?.status;
  if (!status) throw new Error(`A checkout without the step ${step}.`);
  await announceCheckout(tx, checkout, SagaProgressed, { ...keyOf(checkout), step, status }, { kind: 'SAGA_PROGRESSED', ...said });
}
