import type { EntityManager } from '@mikro-orm/postgresql';
import { announce } from '@agora/platform/events/event-log';
import { columnsOf } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import { StockRejected, StockReserved } from '@agora/schema/events/catalog';
import { type LockedStock, lockStocks } from './lock-stocks.ts';
import { allocate } from './model/allocate.ts';
import { StockReservation } from './model/stock-reservation.ts';
import { recordStock } from './record-stock.ts';

export interface ReserveStock {
  readonly sagaId: string;
  readonly orderId: string;
  readonly lines: readonly { readonly variantId: string; readonly quantity: number }[];
}

/**
 * Sets aside what an order needs: all its lines or none, and announces which. Of what is not on sale any more nothing is there. A saga that was answered before, or whose
 * order was cancelled before, changes and announces nothing.
 */
export async function reserveStock(tx: EntityManager, { sagaId, orderId, lines }: ReserveStock): Promise<void> {
  const demand = demandOf(lines);
  const [[answered], locked] = await Promise.all([isAnswered(tx, [sagaId]), lockStocks(tx, demand.keys())]);
  if (answered) return;
  const about = { sagaId, orderId, createdAt: new Date() };
  const shortages = shortagesOf(demand, (id) => availableOf(locked.get(id)));
  if (shortages.length > 0) {
    tx.persist(StockReservation.rejected(about));
    await announce(tx, StockRejected, { orderId, sagaId, shortages });
    return;
  }
  const stocks = [...locked.values()];
  const allocations = allocate(new Map(stocks.map(({ stock }) => [stock, demand.get(stock.variant.id) ?? 0])));
  for (const { stock, locationId, quantity } of allocations) stock.reserve(locationId, quantity, { orderId });
  tx.persist(StockReservation.reserved(about, allocations));
  await announce(tx, StockReserved, { orderId, sagaId });
  await recordStock(tx, stocks);
}

const isAnswered = statement(
  columnsOf(StockReservation, 'sagaId'),
  (columns) => `select ${columns} from stock_reservation where saga_id = $1`,
);

/** Lines of one variant compete for the same units, so they are judged together. */
function demandOf(lines: ReserveStock['lines']): Map<string, number> {
  const demand = new Map<string, number>();
  for (const { variantId, quantity } of lines) demand.set(variantId, (demand.get(variantId) ?? 0) + quantity);
  return demand;
}

function availableOf(locked: LockedStock | undefined): number {
  return locked?.isOnSale ? locked.stock.available : 0;
}

function shortagesOf(demand: ReadonlyMap<string, number>, available: (variantId: string) => number) {
  return [...demand]
    .map(([variantId, requested]) => ({ variantId, requested, available: available(variantId) }))
    .filter((each) => each.requested > each.available);
}
