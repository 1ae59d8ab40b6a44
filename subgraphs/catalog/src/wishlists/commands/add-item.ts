import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { newId } from '@agora/platform/ids';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CatalogCode } from '../../codes.ts';
import { MAX_ITEMS, MAX_WISHES_FOR_PRODUCT, type WishChanges, WishlistItem } from '../model/wishlist-item.ts';
import { sentences } from '../sentences.ts';
import { defaultAmong, type Wisher } from './first-list.ts';
import { listIn, lockWishlists } from './lock-wishlists.ts';
import { lookAgain } from './look-again.ts';
import { endOf } from './places.ts';
import { tellOfChange } from './tell-of-change.ts';
import { wished } from './wished.ts';

export interface AddItem {
  /** Null for the default one. */
  readonly wishlistId: string | null;
  readonly productId: string;
  /** Null for any. */
  readonly variantId: string | null;
  readonly says: WishChanges;
}

/**
 * Puts a wish at the end of a list, and answers its id; of the same one that is there already, what is said is changed.
 * @throws NOT_FOUND for the list, and what `wished` says; LIMIT_REACHED.
 */
export async function addItem(em: EntityManager, wisher: Wisher, { wishlistId, productId, variantId, says }: AddItem): Promise<string> {
  return transaction(em, async (tx) => {
    const all = await lockWishlists(tx, wisher.ownerId);
    const wishlist = wishlistId === null ? await defaultAmong(tx, all, wisher) : listIn(all, wishlistId);
    const wish = await wished(tx, productId, variantId);
    const known = await tx.find(WishlistItem, { ownerId: wisher.ownerId, productId });
    const at = new Date();
    const same = known.find((item) => item.wishlist.id === wishlist.id && (item.variantId ?? null) === variantId);
    if (same) {
      if (same.change(says)) {
        wishlist.changed(at);
        await tellOfChange(tx, 'ITEM_UPDATED', wishlist, same.id);
      }
      return same.id;
    }
    const { count, place } = await endOf(tx, wishlist.id);
    refuseTooMany(count, known.length);
    const { quantity = 1, note = null, alerts = ['BACK_IN_STOCK'] } = says;
    const item = WishlistItem.of({ ...wish, id: newId('wsi'), wishlist, productId, place, quantity, note, alerts, addedAt: at });
    await tx.persist(item).flush();
    // Price and stock may have changed since they were read, by a transaction that did not see this wish.
    await lookAgain(tx, [productId]);
    wishlist.changed(at);
    await tellOfChange(tx, 'ITEM_ADDED', wishlist, item.id);
    return item.id;
  });
}

function refuseTooMany(onList: number, forProduct: number): void {
  if (onList >= MAX_ITEMS) throw new Refusal<CatalogCode>('LIMIT_REACHED', sentences.tooManyItems(MAX_ITEMS), ['wishlistId']);
  if (forProduct >= MAX_WISHES_FOR_PRODUCT)
    throw new Refusal<CatalogCode>('LIMIT_REACHED', sentences.wishedTooOften(MAX_WISHES_FOR_PRODUCT), ['productId']);
}
