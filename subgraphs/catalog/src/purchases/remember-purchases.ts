import { run } from '@agora/platform/database/database';
import type { Happened } from '@agora/platform/events/consumer';
import type { DataOf } from '@agora/schema/events/event';
import type { OrderConfirmed } from '@agora/schema/events/order';
import type { EntityManager } from '@mikro-orm/postgresql';

/** Keeps what was bought with orders; lines of one product in an order are one purchase. */
export async function rememberPurchases(tx: EntityManager, confirmed: readonly Happened<DataOf<typeof OrderConfirmed>>[]): Promise<void> {
  const bought = confirmed.flatMap(({ data: { orderId, buyerId, lines }, occurredAt }) =>
    lines.map(({ productId, quantity }) => ({ orderId, buyerId, productId, quantity, occurredAt })),
  );
  await run(
    tx,
    `insert into purchase (order_id, product_id, buyer_id, units, sold_at)
     select order_id, product_id, min(buyer_id), sum(quantity), min(sold_at)
     from unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::timestamptz[]) as line (order_id, product_id, buyer_id, quantity, sold_at)
     group by order_id, product_id order by order_id, product_id on conflict do nothing`,
    [
      bought.map(({ orderId }) => orderId),
      bought.map(({ productId }) => productId),
      bought.map(({ buyerId }) => buyerId),
      bought.map(({ quantity }) => quantity),
      bought.map(({ occurredAt }) => occurredAt),
    ],
  );
}
