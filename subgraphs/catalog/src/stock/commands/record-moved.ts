import { announce } from '@agora/platform/events/event-log';
import { StockAdjusted, stockMovementKind } from '@agora/schema/events/catalog';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { LockedStock } from '../lock-stocks.ts';
import type { NewMovement } from '../model/variant-stock.ts';
import { recordStock } from '../record-stock.ts';
import type { Place } from './lock-places.ts';

/** The ids of variants that somebody dealt with, and of the movements that came of it. */
export interface Moved {
  readonly variantIds: readonly string[];
  readonly movementIds: readonly string[];
}

/** Records what somebody moved by hand, and announces that too. */
export async function recordMoved(tx: EntityManager, places: readonly Place[], movements: readonly NewMovement[]): Promise<Moved> {
  const stocks = [...new Set(places.map(({ locked }) => locked))];
  const ids = await recordStock(tx, stocks);
  for (const each of stocks) await announceAdjusted(tx, each);
  return { variantIds: stocks.map(({ stock }) => stock.variant.id), movementIds: movements.flatMap((movement) => ids.get(movement) ?? []) };
}

async function announceAdjusted(tx: EntityManager, { stock }: LockedStock): Promise<void> {
  if (stock.movements.length === 0) return;
  const { id: variantId, sellerId } = stock.variant;
  const movements = stock.movements.map(({ locationId, kind, quantity, onHandAfter }) => ({
    locationId,
    kind: stockMovementKind.schema.parse(kind),
    quantity,
    onHandAfter,
  }));
  await announce(tx, StockAdjusted, { variantId, sellerId, movements });
}
