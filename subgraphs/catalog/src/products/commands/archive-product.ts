import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { announce } from '@agora/platform/events/event-log';
import { ProductArchived } from '@agora/schema/events/catalog';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sentences } from '../sentences.ts';
import { announceDelisted } from './announce-delisted.ts';
import { type ChangeProduct, lockProduct } from './lock-product.ts';

/**
 * Takes a product off sale for good, and keeps it for what refers to it.
 * @throws NOT_FOUND; CONFLICT where it is archived.
 */
export async function archiveProduct(em: EntityManager, { productId, by }: ChangeProduct): Promise<void> {
  await transaction(em, async (tx) => {
    const product = await lockProduct(tx, productId, by);
    const wasOnSale = product.isOnSale;
    if (!product.archive(new Date())) throw new Refusal('CONFLICT', sentences.archived, ['productId']);
    if (wasOnSale) await announceDelisted(tx, product, await product.variants.loadItems());
    await announce(tx, ProductArchived, { productId, sellerId: product.sellerId });
  });
}
