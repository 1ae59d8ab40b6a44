import type { EntityManager } from '@mikro-orm/postgresql';
import { defaultLocation } from './default-location.ts';
import { type VariantIds, VariantStock } from './model/variant-stock.ts';
import { writeStock } from './write-stock.ts';

export interface FirstUnits {
  readonly variant: VariantIds;
  readonly quantity: number;
}

/**
 * Puts the first units of variants, which the transaction has just written, into the default locations of their sellers. Nobody can have seen
 * these variants without, so that nothing is announced.
 */
export async function receiveFirstUnits(tx: EntityManager, units: readonly FirstUnits[], actorId?: string): Promise<void> {
  const cause = actorId === undefined ? {} : { actorId };
  const received = Map.groupBy(
    units.filter(({ quantity }) => quantity > 0),
    ({ variant }) => variant.sellerId,
  );
  for (const [sellerId, theirs] of received) {
    const location = await defaultLocation(tx, sellerId);
    const stocks = theirs.map(({ variant, quantity }) => {
      const stock = new VariantStock(variant, []);
      stock.change(location, 'RECEIVED', quantity, cause);
      return stock;
    });
    writeStock(tx, stocks);
  }
}
