import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { StockReservation } from './model/stock-reservation.ts';

/** What was answered to an order, with its lines, locked until the transaction ends; null where nothing was answered yet. */
export async function lockedReservation(tx: EntityManager, sagaId: string): Promise<StockReservation | null> {
  const reservation = await tx.findOne(StockReservation, sagaId, { lockMode: LockMode.PESSIMISTIC_WRITE });
  await reservation?.lines.init();
  return reservation;
}
