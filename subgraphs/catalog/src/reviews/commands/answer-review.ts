import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { announce } from '@agora/platform/events/event-log';
import { type Actor, isAdmin, isModerator } from '@agora/platform/security/actor';
import { ReviewAnswered, ReviewUnanswered } from '@agora/schema/events/catalog';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Product } from '../../products/model/product.ts';
import { excerptOf } from '../model/excerpt.ts';
import { sentences } from '../sentences.ts';
import { aboutOf } from './announcements.ts';
import { lockReviewAlone, mustNotBeSuspended } from './lock-review.ts';

/**
 * Answers what is shown of one's own product, or changes the answer.
 * @throws NOT_FOUND; FORBIDDEN while suspended.
 */
export async function answerReview(em: EntityManager, reviewId: string, by: Actor, answer: string): Promise<void> {
  await transaction(em, async (tx) => {
    const review = await lockReviewAlone(tx, reviewId, { sellerId: by.id, status: 'APPROVED' });
    await mustNotBeSuspended(tx, by);
    const isFirst = review.answer == null;
    if (!review.respond(answer, new Date())) return;
    const { name: productName } = await tx.findOneOrFail(Product, review.product.id, { fields: ['name'] });
    await announce(tx, ReviewAnswered, { ...aboutOf(review), productName, excerpt: excerptOf(answer), isFirst });
  });
}

/** Removes the answer: its seller, and whoever moderates. @throws NOT_FOUND */
export async function withdrawAnswer(em: EntityManager, reviewId: string, by: Actor): Promise<void> {
  await transaction(em, async (tx) => {
    const mayAll = isAdmin(by) || isModerator(by);
    const review = await lockReviewAlone(tx, reviewId, mayAll ? {} : { sellerId: by.id });
    if (!review.withdrawAnswer()) throw new Refusal('NOT_FOUND', sentences.noAnswer, ['reviewId']);
    await announce(tx, ReviewUnanswered, aboutOf(review));
  });
}
