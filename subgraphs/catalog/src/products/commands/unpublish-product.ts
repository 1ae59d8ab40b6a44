import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { announce } from '@agora/platform/events/event-log';
import { ProductUnpublished } from '@agora/schema/events/catalog';
import type { EntityManager } from '@mikro-orm/postgresql';
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
    const wasOnSale = product.isOnSale;
    if (!product.unpublish(new Date())) throw new Refusal('CONFLICT', sentences.notPublished, ['productId']);
    if (wasOnSale) await announceDelisted(tx, await product.variants.loadItems());
    await announce(tx, ProductUnpublished, { productId, sellerId: product.sellerId });
  });
}
