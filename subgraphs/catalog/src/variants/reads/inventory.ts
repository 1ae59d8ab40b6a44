import { beginningWith } from '@agora/platform/reading/beginning';
import type { PageArgs } from '@agora/platform/reading/connection';
import { type SortKey, sortedBy } from '@agora/platform/reading/list-order';
import { listsOf } from '@agora/platform/reading/lists';
import type { Bind } from '@agora/platform/reading/reader';
import type { PRODUCT_STATUSES } from '../../products/model/product.ts';
import { isOwn } from '../../products/reads/products.ts';
import type { StockStatus } from '../../stock/model/stock-status.ts';
import { variants } from './variants.ts';

export interface InventoryFilter {
  readonly query?: string | undefined;
  readonly productIds?: readonly string[] | undefined;
  readonly productStatuses?: readonly (typeof PRODUCT_STATUSES)[number][] | undefined;
  readonly stockStatuses?: readonly StockStatus[] | undefined;
  readonly stockLocationIds?: readonly string[] | undefined;
  readonly isEnabled?: boolean | undefined;
}

export interface InventorySort {
  readonly field: 'SKU' | 'PRODUCT_NAME' | 'AVAILABLE_QUANTITY' | 'UPDATED_AT';
  readonly direction: SortKey['direction'];
}

interface InventoryArgs extends PageArgs {
  readonly filter: InventoryFilter;
  readonly sort: InventorySort;
}

const SORTED_BY = {
  SKU: { sql: 'product_variant.sku', type: 'text' },
  PRODUCT_NAME: { sql: 'product.name', type: 'text' },
  AVAILABLE_QUANTITY: { sql: 'product_variant.available', type: 'bigint' },
  UPDATED_AT: { sql: 'product_variant.updated_at', type: 'timestamptz' },
} as const;

export const inventoryReads = {
  /** All variants of each seller, for the seller and administrators. */
  inventoryOf: listsOf({
    rows: variants,
    of: 'product_variant.seller_id = parent.id',
    visible: isOwn,
    where: ({ filter }: InventoryArgs, bind) => conditionsOf(filter, bind),
    order: ({ sort: { field, direction } }) =>
      sortedBy(
        `inventory by ${field} ${direction}`,
        { ...SORTED_BY[field], direction },
        { sql: 'product_variant.id', type: 'text', direction },
      ),
  }),
};

function conditionsOf(filter: InventoryFilter, bind: Bind): string[] {
  const { query, productIds, productStatuses, stockStatuses, stockLocationIds, isEnabled } = filter;
  return [
    ...(query ? [beginsSo(query, bind)] : []),
    ...(productIds ? [`product_variant.product_id = any(${bind(productIds)}::text[])`] : []),
    ...(productStatuses ? [`product.status = any(${bind(productStatuses)}::text[])`] : []),
    ...(stockStatuses ? [`${STOCK_STATUS} = any(${bind(stockStatuses)}::text[])`] : []),
    ...(stockLocationIds
      ? [
          `exists (select from stock_level where stock_level.variant_id = product_variant.id and stock_level.on_hand > 0
            and stock_level.location_id = any(${bind(stockLocationIds)}::text[]))`,
        ]
      : []),
    ...(isEnabled === undefined ? [] : [`product_variant.is_enabled = ${bind(isEnabled)}::boolean`]),
  ];
}

/** As `stockStatusOf` says it. */
const STOCK_STATUS = `(case when product_variant.available = 0 then 'OUT_OF_STOCK'
  when product_variant.available < product_variant.low_stock_threshold then 'LOW_STOCK' else 'IN_STOCK' end)`;

/** Codes as they are read aloud: in capitals or not. Names in every language, with or without accents. */
function beginsSo(typed: string, bind: Bind): string {
  const beginning = beginningWith(typed, bind);
  return `(product_variant.sku ilike ${beginning} or product_variant.barcode like ${beginning}
    or ' ' || search.unaccented(search.names_of(product.name, product.translations)) like '% ' || search.unaccented(${beginning}))`;
}
