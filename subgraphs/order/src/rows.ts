import type { CancellationReason, OrderStatus } from './model/order.ts';

/** An order as its reader may see it; instants are text. */
export interface OrderRow {
  readonly id: string;
  readonly number: string;
  readonly buyerId: string;
  readonly status: OrderStatus;
  readonly cancellationReason: CancellationReason | null;
  /** Of the lines that the reader may see. */
  readonly totalMinorUnits: number;
  readonly currencyCode: string;
  readonly placedAt: string;
  /** False for a seller, who sees only a part of it. */
  readonly isWhole: boolean;
}

export interface OrderLineRow {
  readonly id: string;
  readonly orderId: string;
  readonly sellerId: string;
  readonly productId: string;
  readonly variantId: string;
  readonly productName: string;
  readonly quantity: number;
  readonly unitPriceMinorUnits: number;
  readonly currencyCode: string;
}

export interface SellerOrderRow {
  readonly id: string;
  readonly orderId: string;
  readonly sellerId: string;
  readonly status: OrderStatus;
  readonly payoutMinorUnits: number;
  readonly currencyCode: string;
}

/** An entry of an order's timeline. */
export interface HistoryRow {
  readonly id: string;
  readonly what: string;
  readonly actorId: string | null;
  readonly note: string | null;
  readonly occurredAt: string;
}

export interface CartRow {
  readonly id: string;
  readonly currencyCode: string | null;
  readonly version: number;
}

export interface CartLineRow {
  readonly id: string;
  readonly cartId: string;
  readonly variantId: string;
  readonly quantity: number;
  readonly unitPriceMinorUnits: number;
  readonly currencyCode: string;
  /** Null when it can no longer be bought. */
  readonly priceNow: number | null;
  readonly productName: string | null;
}
