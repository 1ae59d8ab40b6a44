import type { EntityManager } from '@mikro-orm/postgresql';
import { type LockedStock, lockStocks } from './lock-stocks.ts';
import type { StockReservation } from './model/stock-reservation.ts';
import type { StockReservationLine } from './model/stock-reservation-line.ts';
import type { VariantStock } from './model/variant-stock.ts';

/** Moves what each line of a reservation has set aside. */
export async function moveReserved(
  tx: EntityManager,
  reservation: StockReservation,
  move: (stock: VariantStock, line: StockReservationLine) => void,
): Promise<LockedStock[]> {
  const lines = reservation.lines.getItems();
  const locked = await lockStocks(tx, new Set(lines.map(({ variantId }) => variantId)));
  for (const line of lines) {
    const stock = locked.get(line.variantId)?.stock;
    if (!stock) throw new Error(`${line.variantId} is gone, although it is set aside for ${reservation.orderId}.`);
    move(stock, line);
  }
  return [...locked.values()];
}
