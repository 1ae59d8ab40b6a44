import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type WishChanges, WishlistItem } from '../model/wishlist-item.ts';
import { sentences } from '../sentences.ts';
import { listIn, lockWishlists, ownItem } from './lock-wishlists.ts';
import { lookAgain } from './look-again.ts';
import { tellOfChange } from './tell-of-change.ts';
import { wished } from './wished.ts';

export interface UpdateItem {
  readonly ownerId: string;
  readonly itemId: string;
  /** Null for any; undefined where it stays. */
  readonly variantId?: string | null | undefined;
  readonly says: WishChanges;
}

/**
 * Changes what is said of a wish. For another variant, what it costs counts from now on.
 * @throws NOT_FOUND for the wish, and what `wished` says of another variant; INVALID where that is on the list already.
 */
export async function updateItem(em: EntityManager, { ownerId, itemId, variantId, says }: UpdateItem): Promise<void> {
  await transaction(em, async (tx) => {
    const all = await lockWishlists(tx, ownerId);
    const item = await ownItem(tx, ownerId, itemId);
    const isOther = variantId !== undefined && variantId !== (item.variantId ?? null);
    if (isOther) await wishForOther(tx, item, variantId);
    const isChanged = item.change(says);
    if (!isChanged && !isOther) return;
    const wishlist = listIn(all, item.wishlist.id);
    wishlist.changed(new Date());
    await tellOfChange(tx, 'ITEM_UPDATED', wishlist, item.id);
  });
}

async function wishForOther(tx: EntityManager, item: WishlistItem, variantId: string | null): Promise<void> {
  const { wishlist, productId } = item;
  if ((await tx.count(WishlistItem, { wishlist, productId, variantId })) > 0)
    throw new Refusal('INVALID', sentences.wishedAlready, ['variantId']);
  item.wishFor(await wished(tx, productId, variantId));
  await tx.flush();
  await lookAgain(tx, [productId]);
}
