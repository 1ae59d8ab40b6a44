import { lock } from '@agora/platform/database/advisory-lock';
import { Refusal } from '@agora/platform/errors';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Wishlist } from '../model/wishlist.ts';
import { WishlistItem } from '../model/wishlist-item.ts';
import { sentences } from '../sentences.ts';

/** All wishlists of somebody, oldest first; no other device changes one, or what is on it, until the transaction ends. */
export async function lockWishlists(tx: EntityManager, ownerId: string): Promise<Wishlist[]> {
  await lock(tx, `wishlists of ${ownerId}`);
  return tx.find(Wishlist, { ownerId }, { orderBy: { createdAt: 'asc', id: 'asc' } });
}

/** @throws NOT_FOUND where none of these lists has the id. */
export function listIn(all: readonly Wishlist[], wishlistId: string): Wishlist {
  const wishlist = all.find(({ id }) => id === wishlistId);
  if (!wishlist) throw new Refusal('NOT_FOUND', sentences.noSuchList, ['wishlistId']);
  return wishlist;
}

/** A wish that stands on one of the lists of its owner, which are locked. @throws NOT_FOUND. */
export async function ownItem(tx: EntityManager, ownerId: string, id: string): Promise<WishlistItem> {
  const item = await tx.findOne(WishlistItem, { id, ownerId });
  if (!item) throw new Refusal('NOT_FOUND', sentences.noSuchWish, ['itemId']);
  return item;
}
