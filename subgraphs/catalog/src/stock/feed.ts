import type { LiveEntry } from '@agora/platform/events/event-log';
import * as z from 'zod';

/** The live feed of a variant's stock. */
export function stockFeed(variantId: string): string {
  return `variant:${variantId}`;
}

/** What the feed says of each change. */
export const StockSeen = z.object({ variantId: z.string(), availableQuantity: z.int() });
export type StockSeen = z.output<typeof StockSeen>;

export function stockEntry(seen: StockSeen): LiveEntry {
  return { feed: stockFeed(seen.variantId), payload: seen };
}
