import { allByKey, byKey, idOf } from '@agora/platform/reading/by-key';
import { boolean, columnsOf, number, type RowOf } from '@agora/platform/reading/columns';
import type { PageArgs } from '@agora/platform/reading/connection';
import { alongFeed } from '@agora/platform/reading/list-order';
import { listsOf } from '@agora/platform/reading/lists';
import type { Bind, Viewer, Visibility } from '@agora/platform/reading/reader';
import { during } from '@agora/platform/reading/time-range';
import { feedOfBuyer } from '../feed.ts';
import { OrderLine } from '../model/order-line.ts';
import { ORDER_NUMBER } from '../model/order-number.ts';
import { Order, type OrderStatus } from '../model/order.ts';
import { SellerOrder } from '../model/seller-order.ts';

const ORDER = columnsOf(Order, 'id', 'number', 'buyerId', 'status', 'cancellationReason', 'totalMinorUnits', 'currencyCode', 'placedAt');

/** Of what is about the whole of an order: its buyer and administrators see it, a seller in it does not. */
export const isVisibleWhole: Visibility = ({ id, isAdmin }) => `${isAdmin} or orders.buyer_id = ${id}`;

/** Orders as whoever reads may see them: a seller, who sees only a part, is told the total of that. */
const orders = {
  from: (viewer: Viewer) => `orders
    cross join lateral (select ${isVisibleWhole(viewer)} as whole) mine
    left join seller_order part on part.order_id = orders.id and part.seller_id = ${viewer.id}`,
  columns: {
    ...ORDER,
    totalMinorUnits: number('case when mine.whole then orders.total_minor_units else part.payout_minor_units end'),
    isWhole: boolean('mine.whole'),
  },
};

const wholeOrders = { from: 'orders', columns: { ...ORDER, isWhole: boolean('true') } };

const lines = {
  from: 'order_line join orders on orders.id = order_line.order_id',
  columns: { ...columnsOf(OrderLine), ...columnsOf(Order, 'currencyCode') },
};

const sellerOrders = {
  from: 'seller_order join orders on orders.id = seller_order.order_id',
  columns: { ...columnsOf(SellerOrder), ...columnsOf(Order, 'status', 'currencyCode') },
};

export type OrderRow = RowOf<typeof orders>;
export type OrderLineRow = RowOf<typeof lines>;
export type SellerOrderRow = RowOf<typeof sellerOrders>;

export interface OrdersArgs extends PageArgs {
  readonly filter?: {
    readonly statuses?: readonly OrderStatus[] | null;
    readonly placedAt?: { readonly gte?: string | null; readonly lt?: string | null } | null;
  } | null;
}

const isVisible = () => 'mine.whole or part.id is not null';
/** Of what belongs to an order: the buyer sees all of it, a seller their own. */
const isVisibleIn =
  (table: string): Visibility =>
  (viewer) =>
    `${isVisibleWhole(viewer)} or ${table}.seller_id = ${viewer.id}`;

export const orderReads = {
  order: byKey({ rows: orders, key: 'id', asKey: idOf('ord'), visible: isVisible }),
  orderByNumber: byKey({ rows: orders, key: 'number', asKey: (asked) => (ORDER_NUMBER.test(asked) ? asked : null), visible: isVisible }),
  linesOfOrder: allByKey({ rows: lines, key: 'orderId', asKey: idOf('ord'), visible: isVisibleIn('order_line'), order: 'order_line.id' }),
  sellerOrder: byKey({ rows: sellerOrders, key: 'id', asKey: idOf('sor'), visible: isVisibleIn('seller_order') }),
  sellerOrdersOfOrder: allByKey({
    rows: sellerOrders,
    key: 'orderId',
    asKey: idOf('ord'),
    visible: isVisibleIn('seller_order'),
    order: 'seller_order.id',
  }),
  /** Newest first. */
  ordersOfBuyer: listsOf({
    rows: wholeOrders,
    of: 'orders.buyer_id = parent.id',
    where: ({ filter }: OrdersArgs, bind: Bind) => [
      ...(filter?.statuses ? [`orders.status = any(${bind(filter.statuses)}::text[])`] : []),
      ...during('orders.placed_at', filter?.placedAt, bind),
    ],
    order: alongFeed(feedOfBuyer, { owner: 'orders.buyer_id', seq: 'orders.buyer_seq', direction: 'DESC' }),
    visible: isVisibleWhole,
  }),
};
