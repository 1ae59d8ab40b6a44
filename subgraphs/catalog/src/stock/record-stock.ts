import { announce } from '@agora/platform/events/event-log';
import { StockChanged } from '@agora/schema/events/catalog';
import type { EntityManager } from '@mikro-orm/postgresql';
import { stockEntry } from './feed.ts';
import type { VariantStock } from './model/variant-stock.ts';
import { writeStock } from './write-stock.ts';

/** Writes what moved, and announces, live too, what became of the available units of each variant. */
export async function recordStock(tx: EntityManager, stocks: readonly VariantStock[]): Promise<void> {
  writeStock(tx, stocks);
  for (const stock of stocks) if (stock.available !== stock.availableBefore) await announceChange(tx, stock);
}

async function announceChange(tx: EntityManager, { variant, available, availableBefore }: VariantStock): Promise<void> {
  const seen = { variantId: variant.id, availableQuantity: available };
  const change = {
    operation: available > availableBefore ? 'INCREASE' : 'DECREASE',
    quantity: Math.abs(available - availableBefore),
  } as const;
  await announce(tx, StockChanged, { ...seen, ...change, productId: variant.productId, changedAt: new Date().toISOString() }, [
    stockEntry(seen),
  ]);
}
