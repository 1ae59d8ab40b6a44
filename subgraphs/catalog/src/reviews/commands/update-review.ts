import { transaction } from '@agora/platform/database/database';
import { announce } from '@agora/platform/events/event-log';
import { demandVersion } from '@agora/platform/input/expected-version';
import type { Actor } from '@agora/platform/security/actor';
import { ReviewUpdated } from '@agora/schema/events/catalog';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type HouseRules, passesFirstLook } from '../model/first-look.ts';
import type { ReviewFacts } from '../model/review.ts';
import { aboutOf, announceApproved } from './announcements.ts';
import { countStars } from './count-stars.ts';
import { lockOwnReview, mustNotBeSuspended } from './lock-review.ts';
import { showMedia } from './show-media.ts';

export interface UpdateReview {
  readonly reviewId: string;
  readonly by: Actor;
  /** What is absent stays. */
  readonly facts: Partial<ReviewFacts>;
  /** Undefined where they stay. */
  readonly mediaIds: readonly string[] | undefined;
  readonly expectedVersion: number | null;
}

/**
 * Changes what somebody said of a product; it is looked at as if it were new.
 * @throws NOT_FOUND; FORBIDDEN while suspended; VERSION_MISMATCH; what `showMedia` throws.
 */
export async function updateReview(
  em: EntityManager,
  { reviewId, by, facts, mediaIds, expectedVersion }: UpdateReview,
  rules: HouseRules,
): Promise<void> {
  await transaction(em, async (tx) => {
    const { review, product } = await lockOwnReview(tx, reviewId, by, 'SEEN');
    demandVersion(review, expectedVersion);
    await mustNotBeSuspended(tx, by);
    const before = { counted: review.counted, status: review.status, wasShown: review.shownAt != null };
    const isOtherwiseChanged = mediaIds !== undefined && (await showMedia(tx, reviewId, by.id, mediaIds));
    const passes = passesFirstLook({ title: review.title ?? null, body: review.body, ...facts }, rules);
    if (!review.edit(facts, passes, new Date(), isOtherwiseChanged)) return;
    await countStars(tx, product.id, before.counted, review.counted);
    const { rating, status, version } = review;
    await announce(tx, ReviewUpdated, {
      ...aboutOf(review),
      productName: product.name,
      rating,
      status,
      statusBefore: before.status,
      version,
    });
    if (status === 'APPROVED' && before.status !== 'APPROVED')
      await announceApproved(tx, review, { productName: product.name, approvedBy: 'RULES', wasShown: before.wasShown });
  });
}
