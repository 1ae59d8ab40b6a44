import type { LiveEntry } from '@agora/platform/events/event-log';
import * as z from 'zod';

/** The live feed of somebody's wishlists. */
export function wishlistFeed(ownerId: string): string {
  return `wishlists:${ownerId}`;
}

const CHANGES = ['CREATED', 'UPDATED', 'DELETED', 'ITEM_ADDED', 'ITEM_UPDATED', 'ITEM_REMOVED'] as const;
export type WishlistChangeKind = (typeof CHANGES)[number];

/** What the feed says of each change. */
export const WishlistSeen = z.object({ kind: z.enum(CHANGES), wishlistId: z.string(), itemId: z.string().nullable() });
export type WishlistSeen = z.output<typeof WishlistSeen>;

export function wishlistEntry(ownerId: string, payload: WishlistSeen): LiveEntry {
  return { feed: wishlistFeed(ownerId), payload };
}
