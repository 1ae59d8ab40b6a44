import { transaction } from '@agora/platform/database/database';
import { announce } from '@agora/platform/events/event-log';
import { columnsOf, text } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import { ReservationExpired } from '@agora/schema/events/catalog';
import type { EntityManager } from '@mikro-orm/postgresql';
import { StockReservation } from './model/stock-reservation.ts';

const MAX_AT_ONCE = 100;

/**
 * Asks order to end what has been set aside for longer than `afterMs`. Order alone knows whether it is a sale, so units go back when it has answered, and not
 * before; it is asked again after as long. Answers when the next one is due; null where nothing is set aside.
 */
export async function expireReservations(em: EntityManager, afterMs: number): Promise<Date | null> {
  const due = await nextDue(em, afterMs);
  if (!due || due > new Date()) return due;
  await transaction(em, async (tx) => {
    const now = new Date();
    const expired = await remind(tx, [new Date(now.getTime() - afterMs), now, MAX_AT_ONCE]);
    for (const { orderId, sagaId } of expired) await announce(tx, ReservationExpired, { orderId, sagaId });
  });
  return nextDue(em, afterMs);
}

async function nextDue(em: EntityManager, afterMs: number): Promise<Date | null> {
  const [next] = await longestWaiting(em);
  return next ? new Date(Date.parse(next.waitingSince) + afterMs) : null;
}

const longestWaiting = statement(
  columnsOf(StockReservation, 'waitingSince'),
  (columns) => `select ${columns} from stock_reservation where status = 'RESERVED' order by waiting_since limit 1`,
);

/** One that is locked is ending, or another replica's. */
const remind = statement(
  { sagaId: text('stock_reservation.saga_id'), orderId: text('stock_reservation.order_id') },
  (columns) => `update stock_reservation set waiting_since = $2 from (
      select saga_id from stock_reservation where status = 'RESERVED' and waiting_since <= $1
      order by waiting_since limit $3 for update skip locked
    ) as expired
    where stock_reservation.saga_id = expired.saga_id returning ${columns}`,
);
