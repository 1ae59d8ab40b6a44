import { newRow } from '@agora/platform/database/new-row';
import { keptByLaw } from '@agora/platform/database/personal-data';
import { Collection, defineEntity, p } from '@mikro-orm/postgresql';
import { OrderLine } from './order-line.ts';
import { SellerOrder } from './seller-order.ts';

export const ORDER_STATUSES = ['PENDING', 'CONFIRMED', 'PROCESSING', 'SHIPPED', 'DELIVERED', 'CANCELLED'] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

export const CANCELLATION_REASONS = [
  'OUT_OF_STOCK',
  'PAYMENT_DECLINED',
  'PAYMENT_TIMED_OUT',
  'CUSTOMER_INVALID',
  'BUYER_REQUEST',
  'SAGA_TIMED_OUT',
] as const;
export type CancellationReason = (typeof CANCELLATION_REASONS)[number];

export interface OrderedLine {
  readonly id: string;
  readonly sellerId: string;
  readonly productId: string;
  readonly variantId: string;
  readonly productName: string;
  readonly variantName: string | null;
  readonly quantity: number;
  readonly unitPriceMinorUnits: number;
}

const OrderSchema = defineEntity({
  name: 'Order',
  tableName: 'orders',
  properties: {
    ...keptByLaw('buyerId', {
      id: p.text().primary(),
      number: p.text().unique(),
      buyerId: p.text(),
      buyerSeq: p.bigint('number').nullable(),
      status: p.enum(ORDER_STATUSES),
      cancellationReason: p.enum(CANCELLATION_REASONS).nullable(),
      totalMinorUnits: p.bigint('number'),
      currencyCode: p.text(),
      placedAt: p.datetime(3),
    }),
    lines: () => p.oneToMany(OrderLine).mappedBy('order').orderBy({ id: 'asc' }),
    sellerOrders: () => p.oneToMany(SellerOrder).mappedBy('order').orderBy({ id: 'asc' }),
  },
  uniques: [{ properties: ['buyerId', 'buyerSeq'] }],
  checks: [{ name: 'orders_announced_check', expression: 'buyer_seq is not null' }],
});

/** What somebody bought. `buyerSeq`, the place of its first entry in the buyer's live feed, is null until it is announced; only then is it stored. */
export class Order extends OrderSchema.class {
  override lines = new Collection<OrderLine>(this);
  override sellerOrders = new Collection<SellerOrder>(this);

  /** `sellerOrderId` gives each seller's part its id. */
  static place(
    given: { id: string; number: string; buyerId: string; currencyCode: string; placedAt: Date },
    lines: readonly OrderedLine[],
    sellerOrderId: () => string,
  ): Order {
    const order = newRow(Order, {
      ...given,
      buyerSeq: null,
      status: 'PENDING',
      cancellationReason: null,
      totalMinorUnits: totalOf(lines),
    });
    order.lines.add(lines.map((line) => newRow(OrderLine, { ...line, order })));
    for (const [sellerId, theirs] of Map.groupBy(lines, (line) => line.sellerId)) {
      order.sellerOrders.add(newRow(SellerOrder, { id: sellerOrderId(), order, sellerId, payoutMinorUnits: totalOf(theirs) }));
    }
    return order;
  }

  confirm(): boolean {
    if (this.status !== 'PENDING') return false;
    this.status = 'CONFIRMED';
    return true;
  }

  cancel(reason: CancellationReason): boolean {
    if (this.status !== 'PENDING') return false;
    this.status = 'CANCELLED';
    this.cancellationReason = reason;
    return true;
  }
}
OrderSchema.setClass(Order);

function totalOf(lines: readonly OrderedLine[]): number {
  return lines.reduce((sum, line) => sum + line.quantity * line.unitPriceMinorUnits, 0);
}
