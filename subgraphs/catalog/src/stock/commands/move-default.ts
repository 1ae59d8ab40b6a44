import type { EntityManager } from '@mikro-orm/postgresql';
import type { StockLocation } from '../model/stock-location.ts';

/** From now on units go there when no place is said; false where they did already. The old default gives way before, for there is one at any time. */
export async function moveDefault(tx: EntityManager, all: readonly StockLocation[], to: StockLocation): Promise<boolean> {
  if (to.isDefault) return false;
  for (const location of all) location.beDefault(false);
  await tx.flush();
  return to.beDefault(true);
}
