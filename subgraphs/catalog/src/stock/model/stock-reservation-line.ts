import { newRow } from '@agora/platform/database/new-row';
import { keptByLaw } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';
import type { Allocation } from './allocate.ts';
import { StockLocation } from './stock-location.ts';
import { StockReservation } from './stock-reservation.ts';

const StockReservationLineSchema = defineEntity({
  name: 'StockReservationLine',
  indexes: [{ properties: ['variantId'] }],
  checks: [{ name: 'stock_reservation_line_quantity_check', expression: 'quantity > 0' }],
  properties: keptByLaw('reservation.orderId', {
    reservation: () => p.manyToOne(StockReservation).primary().joinColumn('saga_id').updateRule('no action').deleteRule('no action'),
    variantId: p.text().primary(),
    locationId: () =>
      p.manyToOne(StockLocation).mapToPk().primary().joinColumn('location_id').updateRule('no action').deleteRule('no action'),
    quantity: p.integer(),
  }),
});

/** Units of one variant that an order got from one location, for all its lines of that variant together. */
export class StockReservationLine extends StockReservationLineSchema.class {
  static of(reservation: StockReservation, { stock, locationId, quantity }: Allocation): StockReservationLine {
    return newRow(StockReservationLine, { reservation, variantId: stock.variant.id, locationId, quantity });
  }
}
StockReservationLineSchema.setClass(StockReservationLine);
