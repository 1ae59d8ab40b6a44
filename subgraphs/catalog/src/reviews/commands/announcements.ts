import { announce } from '@agora/platform/events/event-log';
import { ReviewApproved } from '@agora/schema/events/catalog';
import type { EntityManager } from '@mikro-orm/postgresql';
import { excerptOf } from '../model/excerpt.ts';
import type { Review } from '../model/review.ts';

/** Which review, of what, by whom. */
export function aboutOf({ id: reviewId, product, sellerId, authorId }: Review) {
  return { reviewId, productId: product.id, sellerId, authorId };
}

/** Everybody may read it from now on. `wasShown`: whether they could before, at some time. */
export async function announceApproved(
  tx: EntityManager,
  review: Review,
  {
    productName,
    approvedBy,
    wasShown,
  }: { readonly productName: string; readonly approvedBy: 'RULES' | 'MODERATOR'; readonly wasShown: boolean },
): Promise<void> {
  const { rating, title, body } = review;
  const told = { productName, rating, excerpt: excerptOf(title ?? body), approvedBy, isFirst: !wasShown };
  await announce(tx, ReviewApproved, { ...aboutOf(review), ...told });
}
