import { boolean, columnsOf, nullable, number, text } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import type { EntityManager } from '@mikro-orm/postgresql';
import { StockLevel } from './model/stock-level.ts';
import { StockLocation } from './model/stock-location.ts';
import { VariantStock } from './model/variant-stock.ts';

export interface LockedStock {
  readonly stock: VariantStock;
  readonly sku: string;
  readonly productName: string;
  readonly lowStockThreshold: number | null;
  readonly isOnSale: boolean;
}

/**
 * Locks the stock of these variants in the order of their ids, as everyone does, so that two orders never wait for each other. Their rows hold the locks of
 * all their levels, which are asked for in the same write: the second statement sees what was committed before the first was granted its locks.
 */
export async function lockStocks(tx: EntityManager, ids: Iterable<string>): Promise<Map<string, LockedStock>> {
  const wanted = [[...ids]];
  const [variants, all] = await Promise.all([lockVariants(tx, wanted), levelsOf(tx, wanted)]);
  const levels = Map.groupBy(all, ({ variantId }) => variantId);
  return new Map(
    variants.map(({ id, productId, sellerId, available, ...facts }) => [
      id,
      { ...facts, stock: new VariantStock({ id, productId, sellerId }, levels.get(id) ?? [], available) },
    ]),
  );
}

/** As SQL, for products and their variants are in rooms above this one. */
const lockVariants = statement(
  {
    id: text('product_variant.id'),
    productId: text('product_variant.product_id'),
    sellerId: text('product_variant.seller_id'),
    sku: text('product_variant.sku'),
    productName: text('product.name'),
    available: number('product_variant.available'),
    lowStockThreshold: nullable(number('product_variant.low_stock_threshold')),
    isOnSale: boolean("product.status = 'PUBLISHED' and product.withheld_at is null and product_variant.is_enabled"),
  },
  (columns) => `select ${columns} from product_variant join product on product.id = product_variant.product_id
    where product_variant.id = any($1::text[]) order by product_variant.id for update of product_variant`,
);

/** Orders are filled from the default location first, then from the oldest. */
const levelsOf = statement(
  { ...columnsOf(StockLevel, 'variantId', 'location', 'onHand', 'reserved'), ...columnsOf(StockLocation, 'isActive') },
  (columns) => `select ${columns} from stock_level join stock_location on stock_location.id = stock_level.location_id
    where stock_level.variant_id = any($1::text[]) order by stock_location.is_default desc, stock_location.created_at, stock_location.id`,
);
