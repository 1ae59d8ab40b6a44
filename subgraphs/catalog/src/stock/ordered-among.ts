import { columnsOf } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import { StockReservationLine } from './model/stock-reservation-line.ts';

/** Those of these variants that stock was ever set aside of for an order. */
export const orderedAmong = statement(
  columnsOf(StockReservationLine, 'variantId'),
  (columns) => `select distinct ${columns} from stock_reservation_line where stock_reservation_line.variant_id = any($1::text[])`,
);
