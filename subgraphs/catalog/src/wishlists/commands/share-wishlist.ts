import { transaction } from '@agora/platform/database/database';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { ShareLinks } from '../share-links.ts';
import { listIn, lockWishlists } from './lock-wishlists.ts';
import { tellOfChange } from './tell-of-change.ts';

export interface ShareWishlist {
  readonly ownerId: string;
  readonly wishlistId: string;
}

/**
 * Makes a link to a wishlist; one that it had leads nowhere any more.
 * @throws NOT_FOUND
 */
export async function shareWishlist(em: EntityManager, links: ShareLinks, { ownerId, wishlistId }: ShareWishlist): Promise<void> {
  await transaction(em, async (tx) => {
    const wishlist = listIn(await lockWishlists(tx, ownerId), wishlistId);
    wishlist.share(links.make(wishlistId), new Date());
    await tellOfChange(tx, 'UPDATED', wishlist);
  });
}

/**
 * Ends the link to a wishlist, where there is one.
 * @throws NOT_FOUND
 */
export async function unshareWishlist(em: EntityManager, { ownerId, wishlistId }: ShareWishlist): Promise<void> {
  await transaction(em, async (tx) => {
    const wishlist = listIn(await lockWishlists(tx, ownerId), wishlistId);
    if (wishlist.unshare(new Date())) await tellOfChange(tx, 'UPDATED', wishlist);
  });
}
