import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '@agora/platform/actor';
import { query } from '@agora/platform/database';
import { viewerParams, VISIBLE_PRODUCT } from './products.ts';

export interface VariantRow {
  readonly id: string;
  readonly sku: string;
  readonly productId: string;
  readonly price: number;
  readonly currencyCode: string;
  readonly availableQuantity: number;
}

/** Variants of products that the actor may see. */
export function readVariants(
  em: EntityManager,
  actor: Actor | null,
  by: 'id' | 'product_id',
  keys: readonly string[],
): Promise<VariantRow[]> {
  return query(
    em,
    `select variant.id, variant.sku, variant.product_id as "productId", variant.price::float8 as price,
       product.currency_code as "currencyCode", variant.on_hand - variant.reserved as "availableQuantity"
     from product_variant variant join product on product.id = variant.product_id
     where variant.${by} = any($1) and ${VISIBLE_PRODUCT}
     order by variant.price, variant.id`,
    [keys, ...viewerParams(actor)],
  );
}
