import { Refusal } from '@agora/platform/errors';
import { text } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import { type Actor, isAdmin } from '@agora/platform/security/actor';
import type { EntityManager } from '@mikro-orm/postgresql';
import { defaultLocation } from '../default-location.ts';
import { type LockedStock, lockStocks } from '../lock-stocks.ts';
import type { KnownLocation } from '../model/variant-stock.ts';
import { lockNamed } from '../named-locations.ts';
import { sentences } from '../sentences.ts';
import { refuse } from './refuse.ts';

/** A variant, and where its units are to move; its seller's default location where that is null. */
export interface Wanted {
  readonly variantId: string;
  readonly stockLocationId: string | null;
  /** Where the input says the variant, and the location. */
  readonly fields: { readonly variantId: readonly string[]; readonly stockLocationId: readonly string[] };
}

export interface Place {
  readonly locked: LockedStock;
  readonly location: KnownLocation;
}

/**
 * Locks what somebody wants to move: of a seller their own, of an administrator anybody's. Locations are held before stock, as by whoever
 * closes one.
 * @throws NOT_FOUND, for all that are not there.
 */
export async function lockPlaces<Each extends Wanted>(tx: EntityManager, wanted: readonly Each[], by: Actor): Promise<(Each & Place)[]> {
  const variants = await sellersOf(tx, [wanted.map(({ variantId }) => variantId)]);
  const sellers = new Map(variants.flatMap(({ id, sellerId }) => (sellerId === by.id || isAdmin(by) ? [[id, sellerId]] : [])));
  refuse(
    wanted
      .filter(({ variantId }) => !sellers.has(variantId))
      .map(({ fields }) => ({ code: 'NOT_FOUND', message: sentences.noSuchVariant, field: fields.variantId })),
  );
  const locationOf = await lockLocations(tx, wanted, sellers);
  refuse(
    wanted
      .filter((each) => !locationOf(each))
      .map(({ fields }) => ({ code: 'NOT_FOUND', message: sentences.noSuchLocation, field: fields.stockLocationId })),
  );
  const stocks = await lockStocks(tx, sellers.keys());
  return wanted.map((each) => {
    const [locked, location] = [stocks.get(each.variantId), locationOf(each)];
    if (!locked || !location) throw new Refusal('NOT_FOUND', sentences.noSuchVariant, each.fields.variantId);
    return { ...each, locked, location };
  });
}

async function lockLocations(tx: EntityManager, wanted: readonly Wanted[], sellers: ReadonlyMap<string, string>) {
  const named = new Map(
    (await lockNamed(tx, [wanted.flatMap(({ stockLocationId }) => stockLocationId ?? [])])).map((row) => [row.id, row]),
  );
  const defaults = new Map<string, KnownLocation>();
  for (const { variantId, stockLocationId } of wanted) {
    const sellerId = sellers.get(variantId);
    if (stockLocationId === null && sellerId !== undefined && !defaults.has(sellerId))
      defaults.set(sellerId, await defaultLocation(tx, sellerId));
  }
  return ({ variantId, stockLocationId }: Wanted): KnownLocation | undefined => {
    const sellerId = sellers.get(variantId);
    if (stockLocationId === null) return defaults.get(sellerId ?? '');
    const location = named.get(stockLocationId);
    return location?.sellerId === sellerId ? location : undefined;
  };
}

const sellersOf = statement(
  { id: text('id'), sellerId: text('seller_id') },
  (columns) => `select ${columns} from product_variant where id = any($1::text[])`,
);
