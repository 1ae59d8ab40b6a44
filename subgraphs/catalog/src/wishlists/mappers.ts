import type { Connection } from '@agora/platform/reading/connection';
import type { WishlistSeen } from './feed.ts';
import type { WishlistItemRow, WishlistRow } from './reads.ts';

export type Wishlist = WishlistRow;

export interface WishlistItem extends WishlistItemRow {
  /** Where it was found on a list: as that was found, though its link ends meanwhile. */
  readonly list?: WishlistRow;
}

export type WishlistItemConnection = Connection<WishlistItem>;

export interface WishlistConnection extends Connection<WishlistRow> {
  readonly liveCursor: string;
}

export interface WishlistEvent extends WishlistSeen {
  readonly cursor: string;
  /** RFC 3339, UTC. */
  readonly occurredAt: string;
}

/** Stored for repeats of the same request: ids only. */
interface ChangedWishlist {
  readonly wishlistId?: string;
}

interface ChangedItem {
  readonly itemId?: string;
}

export type WishlistCreatePayload = ChangedWishlist;
export type WishlistUpdatePayload = ChangedWishlist;
export type WishlistSharePayload = ChangedWishlist;
export type WishlistUnsharePayload = ChangedWishlist;
export type WishlistItemUpdatePayload = ChangedItem;
export type WishlistItemMovePayload = ChangedItem;

export interface WishlistDeletePayload {
  readonly deletedWishlistId?: string;
}

export interface WishlistItemAddPayload extends ChangedItem {
  readonly productId?: string;
}

export interface WishlistItemRemovePayload {
  readonly removedItemIds?: readonly string[];
  readonly productId?: string;
}
