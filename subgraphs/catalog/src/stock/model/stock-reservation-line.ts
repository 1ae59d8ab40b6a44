import { newRow } from '@agora/platform/database/new-row';
import { keptByLaw } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { ProductVariant } from '../../products/model/product-variant.ts';
import { StockReservation } from './stock-reservation.ts';

const StockReservationLineSchema = defineEntity({
  name: 'StockReservationLine',
  checks: [{ name: 'stock_reservation_line_quantity_check', expression: 'quantity > 0' }],
  properties: keptByLaw('reservation.orderId', {
    reservation: () => p.manyToOne(StockReservation).primary().joinColumn('saga_id').updateRule('no action').deleteRule('no action'),
    variantId: () =>
      p.manyToOne(ProductVariant).mapToPk().primary().joinColumn('variant_id').updateRule('no action').deleteRule('no action'),
    quantity: p.integer(),
  }),
});

/** Units of one variant that an order asked for, all its lines of that variant together. */
export class StockReservationLine extends StockReservationLineSchema.class {
  static of(reservation: StockReservation, variantId: string, quantity: number): StockReservationLine {
    return newRow(StockReservationLine, { reservation, variantId, quantity });
  }
}
StockReservationLineSchema.setClass(StockReservationLine);
