import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '@agora/platform/actor';
import type { Connection } from '@agora/platform/connection';
import type { Cursors } from '@agora/platform/cursor';
import { prefixOf } from '@agora/platform/ids';
import DataLoader from 'dataloader';
import { readCategories } from './read/categories.ts';
import { listProductsOf } from './read/list-products.ts';
import { type ProductRow, readProducts } from './read/products.ts';
import { readVariants, type VariantRow } from './read/variants.ts';

export type Loaders = ReturnType<typeof createLoaders>;

/** The reads of one request, batched, and limited to what its actor may see. */
export function createLoaders({ em, actor, cursors }: { em: EntityManager; actor: Actor | null; cursors: Cursors }) {
  return {
    product: oneBy('id', isId('prd'), (ids) => readProducts(em, actor, 'id', ids)),
    productBySlug: oneBy('slug', isText, (slugs) => readProducts(em, actor, 'slug', slugs)),
    variant: oneBy('id', isId('var'), (ids) => readVariants(em, actor, 'id', ids)),
    variantsOfProduct: new DataLoader<string, readonly VariantRow[]>(async (productIds) => {
      const byProduct = Map.groupBy(await readVariants(em, actor, 'product_id', productIds), ({ productId }) => productId);
      return productIds.map((id) => byProduct.get(id) ?? []);
    }),
    category: oneBy('id', isId('cat'), (ids) => readCategories(em, 'id', ids)),
    categoryBySlug: oneBy('slug', isText, (slugs) => readCategories(em, 'slug', slugs)),
    productsOfCategory: new DataLoader<ProductsOfCategory, Connection<ProductRow>, string>(
      async (wanted) => {
        const pages = new Map<string, Connection<ProductRow>>();
        for (const group of Map.groupBy(wanted, pageKey).values()) {
          const [first] = group;
          if (!first) continue;
          const ids = group.map(({ categoryId }) => categoryId);
          for (const [id, page] of await listProductsOf({ em, cursors }, ids, first)) pages.set(key({ ...first, categoryId: id }), page);
        }
        return wanted.map((one) => pages.get(key(one)) ?? new Error(`No page for ${one.categoryId}.`));
      },
      { cacheKeyFn: key },
    ),
  };
}

export interface ProductsOfCategory {
  readonly categoryId: string;
  readonly first: number | null | undefined;
  readonly after: string | null | undefined;
}

const pageKey = ({ first, after }: ProductsOfCategory) => JSON.stringify([first, after]);
const key = (wanted: ProductsOfCategory) => `${wanted.categoryId} ${pageKey(wanted)}`;

const isId = (prefix: string) => (text: string) => prefixOf(text) === prefix;
const isText = (text: string) => text.length <= 200 && !text.includes('\0');

/** At most one row for each key; what cannot be a key is not looked for. */
function oneBy<Key extends string, Row extends Readonly<Record<Key, string>>>(
  name: Key,
  isKey: (text: string) => boolean,
  read: (keys: readonly string[]) => Promise<readonly Row[]>,
): DataLoader<string, Row | null> {
  return new DataLoader(async (keys) => {
    const possible = keys.filter(isKey);
    const rows = possible.length === 0 ? [] : await read(possible);
    const byKey = new Map(rows.map((row) => [String(row[name]), row]));
    return keys.map((one) => byKey.get(one) ?? null);
  });
}
