import type { EntityManager } from '@mikro-orm/postgresql';
import { lockedReservation } from './locked-reservation.ts';
import { lockedVariants } from './locked-variants.ts';

/** What a checkout set aside for an order is sold, and where none did, nothing; what is available stays the same. */
export async function sellStock(tx: EntityManager, { sagaId }: { readonly sagaId?: string | undefined }): Promise<void> {
  if (sagaId === undefined) return;
  const reservation = await lockedReservation(tx, sagaId);
  if (!reservation?.sell()) return;
  const quantities = reservation.quantities();
  for (const [id, variant] of await lockedVariants(tx, quantities.keys())) variant.sell(quantities.get(id) ?? 0);
}
