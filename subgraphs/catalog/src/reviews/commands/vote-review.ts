import { query, transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { announce } from '@agora/platform/events/event-log';
import { prefixOf } from '@agora/platform/ids';
import { columnsOf } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import type { Actor } from '@agora/platform/security/actor';
import { ReviewVoted } from '@agora/schema/events/catalog';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Review } from '../model/review.ts';
import { sentences } from '../sentences.ts';
import { mustNotBeSuspended, SEEN, viewedBy } from './lock-review.ts';

const lockShown = statement(
  columnsOf(Review, 'id', 'product', 'authorId'),
  (columns) => `select ${columns} from review join product on product.id = review.product_id
    where review.id = $1 and review.status = 'APPROVED' and ${SEEN} for update of review`,
);

const count = statement(
  columnsOf(Review, 'helpfulCount'),
  (columns) => `update review set helpful_count = helpful_count + $2 where id = $1 returning ${columns}`,
);

/**
 * Says whether a review helped somebody; again, it changes nothing.
 * @throws NOT_FOUND; FORBIDDEN for one's own, and while suspended.
 */
export async function voteReview(em: EntityManager, reviewId: string, by: Actor, isHelpful: boolean): Promise<void> {
  await transaction(em, async (tx) => {
    const [review] = prefixOf(reviewId) === 'rev' ? await lockShown(tx, viewedBy(reviewId, by)) : [];
    if (!review) throw new Refusal('NOT_FOUND', sentences.noSuchReview, ['reviewId']);
    if (review.authorId === by.id) throw new Refusal('FORBIDDEN', sentences.ownReview, ['reviewId']);
    await mustNotBeSuspended(tx, by);
    const changed = await query(
      tx,
      isHelpful
        ? 'insert into review_vote (review_id, voter_id) values ($1, $2) on conflict do nothing returning voter_id'
        : 'delete from review_vote where review_id = $1 and voter_id = $2 returning voter_id',
      [reviewId, by.id],
    );
    if (changed.length === 0) return;
    const [counted] = await count(tx, [reviewId, isHelpful ? 1 : -1]);
    if (!counted) throw new Error('A review that is locked is gone.');
    await announce(tx, ReviewVoted, { reviewId, productId: review.productId, helpfulCount: counted.helpfulCount });
  });
}
