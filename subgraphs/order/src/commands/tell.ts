import type { EntityManager } from '@mikro-orm/postgresql';
import { announceLive } from '@agora/platform/event-log';
import type { EventType } from '@agora/schema/events/event';
import { SagaProgressed } from '@agora/schema/events/order';
import { entriesOf, type Happening } from '../feed.ts';
import type { CheckoutSaga, StepName } from '../model/checkout-saga.ts';

/** Announces an event about an order, and tells those who follow the order or its buyer. Answers the entry's place in the buyer's feed. */
export async function tell<Data>(
  tx: EntityManager,
  saga: CheckoutSaga,
  event: EventType<Data>,
  data: NoInfer<Data>,
  happening: Happening,
): Promise<number> {
  const { seqs } = await announceLive(tx, event, data, entriesOf(saga, happening));
  const [buyerSeq] = seqs;
  if (buyerSeq === undefined) throw new Error("An entry without its place in the buyer's feed.");
  return buyerSeq;
}

/** As `tell`, where a step of the checkout moved and no event of its own says so. */
export async function tellProgress(tx: EntityManager, saga: CheckoutSaga, step: StepName, what: string): Promise<void> {
  const data = { orderId: saga.order.id, sagaId: saga.id, step, status: saga.step(step).status };
  await tell(tx, saga, SagaProgressed, data, { kind: 'SAGA_PROGRESSED', what });
}
