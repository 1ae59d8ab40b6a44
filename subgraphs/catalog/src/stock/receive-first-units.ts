import type { EntityManager } from '@mikro-orm/postgresql';
import { type Problem, refuseAll } from '@agora/platform/errors';
import type { CatalogCode } from '../codes.ts';
import { defaultLocation } from './default-location.ts';
import { type KnownLocation, type VariantIds, VariantStock } from './model/variant-stock.ts';
import { lockNamed } from './named-locations.ts';
import { sentences } from './sentences.ts';
import { writeStock } from './write-stock.ts';

export interface FirstUnits {
  readonly variant: VariantIds;
  readonly quantity: number;
  /** The default location of its seller where absent. */
  readonly stockLocationId?: string | null;
}

interface By {
  readonly actorId: string;
  /** Where the input says the location. */
  readonly fieldOf: (index: number) => string[];
}

/**
 * Puts the first units of variants, which the transaction has just written, where their seller keeps stock. Nobody can have seen
 * these variants without, so that nothing is announced.
 * @throws NOT_FOUND for a location that is not the seller's.
 */
export async function receiveFirstUnits(tx: EntityManager, units: readonly FirstUnits[], by?: By): Promise<void> {
  const locationOf = await placesOf(tx, units, by);
  const stocks: VariantStock[] = [];
  for (const each of units) {
    if (each.quantity === 0) continue;
    const stock = new VariantStock(each.variant, []);
    stock.change(await locationOf(each), 'RECEIVED', each.quantity, by ? { actorId: by.actorId } : {});
    stocks.push(stock);
  }
  writeStock(tx, stocks);
}

async function placesOf(tx: EntityManager, units: readonly FirstUnits[], by: By | undefined) {
  const wanted = units.flatMap(({ stockLocationId }) => stockLocationId ?? []);
  const named = new Map(wanted.length > 0 ? (await lockNamed(tx, [wanted])).map((location) => [location.id, location]) : []);
  refuseAll<CatalogCode>(
    units.flatMap(({ variant, stockLocationId }, index): Problem<CatalogCode>[] =>
      stockLocationId == null || named.get(stockLocationId)?.sellerId === variant.sellerId
        ? []
        : [{ code: 'NOT_FOUND', message: sentences.noSuchLocation, ...(by && { field: by.fieldOf(index) }) }],
    ),
  );
  const defaults = new Map<string, KnownLocation>();
  return async ({ variant: { sellerId }, stockLocationId }: FirstUnits): Promise<KnownLocation> => {
    const location = named.get(stockLocationId ?? '') ?? defaults.get(sellerId) ?? (await defaultLocation(tx, sellerId));
    if (stockLocationId == null) defaults.set(sellerId, location);
    return location;
  };
}
