import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sentences } from '../sentences.ts';
import { listIn, lockWishlists } from './lock-wishlists.ts';
import { tellOfChange } from './tell-of-change.ts';

/**
 * Removes a wishlist with what is on it.
 * @throws NOT_FOUND; CONFLICT for the default one.
 */
export async function deleteWishlist(em: EntityManager, ownerId: string, wishlistId: string): Promise<void> {
  await transaction(em, async (tx) => {
    const wishlist = listIn(await lockWishlists(tx, ownerId), wishlistId);
    if (wishlist.isDefault) throw new Refusal('CONFLICT', sentences.defaultStays, ['wishlistId']);
    tx.remove(wishlist);
    await tellOfChange(tx, 'DELETED', wishlist);
  });
}
