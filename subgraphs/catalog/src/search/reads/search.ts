import type { PageArgs } from '@agora/platform/reading/connection';
import { type ListOrder, type SortKey, sortedBy } from '@agora/platform/reading/list-order';
import { listOf } from '@agora/platform/reading/lists';
import type { Bind } from '@agora/platform/reading/reader';
import { sortableName, UNSAID } from '../../names/reads/translations.ts';
import { ON_SALE, products } from '../../products/reads.ts';
import { conditionsOf, type ProductFilter } from './product-filter.ts';
import { searchWords } from './search-words.ts';

export interface ProductSort {
  readonly field: 'RELEVANCE' | 'NAME' | 'PRICE' | 'CREATED_AT';
  readonly direction: SortKey['direction'];
}

export interface ProductsArgs extends PageArgs {
  readonly filter: ProductFilter;
  readonly sort: ProductSort;
  readonly languages: readonly string[];
}

export const searchReads = {
  /** Searches what is on sale. */
  products: listOf({
    rows: products,
    where: ({ filter }: ProductsArgs, bind: Bind) => [ON_SALE, ...conditionsOf(filter, bind)],
    order: orderOf,
  }),
};

/** In which order products are listed. */
export function orderOf({ filter, sort, languages }: ProductsArgs, bind: Bind): ListOrder {
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
  if (field === 'NAME') return { sql: sortableName('product', `'${UNSAID}'`, languages), type: 'text' };
  if (field === 'PRICE') return { sql: 'product.price_from_minor_units', type: 'bigint' };
  if (field === 'RELEVANCE') return { sql: `ts_rank(product.search, search.query_of(${bind(searchWords(query))}::text))`, type: 'real' };
  return { sql: 'product.created_at', type: 'timestamptz' };
}
