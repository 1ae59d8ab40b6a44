import type { EntityManager } from '@mikro-orm/postgresql';
import { announce } from '@agora/platform/events/event-log';
import { StockReleased } from '@agora/schema/events/catalog';
import { StockReservation } from './model/stock-reservation.ts';
import { announceStock } from './announce-stock.ts';
import { lockedReservation } from './locked-reservation.ts';
import { lockedVariants } from './locked-variants.ts';

/**
 * What a checkout set aside for an order goes back on sale; where none did, nothing. An order that has not asked for its stock yet will get none when
 * it does.
 */
export async function releaseStock(
  tx: EntityManager,
  { sagaId, orderId }: { readonly sagaId?: string | undefined; readonly orderId: string },
): Promise<void> {
  if (sagaId === undefined) return;
  const reservation = await lockedReservation(tx, sagaId);
  if (!reservation) {
    tx.persist(StockReservation.releasedBeforehand({ sagaId, orderId, createdAt: new Date() }));
    return;
  }
  if (!reservation.release()) return;
  const quantities = reservation.quantities();
  const variants = await lockedVariants(tx, quantities.keys());
  for (const [id, variant] of variants) variant.release(quantities.get(id) ?? 0);
  await announce(tx, StockReleased, { orderId, sagaId });
  for (const [id, variant] of variants) await announceStock(tx, variant, { operation: 'INCREASE', quantity: quantities.get(id) ?? 0 });
}
