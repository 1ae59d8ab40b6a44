import type { EntityManager } from '@mikro-orm/postgresql';
import { type Connection, list, listOne, type PageArgs, positionIn, type SortKey } from '@agora/platform/connection';
import type { Cursors } from '@agora/platform/reading/cursor';
import { sortableName } from './locale.ts';
import { conditionsOf, type ProductFilter } from './product-filter.ts';
import { PRODUCT_COLUMNS, type ProductRow } from './products.ts';

export interface ProductSort {
  readonly field: 'RELEVANCE' | 'NAME' | 'PRICE' | 'CREATED_AT';
  readonly direction: SortKey['direction'];
}

interface Reader {
  readonly em: EntityManager;
  readonly cursors: Cursors;
}

const toProduct = (row: Record<string, unknown>) => row as unknown as ProductRow;

/** Searches what is on sale. */
export function listProducts(
  { em, cursors }: Reader,
  { filter, sort, languages, page }: { filter: ProductFilter; sort: ProductSort; languages: readonly string[]; page: PageArgs },
): Promise<Connection<ProductRow>> {
  const params: unknown[] = [];
  const where = ["product.status = 'PUBLISHED'", ...conditionsOf(filter, (value) => `$${params.push(value)}`)];
  const { direction } = sort;
  // Without words there is no relevance; a cursor of one order must not be taken for one of the other.
  const field = sort.field === 'RELEVANCE' && !filter.query ? 'CREATED_AT' : sort.field;
  return listOne({
    em,
    select: PRODUCT_COLUMNS,
    from: 'product',
    where,
    params,
    order: [
      { ...sortKey(field, languages), direction },
      { sql: 'product.id', type: 'text', direction },
    ],
    position: positionIn(cursors, `products by ${field} ${direction}`, 2),
    args: page,
    node: toProduct,
  });
}

/** What is on sale in each category, newest first. */
export function listProductsOf(
  { em, cursors }: Reader,
  categoryIds: readonly string[],
  page: PageArgs,
): Promise<Map<string, Connection<ProductRow>>> {
  return list({
    em,
    parents: categoryIds,
    select: PRODUCT_COLUMNS,
    from: 'product',
    where: ["product.status = 'PUBLISHED'", 'product.category_id = parent.id'],
    order: [
      { sql: 'product.created_at', type: 'timestamptz', direction: 'DESC' },
      { sql: 'product.id', type: 'text', direction: 'DESC' },
    ],
    position: positionIn(cursors, 'products of a category', 2),
    args: page,
    node: toProduct,
  });
}

/** The query is the first parameter of the list, where there is one. */
function sortKey(field: ProductSort['field'], languages: readonly string[]): Pick<SortKey, 'sql' | 'type'> {
  if (field === 'NAME') return { sql: sortableName('product', languages), type: 'text' };
  if (field === 'PRICE') return { sql: 'product.price_from', type: 'bigint' };
  if (field === 'RELEVANCE') return { sql: 'ts_rank(product.search, search.query_of($1::text))', type: 'real' };
  return { sql: 'product.created_at', type: 'timestamptz' };
}
