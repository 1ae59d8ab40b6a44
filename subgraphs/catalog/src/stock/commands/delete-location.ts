import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { announce } from '@agora/platform/events/event-log';
import { text } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import type { Actor } from '@agora/platform/security/actor';
import { LocationChanged } from '@agora/schema/events/catalog';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CatalogCode } from '../../codes.ts';
import { sentences } from '../sentences.ts';
import { lockLocation } from './lock-locations.ts';

/**
 * Removes a place that holds no stock; the ledger goes on naming it.
 * @throws NOT_FOUND; IN_USE for the default, and where there is stock.
 */
export async function deleteLocation(em: EntityManager, stockLocationId: string, by: Actor): Promise<void> {
  await transaction(em, async (tx) => {
    const { location } = await lockLocation(tx, stockLocationId, by);
    if (location.isDefault) throw new Refusal<CatalogCode>('IN_USE', sentences.defaultStays, ['stockLocationId']);
    if ((await unitsAt(tx, [stockLocationId])).length > 0)
      throw new Refusal<CatalogCode>('IN_USE', sentences.holdsStock, ['stockLocationId']);
    location.remove(new Date());
    await announce(tx, LocationChanged, { locationId: location.id, sellerId: location.sellerId, change: 'REMOVED' });
  });
}

/** Of variants that are gone nothing is left there. */
const unitsAt = statement(
  { variantId: text('variant_id') },
  (columns) => `select ${columns} from stock_level join product_variant on product_variant.id = variant_id
    where location_id = $1 and stock_level.on_hand > 0 limit 1`,
);
