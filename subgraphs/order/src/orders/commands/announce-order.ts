import type { EntityManager } from '@mikro-orm/postgresql';
import { announce, announceLive } from '@agora/platform/events/event-log';
import type { DataOf, EventType } from '@agora/schema/events/event';
import { OrderPlaced } from '@agora/schema/events/order';
import { entriesOf, type OrderChange } from '../feed.ts';
import type { Order } from '../model/order.ts';

/** Announces an event about a locked order, with an entry for those who follow the order or its buyer. */
export async function announceOrder<Data>(
  tx: EntityManager,
  order: Order,
  event: EventType<Data>,
  data: NoInfer<Data>,
  change: OrderChange,
): Promise<void> {
  await announce(tx, event, data, entriesOf(order, change));
}

/** Announces an order that is new, and answers the place of that in the feed of its buyer. */
export async function announceNewOrder(
  tx: EntityManager,
  order: Order,
  placed: DataOf<typeof OrderPlaced>,
  change: OrderChange,
): Promise<number> {
  const { seqs } = await announceLive(tx, OrderPlaced, placed, entriesOf(order, change));
  const [buyerSeq] = seqs;
  if (buyerSeq === undefined) throw new Error("An entry without its place in the buyer's feed.");
  return buyerSeq;
}
