import { announce } from '@agora/platform/events/event-log';
import { StockChanged, ThresholdReached } from '@agora/schema/events/catalog';
import type { EntityManager } from '@mikro-orm/postgresql';
import { changeKindOf, stockEntry } from './feed.ts';
import type { LockedStock } from './lock-stocks.ts';
import { crossingOf } from './model/stock-status.ts';
import type { NewMovement } from './model/variant-stock.ts';
import { writeStock } from './write-stock.ts';

/** Writes what moved, and announces, live too, what became of the available units of each variant. Answers the ids of the movements. */
export async function recordStock(tx: EntityManager, locked: readonly LockedStock[]): Promise<Map<NewMovement, string>> {
  const ids = writeStock(
    tx,
    locked.map(({ stock }) => stock),
  );
  for (const each of locked) if (each.stock.available !== each.stock.availableBefore) await announceChange(tx, each);
  return ids;
}

async function announceChange(tx: EntityManager, { stock, sku, productName, lowStockThreshold }: LockedStock): Promise<void> {
  const { variant, available, availableBefore } = stock;
  const { id: variantId, productId, sellerId } = variant;
  const change = {
    operation: available > availableBefore ? 'INCREASE' : 'DECREASE',
    quantity: Math.abs(available - availableBefore),
  } as const;
  const seen = { variantId, availableQuantity: available };
  await announce(tx, StockChanged, { ...seen, ...change, productId, changedAt: new Date().toISOString() }, [
    stockEntry({ ...seen, kind: changeKindOf(availableBefore, available) }),
  ]);
  const threshold = crossingOf(availableBefore, available, lowStockThreshold);
  if (threshold) await announce(tx, ThresholdReached, { ...seen, productId, sellerId, productName, sku, threshold });
}
