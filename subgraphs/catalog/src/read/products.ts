import type { EntityManager } from '@mikro-orm/postgresql';
import { type Actor, isAdmin } from '@agora/platform/actor';
import { query } from '@agora/platform/database';
import type { ProductTranslations } from '../model/product.ts';

export interface ProductRow {
  readonly id: string;
  readonly slug: string;
  readonly sellerId: string;
  readonly name: string;
  readonly description: string;
  readonly translations: ProductTranslations;
  readonly status: 'DRAFT' | 'PUBLISHED' | 'ARCHIVED';
  readonly categoryId: string;
  readonly priceFrom: number;
  readonly currencyCode: string;
  readonly createdAt: string;
}

/** What `ProductRow` is read from. */
export const PRODUCT_COLUMNS = `
  product.id, product.slug, product.seller_id as "sellerId", product.name, product.description, product.translations,
  product.status, product.category_id as "categoryId", product.price_from::float8 as "priceFrom",
  product.currency_code as "currencyCode", product.created_at as "createdAt"`;

/** Drafts are seen by their seller and administrators only; `$2` and `$3` are those of `viewerParams`. */
export const VISIBLE_PRODUCT = `(product.status <> 'DRAFT' or product.seller_id = $2 or $3)`;

export function viewerParams(actor: Actor | null): readonly [string | null, boolean] {
  return [actor?.id ?? null, isAdmin(actor)];
}

export function readProducts(em: EntityManager, actor: Actor | null, by: 'id' | 'slug', keys: readonly string[]): Promise<ProductRow[]> {
  return query(em, `select ${PRODUCT_COLUMNS} from product where product.${by} = any($1) and ${VISIBLE_PRODUCT}`, [
    keys,
    ...viewerParams(actor),
  ]);
}
