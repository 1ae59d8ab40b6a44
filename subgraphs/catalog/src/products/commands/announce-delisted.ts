import { announce } from '@agora/platform/events/event-log';
import { VariantDelisted } from '@agora/schema/events/catalog';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Product } from '../model/product.ts';
import type { ProductVariant } from '../model/product-variant.ts';

/** Announces that these variants of a product can no longer be bought. Who sells them again gives them new terms, `ProductVariant.listAgain`. */
export async function announceDelisted(tx: EntityManager, { id: productId }: Product, variants: Iterable<ProductVariant>): Promise<void> {
  for (const { id: variantId, version } of variants) await announce(tx, VariantDelisted, { variantId, productId, version });
}
