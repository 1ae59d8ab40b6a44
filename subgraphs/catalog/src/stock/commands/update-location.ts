import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { announce } from '@agora/platform/events/event-log';
import { demandVersion } from '@agora/platform/input/expected-version';
import { text } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import type { Actor } from '@agora/platform/security/actor';
import { LocationChanged } from '@agora/schema/events/catalog';
import type { EntityManager } from '@mikro-orm/postgresql';
import { lockStocks } from '../lock-stocks.ts';
import type { LocationChanges, StockLocation } from '../model/stock-location.ts';
import { recordStock } from '../record-stock.ts';
import { sentences } from '../sentences.ts';
import { lockLocation } from './lock-locations.ts';
import { moveDefault } from './move-default.ts';

export interface UpdateLocation extends LocationChanges {
  readonly stockLocationId: string;
  /** What is absent stays. */
  readonly isDefault: boolean | undefined;
  readonly expectedVersion: number | null;
}

/**
 * Changes a place where a seller keeps stock. Closed or opened, what is there cannot be sold any more, or can again.
 * @throws NOT_FOUND; VERSION_MISMATCH; CONFLICT for the only active one that would be closed, and the default that would be it no more.
 */
export async function updateLocation(em: EntityManager, wanted: UpdateLocation, by: Actor): Promise<void> {
  const { stockLocationId, name, address, isDefault, isActive, expectedVersion } = wanted;
  await transaction(em, async (tx) => {
    const { location, all } = await lockLocation(tx, stockLocationId, by);
    demandVersion(location, expectedVersion);
    if (isActive === false && isOnlyActive(location, all)) throw new Refusal('CONFLICT', sentences.lastActive, ['isActive']);
    if (isDefault === false && location.isDefault) throw new Refusal('CONFLICT', sentences.needsDefault, ['isDefault']);

    const wasActive = location.isActive;
    const isChanged = location.change({ name, address, isActive });
    const isMoved = isDefault === true && (await moveDefault(tx, all, location));
    if (!isChanged && !isMoved) return;
    if (location.isActive !== wasActive) await countAgain(tx, location.id);
    await announce(tx, LocationChanged, { locationId: location.id, sellerId: location.sellerId, change: 'UPDATED' });
  });
}

function isOnlyActive(location: StockLocation, all: readonly StockLocation[]): boolean {
  return location.isActive && all.every((each) => each === location || !each.isActive);
}

/** What can be sold of the variants there is counted, and told, anew. */
async function countAgain(tx: EntityManager, locationId: string): Promise<void> {
  await tx.flush();
  const there = await variantsAt(tx, [locationId]);
  const stocks = await lockStocks(
    tx,
    there.map(({ variantId }) => variantId),
  );
  await recordStock(tx, [...stocks.values()]);
}

const variantsAt = statement(
  { variantId: text('variant_id') },
  (columns) => `select ${columns} from stock_level where location_id = $1 and on_hand > 0`,
);
