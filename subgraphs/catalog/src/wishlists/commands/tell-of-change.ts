import { announce } from '@agora/platform/events/event-log';
import { WishlistChanged } from '@agora/schema/events/catalog';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type WishlistChangeKind, wishlistEntry } from '../feed.ts';
import type { Wishlist } from '../model/wishlist.ts';

/** Announces what became of a wishlist, or of a wish on it, live to all devices of its owner too. */
export async function tellOfChange(
  tx: EntityManager,
  kind: WishlistChangeKind,
  { id: wishlistId, ownerId }: Wishlist,
  itemId: string | null = null,
): Promise<void> {
  await announce(tx, WishlistChanged, { wishlistId, ownerId, change: kind, ...(itemId !== null && { itemId }) }, [
    wishlistEntry(ownerId, { kind, wishlistId, itemId }),
  ]);
}
