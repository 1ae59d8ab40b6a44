import { run } from '@agora/platform/database/database';
import type { DataOf } from '@agora/schema/events/event';
import type { OrderConfirmed } from '@agora/schema/events/order';
import type { EntityManager } from '@mikro-orm/postgresql';

/** Keeps what was bought with an order; lines of one product are one purchase. */
export async function rememberPurchase(tx: EntityManager, { orderId, buyerId, lines }: DataOf<typeof OrderConfirmed>): Promise<void> {
  await run(
    tx,
    `insert into purchase (order_id, product_id, buyer_id, units)
     select $1, product_id, $2, sum(quantity)
     from unnest($3::text[], $4::int[]) as line (product_id, quantity) group by product_id
     on conflict do nothing`,
    [orderId, buyerId, lines.map(({ productId }) => productId), lines.map(({ quantity }) => quantity)],
  );
}
