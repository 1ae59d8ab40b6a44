import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import type { EntityManager } from '@mikro-orm/postgresql';
import { WishlistItem } from '../model/wishlist-item.ts';
import { sentences } from '../sentences.ts';
import { lockWishlists, ownItem } from './lock-wishlists.ts';
import { tellOfChange } from './tell-of-change.ts';

export interface Removed {
  readonly removedItemIds: readonly string[];
  readonly productId: string;
}

/** Takes a wish off its list. @throws NOT_FOUND. */
export async function removeItem(em: EntityManager, ownerId: string, itemId: string): Promise<Removed> {
  return removing(em, ownerId, async (tx) => [await ownItem(tx, ownerId, itemId)]);
}

/** Takes every wish for a product off the lists of somebody. @throws NOT_FOUND. */
export async function removeWishesFor(em: EntityManager, ownerId: string, productId: string): Promise<Removed> {
  return removing(em, ownerId, (tx) => tx.find(WishlistItem, { ownerId, productId }, { orderBy: { id: 'asc' } }));
}

async function removing(
  em: EntityManager,
  ownerId: string,
  find: (tx: EntityManager) => Promise<readonly WishlistItem[]>,
): Promise<Removed> {
  return transaction(em, async (tx) => {
    const all = await lockWishlists(tx, ownerId);
    const items = await find(tx);
    const [first] = items;
    if (!first) throw new Refusal('NOT_FOUND', sentences.noSuchWish, ['productId']);
    const at = new Date();
    for (const wishlist of all) if (items.some((item) => item.wishlist.id === wishlist.id)) wishlist.changed(at);
    for (const item of items) {
      tx.remove(item);
      await tellOfChange(tx, 'ITEM_REMOVED', item.wishlist, item.id);
    }
    return { removedItemIds: items.map(({ id }) => id), productId: first.productId };
  });
}
