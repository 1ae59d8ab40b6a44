export const STOCK_STATUSES = ['IN_STOCK', 'LOW_STOCK', 'OUT_OF_STOCK'] as const;
export type StockStatus = (typeof STOCK_STATUSES)[number];

/** How much is left in a word; LOW_STOCK is below what the seller set, where they did. */
export function stockStatusOf(available: number, lowStockThreshold: number | null): StockStatus {
  if (available === 0) return 'OUT_OF_STOCK';
  return lowStockThreshold !== null && available < lowStockThreshold ? 'LOW_STOCK' : 'IN_STOCK';
}

/** What a change of the available units has crossed: on the way down what is low or out, on the way up only that there is some again. */
export function crossingOf(before: number, after: number, lowStockThreshold: number | null): 'LOW' | 'OUT' | 'BACK' | null {
  const [was, is] = [stockStatusOf(before, lowStockThreshold), stockStatusOf(after, lowStockThreshold)];
  if (was === is) return null;
  if (is === 'OUT_OF_STOCK') return 'OUT';
  if (was === 'OUT_OF_STOCK') return 'BACK';
  return is === 'LOW_STOCK' ? 'LOW' : null;
}
