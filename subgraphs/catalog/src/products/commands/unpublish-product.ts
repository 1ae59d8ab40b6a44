import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { announce } from '@agora/platform/events/event-log';
import { ProductUnpublished } from '@agora/schema/events/catalog';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Product } from '../model/product.ts';
import { sentences } from '../sentences.ts';
import { announceDelisted } from './announce-delisted.ts';
import { type ChangeProduct, lockProduct } from './lock-product.ts';

/**
 * Takes a product off sale, back to a draft; orders that have set stock aside go on.
 * @throws NOT_FOUND; CONFLICT where it is not on sale.
 */
export async function unpublishProduct(em: EntityManager, { productId, by }: ChangeProduct): Promise<void> {
  await transaction(em, async (tx) => {
    const product = await lockProduct(tx, productId, by);
    if (!(await takeOffSale(tx, product, new Date()))) throw new Refusal('CONFLICT', sentences.notPublished, ['productId']);
  });
}

/** Off sale, back to a draft, of which everybody hears; false when it is not published. */
export async function takeOffSale(tx: EntityManager, product: Product, at: Date): Promise<boolean> {
  const { id: productId, sellerId, isOnSale: wasOnSale } = product;
  if (!product.unpublish(at)) return false;
  if (wasOnSale) await announceDelisted(tx, product, await product.variants.loadItems());
  await announce(tx, ProductUnpublished, { productId, sellerId });
  return true;
}
