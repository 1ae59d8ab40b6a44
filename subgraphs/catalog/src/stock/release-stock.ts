import type { EntityManager } from '@mikro-orm/postgresql';
import { announce } from '@agora/platform/events/event-log';
import { StockReleased } from '@agora/schema/events/catalog';
import { StockReservation } from './model/stock-reservation.ts';
import { lockedReservation } from './locked-reservation.ts';
import { moveReserved } from './move-reserved.ts';
import { recordStock } from './record-stock.ts';

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
  const stocks = await moveReserved(tx, reservation, (stock, { locationId, quantity }) => stock.release(locationId, quantity, { orderId }));
  await announce(tx, StockReleased, { orderId, sagaId });
  await recordStock(tx, stocks);
}
