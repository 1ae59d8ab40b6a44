import { query, transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { announce } from '@agora/platform/events/event-log';
import { ProductDeleted } from '@agora/schema/events/catalog';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import type { CatalogCode } from '../../codes.ts';
import { dropMedia } from '../../media/commands/use-media.ts';
import { orderedAmong } from '../../stock/ordered-among.ts';
import { ProductVariant } from '../model/product-variant.ts';
import { sentences } from '../sentences.ts';
import { type ChangeProduct, lockProduct } from './lock-product.ts';

/**
 * Removes a draft, with its variants.
 * @throws NOT_FOUND; IN_USE where it is no draft, or was ordered or reviewed.
 */
export async function deleteProduct(em: EntityManager, { productId, by }: ChangeProduct): Promise<void> {
  await transaction(em, async (tx) => {
    const product = await lockProduct(tx, productId, by);
    // Locked, as whoever sets stock aside has them, so that no order comes in between.
    const variants = await tx.find(
      ProductVariant,
      { product: productId },
      { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
    );
    const isOrdered = (await orderedAmong(tx, [variants.map(({ id }) => id)])).length > 0;
    const isReviewed = (await query(tx, 'select from review where product_id = $1 limit 1', [productId])).length > 0;
    if (product.status !== 'DRAFT' || isOrdered || isReviewed)
      throw new Refusal<CatalogCode>('IN_USE', sentences.notJustADraft, ['productId']);
    await tx.remove([...variants, product]).flush();
    await dropMedia(tx, [productId, ...variants.map(({ id }) => id)]);
    await announce(tx, ProductDeleted, { productId, sellerId: product.sellerId });
  });
}
