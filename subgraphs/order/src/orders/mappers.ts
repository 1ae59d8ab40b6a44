import type { Connection } from '@agora/platform/reading/connection';
import type { FeedEvent } from '@agora/platform/live/feed';
import type { OrderChange, OrderEntry } from './feed.ts';
import type { HistoryRow } from './reads/history.ts';
import type { OrderLineRow, OrderRow, SellerOrderRow } from './reads/orders.ts';

export interface Order extends OrderRow {
  /** How its checkout stood, where the order is told as it was. */
  readonly checkout?: OrderChange['checkout'];
}
export type OrderLine = OrderLineRow;
export type SellerOrder = SellerOrderRow;
export type OrderEvent = FeedEvent<OrderEntry>;
export type OrderConnection = Connection<OrderRow>;
export type OrderHistoryConnection = Connection<HistoryRow>;
export type OrderHistoryEntry = HistoryRow;
