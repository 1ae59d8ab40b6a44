import type { LiveEntry } from '@agora/platform/events/event-log';
import * as z from 'zod';

/** The live feed of a variant's stock. */
export function stockFeed(variantId: string): string {
  return `variant:${variantId}`;
}

const CHANGE_KINDS = ['INCREASED', 'DECREASED', 'SOLD_OUT', 'BACK_IN_STOCK'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What the feed says of each change. */
export const StockSeen = z.object({ variantId: z.string(), kind: z.enum(CHANGE_KINDS), availableQuantity: z.int() });
export type StockSeen = z.output<typeof StockSeen>;

export function stockEntry(seen: StockSeen): LiveEntry {
  return { feed: stockFeed(seen.variantId), payload: seen };
}

/** What is told of a change of the available units. */
export function changeKindOf(before: number, after: number): ChangeKind {
  if (after === 0) return 'SOLD_OUT';
  if (before === 0) return 'BACK_IN_STOCK';
  return after > before ? 'INCREASED' : 'DECREASED';
}
