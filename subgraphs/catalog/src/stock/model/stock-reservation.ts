import { newRow } from '@agora/platform/database/new-row';
import { keptByLaw } from '@agora/platform/database/personal-data';
import { Collection, defineEntity, p } from '@mikro-orm/postgresql';
import type { Allocation } from './allocate.ts';
import { StockReservationLine } from './stock-reservation-line.ts';

const STATUSES = ['RESERVED', 'REJECTED', 'SOLD', 'RELEASED'] as const;

const StockReservationSchema = defineEntity({
  name: 'StockReservation',
  indexes: [{ name: 'stock_reservation_waiting_since_index', properties: ['waitingSince'], where: "status = 'RESERVED'" }],
  properties: {
    /** Of whoever bought the order. */
    ...keptByLaw('orderId', {
      sagaId: p.text().primary(),
      orderId: p.text(),
      status: p.enum(STATUSES),
      createdAt: p.datetime(3),
      /** For the ending of the order; anew when order was reminded of it. */
      waitingSince: p.datetime(3),
    }),
    lines: () => p.oneToMany(StockReservationLine).mappedBy('reservation'),
  },
});

interface About {
  readonly sagaId: string;
  readonly orderId: string;
  readonly createdAt: Date;
}

/**
 * What was answered to an order that asked for its stock: all its lines or none. One that was cancelled before it asked
 * is RELEASED from the start, so that a request which comes late reserves nothing.
 */
export class StockReservation extends StockReservationSchema.class {
  override lines = new Collection<StockReservationLine>(this);

  static reserved(about: About, allocations: readonly Allocation[]): StockReservation {
    const reservation = newRow(StockReservation, { ...about, waitingSince: about.createdAt, status: 'RESERVED' });
    for (const allocation of allocations) reservation.lines.add(StockReservationLine.of(reservation, allocation));
    return reservation;
  }

  static rejected(about: About): StockReservation {
    return newRow(StockReservation, { ...about, waitingSince: about.createdAt, status: 'REJECTED' });
  }

  static releasedBeforehand(about: About): StockReservation {
    return newRow(StockReservation, { ...about, waitingSince: about.createdAt, status: 'RELEASED' });
  }

  /** The order became a sale; false when nothing is reserved. */
  sell(): boolean {
    return endAs(this, 'SOLD');
  }

  /** The order was cancelled; false when nothing is reserved. */
  release(): boolean {
    return endAs(this, 'RELEASED');
  }
}
StockReservationSchema.setClass(StockReservation);

function endAs(reservation: StockReservation, status: 'SOLD' | 'RELEASED'): boolean {
  if (reservation.status !== 'RESERVED') return false;
  reservation.status = status;
  return true;
}
