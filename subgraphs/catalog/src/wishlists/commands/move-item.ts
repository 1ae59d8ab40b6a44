import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CatalogCode } from '../../codes.ts';
import type { Wishlist } from '../model/wishlist.ts';
import { MAX_ITEMS, WishlistItem } from '../model/wishlist-item.ts';
import { sentences } from '../sentences.ts';
import { listIn, lockWishlists, ownItem } from './lock-wishlists.ts';
import { endOf, placeAt } from './places.ts';
import { tellOfChange } from './tell-of-change.ts';

export interface MoveItem {
  readonly ownerId: string;
  readonly itemId: string;
  /** Null for the list that it is on. */
  readonly wishlistId: string | null;
  /** How many are before it there; null where it is the last. */
  readonly position: number | null;
}

/**
 * Moves a wish to another place, on its list or another one. A wish for the same that is there already gives way.
 * @throws NOT_FOUND; LIMIT_REACHED.
 */
export async function moveItem(em: EntityManager, { ownerId, itemId, wishlistId, position }: MoveItem): Promise<void> {
  await transaction(em, async (tx) => {
    const all = await lockWishlists(tx, ownerId);
    const item = await ownItem(tx, ownerId, itemId);
    const from = listIn(all, item.wishlist.id);
    const to = wishlistId === null ? from : listIn(all, wishlistId);
    const at = new Date();
    if (to !== from) await makeRoom(tx, to, item);
    item.move(to, position === null ? (await endOf(tx, to.id)).place : await placeAt(tx, to.id, itemId, position));
    to.changed(at);
    if (to === from) return tellOfChange(tx, 'UPDATED', to);
    from.changed(at);
    await tellOfChange(tx, 'ITEM_REMOVED', from, itemId);
    await tellOfChange(tx, 'ITEM_ADDED', to, itemId);
  });
}

async function makeRoom(tx: EntityManager, to: Wishlist, { productId, variantId = null }: WishlistItem): Promise<void> {
  const same = await tx.findOne(WishlistItem, { wishlist: to, productId, variantId });
  if (!same) {
    const { count } = await endOf(tx, to.id);
    if (count >= MAX_ITEMS) throw new Refusal<CatalogCode>('LIMIT_REACHED', sentences.tooManyItems(MAX_ITEMS), ['wishlistId']);
    return;
  }
  await tx.remove(same).flush();
  await tellOfChange(tx, 'ITEM_REMOVED', to, same.id);
}
