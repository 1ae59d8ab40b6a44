import { query } from '@agora/platform/database/database';
import type { EntityManager } from '@mikro-orm/postgresql';
import { StockReservation } from './model/stock-reservation.ts';
import { StockReservationLine } from './model/stock-reservation-line.ts';

/**
 * What was answered to an order, with its lines, locked until the transaction ends; null where nothing was answered yet. Both are asked for in
 * one write: the second statement sees what was committed before the first was granted its lock.
 */
export async function lockedReservation(tx: EntityManager, sagaId: string): Promise<StockReservation | null> {
  const [[row], lines] = await Promise.all([
    query(tx, 'select * from stock_reservation where saga_id = $1 for update', [sagaId]),
    query(tx, 'select * from stock_reservation_line where saga_id = $1', [sagaId]),
  ]);
  if (!row) return null;
  const reservation = tx.map(StockReservation, row);
  reservation.lines.hydrate(lines.map((line) => tx.map(StockReservationLine, line)));
  return reservation;
}
