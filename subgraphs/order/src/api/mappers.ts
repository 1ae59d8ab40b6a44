import type { Connection } from '@agora/platform/reading/connection';
import type { FeedEvent } from '@agora/platform/live/feed';
import type { Money as Amount } from '@agora/platform/money';
import type { OrderEntry, CheckoutView } from '../feed.ts';
import type { CartLineRow, CartRow } from '../reads/carts.ts';
import type { HistoryRow } from '../reads/history.ts';
import type { OrderLineRow, OrderRow, SellerOrderRow } from '../reads/orders.ts';

/** What the resolvers of each type of the graph are given. */
export interface Order extends OrderRow {
  /** As it was, where the order is told as it was. */
  readonly saga?: CheckoutView;
}
export type OrderLine = OrderLineRow;
export type SellerOrder = SellerOrderRow;
export type CheckoutSaga = CheckoutView;
export type OrderEvent = FeedEvent<OrderEntry>;
export type OrderConnection = Connection<OrderRow>;
export type OrderHistoryConnection = Connection<HistoryRow>;
export type OrderHistoryEntry = HistoryRow;
export type Cart = CartRow;
export type CartLine = CartLineRow;
export type Money = Amount;
export interface User {
  readonly id: string;
}

/** Payloads are stored for repeats of the same request: ids and plain values only. */
export interface CartPayload {
  readonly cartId?: string;
  readonly cartToken?: string | null;
}

export interface CheckoutCompletePayload {
  readonly orderId?: string;
}

export interface OrderCancelPayload {
  readonly orderId?: string;
}
