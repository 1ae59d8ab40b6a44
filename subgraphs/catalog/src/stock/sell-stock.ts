import type { EntityManager } from '@mikro-orm/postgresql';
import { lockedReservation } from './locked-reservation.ts';
import { moveReserved } from './move-reserved.ts';
import { recordStock } from './record-stock.ts';

/** What a checkout set aside for an order is sold, and where none did, nothing; what is available stays the same. */
export async function sellStock(
  tx: EntityManager,
  { sagaId, orderId }: { readonly sagaId?: string | undefined; readonly orderId: string },
): Promise<void> {
  if (sagaId === undefined) return;
  const reservation = await lockedReservation(tx, sagaId);
  if (!reservation?.sell()) return;
  const stocks = await moveReserved(tx, reservation, (stock, { locationId, quantity }) => stock.sell(locationId, quantity, { orderId }));
  await recordStock(tx, stocks);
}
