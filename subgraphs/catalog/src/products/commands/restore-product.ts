import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { announce } from '@agora/platform/events/event-log';
import { ProductRestored } from '@agora/schema/events/catalog';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sentences } from '../sentences.ts';
import { type ChangeProduct, lockProduct } from './lock-product.ts';

/**
 * Makes an archived product a draft again.
 * @throws NOT_FOUND; CONFLICT where it is not archived.
 */
export async function restoreProduct(em: EntityManager, { productId, by }: ChangeProduct): Promise<void> {
  await transaction(em, async (tx) => {
    const product = await lockProduct(tx, productId, by);
    if (!product.restore(new Date())) throw new Refusal('CONFLICT', sentences.notArchived, ['productId']);
    await announce(tx, ProductRestored, { productId, sellerId: product.sellerId });
  });
}
