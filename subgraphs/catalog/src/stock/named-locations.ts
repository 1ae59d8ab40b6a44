import { columnsOf } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import { StockLocation } from './model/stock-location.ts';

/** The places with these ids that are still there; nobody closes or removes one until the transaction ends. */
export const lockNamed = statement(
  columnsOf(StockLocation, 'id', 'sellerId', 'isActive'),
  (columns) => `select ${columns} from stock_location where id = any($1::text[]) and removed_at is null order by id for share`,
);
