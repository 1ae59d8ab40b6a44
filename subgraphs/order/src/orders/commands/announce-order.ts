import type { EntityManager } from '@mikro-orm/postgresql';
import { announceLive } from '@agora/platform/events/event-log';
import type { EventType } from '@agora/schema/events/event';
import { entriesOf, type OrderChange } from '../feed.ts';
import type { Order } from '../model/order.ts';

/**
 * Announces an event about a locked order, with an entry for those who follow the order or its buyer. Answers the entry's
 * place in the buyer's feed.
 */
export async function announceOrder<Data>(
  tx: EntityManager,
  order: Order,
  event: EventType<Data>,
  data: NoInfer<Data>,
  change: OrderChange,
): Promise<number> {
  const { seqs } = await announceLive(tx, event, data, entriesOf(order, change));
  const [buyerSeq] = seqs;
  if (buyerSeq === undefined) throw new Error("An entry without its place in the buyer's feed.");
  return buyerSeq;
}
