import type { EntityManager } from '@mikro-orm/postgresql';
import { announce } from '@agora/platform/events/event-log';
import { ProductPublished, VariantListed } from '@agora/schema/events/catalog';
import type { Product } from './model/product.ts';

/**
 * Announces that a product went on sale, and on which terms each variant can be bought.
 * @throws for a product that is not on sale.
 */
export async function announceListed(tx: EntityManager, product: Product): Promise<void> {
  const { id: productId, sellerId, name, slug, category, publishedAt } = product;
  if (!publishedAt) throw new Error(`${productId} is not on sale.`);
  const categorySlug = category.slug;
  await announce(tx, ProductPublished, { productId, sellerId, name, slug, categorySlug, publishedAt: publishedAt.toISOString() });
  await announceVariants(tx, product);
}

/** Announces on which terms each variant can be bought from now on. */
export async function announceVariants(tx: EntityManager, product: Product): Promise<void> {
  const { id: productId, sellerId, name, currencyCode } = product;
  for (const { id: variantId, sku, priceMinorUnits, version } of product.variants) {
    const terms = { productId, sellerId, productName: name, sku, price: { minorUnits: priceMinorUnits, currencyCode }, version };
    await announce(tx, VariantListed, { variantId, ...terms });
  }
}
