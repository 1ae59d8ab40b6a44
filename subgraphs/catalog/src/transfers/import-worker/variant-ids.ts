import { columnsOf } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import type { EntityManager } from '@mikro-orm/postgresql';
import { ProductVariant } from '../../products/model/product-variant.ts';

/** The variants of a product, by their codes. */
export async function variantIdsOf(tx: EntityManager, productId: string): Promise<Map<string, string>> {
  return new Map((await variantsOf(tx, [productId])).map(({ sku, id }) => [sku, id]));
}

const variantsOf = statement(
  columnsOf(ProductVariant, 'id', 'sku'),
  (columns) => `select ${columns} from product_variant where product_id = $1`,
);
