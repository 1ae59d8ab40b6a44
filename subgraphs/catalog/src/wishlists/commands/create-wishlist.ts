import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { newId } from '@agora/platform/ids';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CatalogCode } from '../../codes.ts';
import { MAX_WISHLISTS, Wishlist } from '../model/wishlist.ts';
import { sentences } from '../sentences.ts';
import { defaultAmong, type Wisher } from './first-list.ts';
import { lockWishlists } from './lock-wishlists.ts';
import { tellOfChange } from './tell-of-change.ts';

/**
 * Makes another wishlist, beside the default one, and answers its id.
 * @throws LIMIT_REACHED
 */
export async function createWishlist(em: EntityManager, wisher: Wisher, name: string): Promise<string> {
  const { ownerId } = wisher;
  return transaction(em, async (tx) => {
    const all = await lockWishlists(tx, ownerId);
    if (all.length >= MAX_WISHLISTS) throw new Refusal<CatalogCode>('LIMIT_REACHED', sentences.tooManyLists(MAX_WISHLISTS));
    await defaultAmong(tx, all, wisher);
    const wishlist = Wishlist.of({ id: newId('wsl'), ownerId, name, isDefault: false, createdAt: new Date() });
    tx.persist(wishlist);
    await tellOfChange(tx, 'CREATED', wishlist);
    return wishlist.id;
  });
}
