import { transaction } from '@agora/platform/database/database';
import { announce } from '@agora/platform/events/event-log';
import type { Actor } from '@agora/platform/security/actor';
import { ReviewDeleted } from '@agora/schema/events/catalog';
import type { EntityManager } from '@mikro-orm/postgresql';
import { dropMedia } from '../../media/commands/use-media.ts';
import { aboutOf } from './announcements.ts';
import { countStars } from './count-stars.ts';
import { lockOwnReview } from './lock-review.ts';

/** Removes somebody's own review, with its votes and its answer; answers which product it was of. @throws NOT_FOUND */
export async function deleteReview(em: EntityManager, reviewId: string, by: Actor): Promise<string> {
  return transaction(em, async (tx) => {
    const { review, product } = await lockOwnReview(tx, reviewId, by, 'ANY');
    const about = aboutOf(review);
    await countStars(tx, product.id, review.counted, null);
    await tx.remove(review).flush();
    await dropMedia(tx, [reviewId]);
    await announce(tx, ReviewDeleted, about);
    return product.id;
  });
}
