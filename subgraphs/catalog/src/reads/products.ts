import { byKey, idOf } from '@agora/platform/reading/by-key';
import { type RowOf, rowsOf } from '@agora/platform/reading/columns';
import type { PageArgs } from '@agora/platform/reading/connection';
import { type ListOrder, type SortKey, sortedBy } from '@agora/platform/reading/list-order';
import { listOf, listsOf } from '@agora/platform/reading/lists';
import type { Bind, Visibility } from '@agora/platform/reading/reader';
import { Product } from '../model/product.ts';
import { sortableName } from './locale.ts';
import { conditionsOf, type ProductFilter } from './product-filter.ts';
import { searchWords } from './search-words.ts';

export const products = rowsOf(
  Product,
  'id',
  'slug',
  'sellerId',
  'name',
  'description',
  'translations',
  'status',
  'category',
  'priceFrom',
  'currencyCode',
  'createdAt',
);

export type ProductRow = RowOf<typeof products>;

export interface ProductSort {
  readonly field: 'RELEVANCE' | 'NAME' | 'PRICE' | 'CREATED_AT';
  readonly direction: SortKey['direction'];
}

interface ProductsArgs extends PageArgs {
  readonly filter: ProductFilter;
  readonly sort: ProductSort;
  readonly languages: readonly string[];
}

/** Drafts are seen by their seller and administrators only. */
export const isVisible: Visibility = ({ id, isAdmin }) => `(product.status <> 'DRAFT' or product.seller_id = ${id} or ${isAdmin})`;

const ON_SALE = "product.status = 'PUBLISHED'";

export const productReads = {
  product: byKey({ rows: products, key: 'id', asKey: idOf('prd'), visible: isVisible }),
  productBySlug: byKey({ rows: products, key: 'slug', asKey: asSlug, visible: isVisible }),
  /** Searches what is on sale. */
  products: listOf({
    rows: products,
    where: ({ filter }: ProductsArgs, bind: Bind) => [ON_SALE, ...conditionsOf(filter, bind)],
    order: orderOf,
  }),
  /** What is on sale in each category, newest first. */
  productsOfCategory: listsOf({
    rows: products,
    of: 'product.category_id = parent.id',
    where: [ON_SALE],
    order: sortedBy(
      'products of a category',
      { sql: 'product.created_at', type: 'timestamptz', direction: 'DESC' },
      { sql: 'product.id', type: 'text', direction: 'DESC' },
    ),
  }),
};

/** What could be a slug. */
export function asSlug(asked: string): string | null {
  return asked.length <= 200 && !asked.includes('\0') ? asked : null;
}

function orderOf({ filter, sort, languages }: ProductsArgs, bind: Bind): ListOrder {
  const { direction } = sort;
  // Without words there is no relevance; a cursor of one order must not be taken for one of the other.
  const field = sort.field === 'RELEVANCE' && !filter.query ? 'CREATED_AT' : sort.field;
  return sortedBy(
    `products by ${field} ${direction}`,
    { ...sortKey(field, filter, languages, bind), direction },
    { sql: 'product.id', type: 'text', direction },
  );
}

function sortKey(
  field: ProductSort['field'],
  { query = '' }: ProductFilter,
  languages: readonly string[],
  bind: Bind,
): Pick<SortKey, 'sql' | 'type'> {
  if (field === 'NAME') return { sql: sortableName('product', languages), type: 'text' };
  if (field === 'PRICE') return { sql: 'product.price_from', type: 'bigint' };
  if (field === 'RELEVANCE') return { sql: `ts_rank(product.search, search.query_of(${bind(searchWords(query))}::text))`, type: 'real' };
  return { sql: 'product.created_at', type: 'timestamptz' };
}
