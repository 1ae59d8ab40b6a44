import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { announce } from '@agora/platform/events/event-log';
import { newId } from '@agora/platform/ids';
import type { Actor } from '@agora/platform/security/actor';
import { ReviewPosted } from '@agora/schema/events/catalog';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CatalogCode } from '../../codes.ts';
import { Product } from '../../products/model/product.ts';
import { type HouseRules, passesFirstLook } from '../model/first-look.ts';
import { Review, type ReviewFacts } from '../model/review.ts';
import { sentences } from '../sentences.ts';
import { aboutOf, announceApproved } from './announcements.ts';
import { countStars } from './count-stars.ts';
import { lockSeenProduct, mustNotBeSuspended } from './lock-review.ts';
import { showMedia } from './show-media.ts';

export interface CreateReview extends ReviewFacts {
  readonly productId: string;
  readonly by: Actor;
  readonly locale: string;
  readonly mediaIds: readonly string[];
}

/**
 * Reviews a product that was put on sale, and answers the id of the review.
 * @throws NOT_FOUND; FORBIDDEN for one's own product, and while suspended; ALREADY_EXISTS; what `showMedia` throws.
 */
export async function createReview(
  em: EntityManager,
  { productId, by, locale, mediaIds, ...facts }: CreateReview,
  rules: HouseRules,
): Promise<string> {
  return transaction(em, async (tx) => {
    const product = await lockSeenProduct(tx, productId, by);
    if (product.sellerId === by.id) throw new Refusal('FORBIDDEN', sentences.ownProduct, ['productId']);
    if (!product.isOnSale && product.status !== 'ARCHIVED') throw new Refusal('NOT_FOUND', sentences.noSuchProduct, ['productId']);
    await mustNotBeSuspended(tx, by);
    if (await tx.count(Review, { product: productId, authorId: by.id }))
      throw new Refusal<CatalogCode>('ALREADY_EXISTS', sentences.oneOfEach, ['productId']);

    const [id, createdAt] = [newId('rev'), new Date()];
    const about = { id, product: tx.getReference(Product, productId), sellerId: product.sellerId, authorId: by.id };
    const review = Review.write({ ...about, ...facts, locale, createdAt }, passesFirstLook(facts, rules));
    await tx.persist(review).flush();
    await showMedia(tx, id, by.id, mediaIds);
    await countStars(tx, productId, null, review.counted);
    const { rating, status } = review;
    await announce(tx, ReviewPosted, { ...aboutOf(review), productName: product.name, rating, status, postedAt: createdAt.toISOString() });
    if (status === 'APPROVED') await announceApproved(tx, review, { productName: product.name, approvedBy: 'RULES', wasShown: false });
    return id;
  });
}
