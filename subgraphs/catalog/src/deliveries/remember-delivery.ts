import { run } from '@agora/platform/database/database';
import type { DataOf } from '@agora/schema/events/event';
import type { OrderDelivered } from '@agora/schema/events/order';
import type { EntityManager } from '@mikro-orm/postgresql';

/** Keeps what arrived with an order; lines of one variant are one delivery. */
export async function rememberDelivery(tx: EntityManager, delivered: DataOf<typeof OrderDelivered>): Promise<void> {
  const { orderId, buyerId, lines, deliveredAt } = delivered;
  await run(
    tx,
    `insert into delivery (order_id, variant_id, product_id, buyer_id, delivered_at)
     select $1, variant_id, product_id, $2, $3 from unnest($4::text[], $5::text[]) as line (variant_id, product_id)
     on conflict do nothing`,
    [orderId, buyerId, deliveredAt, lines.map(({ variantId }) => variantId), lines.map(({ productId }) => productId)],
  );
}
