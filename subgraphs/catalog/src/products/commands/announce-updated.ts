import { announce } from '@agora/platform/events/event-log';
import { ProductUpdated } from '@agora/schema/events/catalog';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Product } from '../model/product.ts';

/** Announces what a product says now. */
export async function announceUpdated(tx: EntityManager, product: Product): Promise<void> {
  await tx.populate(product, ['category']);
  const { id: productId, sellerId, status, name, slug, category, version } = product;
  await announce(tx, ProductUpdated, { productId, sellerId, status, name, slug, categorySlug: category.slug, version });
}
