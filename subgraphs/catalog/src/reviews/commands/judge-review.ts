import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { announce } from '@agora/platform/events/event-log';
import { demandVersion } from '@agora/platform/input/expected-version';
import type { Actor } from '@agora/platform/security/actor';
import { ReviewRejected } from '@agora/schema/events/catalog';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Rejection } from '../model/review.ts';
import { sentences } from '../sentences.ts';
import { aboutOf, announceApproved } from './announcements.ts';
import { countStars } from './count-stars.ts';
import { lockForModeration } from './lock-review.ts';

export interface JudgeReview {
  readonly reviewId: string;
  readonly by: Actor;
  readonly expectedVersion: number | null;
}

/**
 * Shows a review to everybody.
 * @throws NOT_FOUND; FORBIDDEN for who has a part in it; CONFLICT where it is shown already; VERSION_MISMATCH.
 */
export async function approveReview(em: EntityManager, { reviewId, by, expectedVersion }: JudgeReview): Promise<void> {
  await transaction(em, async (tx) => {
    const { review, product } = await lockForModeration(tx, reviewId, by);
    demandVersion(review, expectedVersion);
    const wasShown = review.shownAt != null;
    if (!review.approve(by.id, new Date())) throw new Refusal('CONFLICT', sentences.isApproved, ['reviewId']);
    await countStars(tx, product.id, null, review.counted);
    await announceApproved(tx, review, { productName: product.name, approvedBy: 'MODERATOR', wasShown });
  });
}

/**
 * Turns a review down, or takes it off again.
 * @throws NOT_FOUND; FORBIDDEN for who has a part in it; CONFLICT where that is so already; VERSION_MISMATCH.
 */
export async function rejectReview(
  em: EntityManager,
  { reviewId, by, expectedVersion, reason, message }: JudgeReview & Rejection,
): Promise<void> {
  await transaction(em, async (tx) => {
    const { review, product } = await lockForModeration(tx, reviewId, by);
    demandVersion(review, expectedVersion);
    const { counted } = review;
    if (!review.reject({ reason, message }, by.id, new Date())) throw new Refusal('CONFLICT', sentences.isRejected, ['reviewId']);
    await countStars(tx, product.id, counted, null);
    await announce(tx, ReviewRejected, { ...aboutOf(review), productName: product.name, reason, message });
  });
}
