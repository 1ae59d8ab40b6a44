import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '@agora/platform/actor';
import { batchAll, byArgs } from '@agora/platform/reading/batch';
import type { PageArgs } from '@agora/platform/connection';
import type { Cursors } from '@agora/platform/reading/cursor';
import { prefixOf } from '@agora/platform/ids';
import DataLoader from 'dataloader';
import { readCategories } from './read/categories.ts';
import { listProductsOf } from './read/list-products.ts';
import { readProducts } from './read/products.ts';
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
    productsOfCategory: byArgs((page: PageArgs) => batchAll((ids) => listProductsOf({ em, cursors }, ids, page))),
  };
}

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
