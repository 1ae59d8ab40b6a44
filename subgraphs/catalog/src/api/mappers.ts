import type { Connection } from '@agora/platform/reading/connection';
import type { FeedEvent } from '@agora/platform/live/feed';
import type { Money as PlatformMoney } from '@agora/platform/money';
import type { CategoryRow } from '../reads/categories.ts';
import type { ProductRow } from '../reads/products.ts';
import type { VariantRow } from '../reads/variants.ts';
import type { StockSeen } from '../stock-feed.ts';

export type Money = PlatformMoney;
export type Product = ProductRow;
export type ProductVariant = VariantRow;
export type ProductConnection = Connection<ProductRow>;
export type Category = CategoryRow;
export type CategoryConnection = Connection<CategoryRow>;
export type VariantStockEvent = FeedEvent<StockSeen>;

export interface ProductCreatePayload {
  readonly productId?: string;
}

export interface ProductPublishPayload {
  readonly productId?: string;
}
