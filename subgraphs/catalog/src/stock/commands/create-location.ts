import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { announce } from '@agora/platform/events/event-log';
import { newId } from '@agora/platform/ids';
import type { PostalAddress } from '@agora/platform/post/postal-address';
import { LocationChanged } from '@agora/schema/events/catalog';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CatalogCode } from '../../codes.ts';
import { StockLocation } from '../model/stock-location.ts';
import { sentences } from '../sentences.ts';
import { lockLocations } from './lock-locations.ts';
import { moveDefault } from './move-default.ts';

const MAX_LOCATIONS = 20;

export interface CreateLocation {
  readonly sellerId: string;
  readonly name: string;
  readonly address: PostalAddress | null;
  readonly isDefault: boolean;
}

/**
 * Adds a place where a seller keeps stock; the first one is the default. Answers its id.
 * @throws LIMIT_REACHED
 */
export async function createLocation(em: EntityManager, { sellerId, name, address, isDefault }: CreateLocation): Promise<string> {
  return transaction(em, async (tx) => {
    const all = await lockLocations(tx, sellerId);
    if (all.length >= MAX_LOCATIONS) throw new Refusal<CatalogCode>('LIMIT_REACHED', sentences.tooManyLocations(MAX_LOCATIONS));
    const location = StockLocation.of({ id: newId('loc'), sellerId, name, address, isDefault: all.length === 0, createdAt: new Date() });
    tx.persist(location);
    if (isDefault) await moveDefault(tx, all, location);
    await announce(tx, LocationChanged, { locationId: location.id, sellerId, change: 'CREATED' });
    return location.id;
  });
}
