import type { EntityManager } from '@mikro-orm/postgresql';
import { announce } from '@agora/platform/events/event-log';
import { ProductPublished, VariantListed } from '@agora/schema/events/catalog';
import type { ProductVariant } from '../model/product-variant.ts';
import type { Product } from '../model/product.ts';

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

/** Announces on which terms each variant that its seller offers can be bought from now on: all, or some of them. */
export async function announceVariants(tx: EntityManager, product: Product, variants?: readonly ProductVariant[]): Promise<void> {
  await tx.populate(product, TERMS);
  const { id: productId, sellerId, name, category, taxClass } = product;
  const about = { productId, sellerId, productName: name, categoryIds: category.path, taxClass };
  for (const variant of variants ?? product.variants) {
    if (!variant.isEnabled) continue;
    const { id: variantId, sku, weightGrams, isDigital, version } = variant;
    const prices = variant.prices.map(({ minorUnits, currencyCode }) => ({ minorUnits, currencyCode }));
    const [price] = prices;
    if (!price) throw new TypeError(`${variantId} has no price.`);
    const variantName = product.nameOf(variant);
    await announce(tx, VariantListed, {
      ...about,
      variantId,
      sku,
      price,
      prices,
      isDigital,
      version,
      ...(variantName !== undefined && { variantName }),
      ...(weightGrams != null && { weightGrams }),
    });
  }
}

/** What has to be loaded of a product whose variants are announced. */
export const TERMS = ['category', 'options', 'variants.otherPrices'] as const;
