import { byKey, countByKey, idOf } from '@agora/platform/reading/by-key';
import { boolean, columnsOf, type Expression, nullable, type RowOf, rowsOf, text } from '@agora/platform/reading/columns';
import type { PageArgs } from '@agora/platform/reading/connection';
import { type SortKey, sortedBy } from '@agora/platform/reading/list-order';
import { listOf, listsOf } from '@agora/platform/reading/lists';
import type { Bind, Visibility } from '@agora/platform/reading/reader';
import { isHiddenFrom } from '@agora/platform/relations/hidden';
import { isVisible } from '../../products/reads/products.ts';
import { ReviewVote } from '../model/review-vote.ts';
import { Review, type ReviewStatus } from '../model/review.ts';
import { conditionsOf, type ReviewFilter, VERIFIED } from './review-filter.ts';

export interface ReviewSort {
  readonly field: 'CREATED_AT' | 'RATING' | 'HELPFUL';
  readonly direction: SortKey['direction'];
}

export interface ReviewsArgs extends PageArgs {
  readonly filter: ReviewFilter;
  readonly sort: ReviewSort;
  /** Whose own are listed whichever state they are in; null for a guest. */
  readonly viewerId: string | null;
}

const reviews = {
  from: 'review join product on product.id = review.product_id',
  columns: {
    ...columnsOf(
      Review,
      'id',
      'product',
      'sellerId',
      'authorId',
      'rating',
      'title',
      'body',
      'locale',
      'status',
      'createdAt',
      'editedAt',
      'version',
      'helpfulCount',
      'decidedAt',
      'decidedBy',
      'rejectionReason',
      'decisionMessage',
      'answer',
      'answeredAt',
      'answerEditedAt',
    ),
    isVerifiedPurchase: boolean(VERIFIED),
    /** What arrived last. */
    variantId: nullable(
      text(`select delivery.variant_id from delivery
        where delivery.buyer_id = review.author_id and delivery.product_id = review.product_id
        order by delivery.delivered_at desc, delivery.order_id desc, delivery.variant_id limit 1`),
    ),
  },
};

export type ReviewRow = RowOf<typeof reviews>;

/** A review is seen where its product is: by everybody once it is approved, else by its author, moderators and administrators. */
const isSeen: Visibility = (viewer) =>
  `(${isVisible(viewer)}) and (review.status = 'APPROVED' or review.author_id = ${viewer.id} or ${viewer.isModerator} or ${viewer.isAdmin})`;

/** Whom a reader has blocked or muted, or was blocked by, is in no list, but for who moderates; whoever follows a link reads all the same. */
const isListed: Visibility = (viewer) =>
  `${isSeen(viewer)} and (${viewer.isModerator} or ${viewer.isAdmin} or not ${isHiddenFrom(viewer, 'review.author_id')})`;

const SORTED_BY: Readonly<Record<ReviewSort['field'], Pick<SortKey, 'sql' | 'type'>>> = {
  CREATED_AT: { sql: 'review.created_at', type: 'timestamptz' },
  RATING: { sql: 'review.rating', type: 'bigint' },
  HELPFUL: { sql: 'review.helpful_count', type: 'bigint' },
};

/** `name` stands in the cursors of a list; `states` says which are in it where its filter does not. */
function shown(name: string, states: (args: ReviewsArgs, bind: Bind) => string, ignored: keyof ReviewFilter | null = null) {
  return {
    rows: reviews,
    visible: isListed,
    where: (args: ReviewsArgs, bind: Bind) => [
      args.filter.statuses ? isIn(args.filter.statuses, bind) : states(args, bind),
      ...conditionsOf(ignored === null ? args.filter : { ...args.filter, [ignored]: null }, bind),
    ],
    order: ({ sort: { field, direction } }: ReviewsArgs) =>
      sortedBy(`${name} by ${field} ${direction}`, { ...SORTED_BY[field], direction }, { sql: 'review.id', type: 'text', direction }),
  };
}

function isIn(statuses: readonly ReviewStatus[], bind: Bind): string {
  return `review.status = any(${bind(statuses)}::text[])`;
}

function approvedOrOwn({ viewerId }: ReviewsArgs, bind: Bind): string {
  return viewerId === null ? `review.status = 'APPROVED'` : `review.status = 'APPROVED' or review.author_id = ${bind(viewerId)}::text`;
}

const histogram: Expression<number[]> = {
  sql: `array[${[1, 2, 3, 4, 5].map((star) => `seller_rating.of_${star}`).join(', ')}]::int[]`,
};
const sellerRatings = {
  from: `(select product.seller_id, ${[1, 2, 3, 4, 5].map((star) => `sum(product.rating_histogram[${star}]) as of_${star}`).join(', ')}
    from product where product.published_at is not null group by product.seller_id) seller_rating`,
  columns: { sellerId: text('seller_rating.seller_id'), histogram },
};

export const reviewReads = {
  review: byKey({ rows: reviews, key: 'id', asKey: idOf('rev'), visible: isSeen }),
  /** In whichever state. */
  reviewCountOfProduct: countByKey({
    rows: { from: 'review', columns: columnsOf(Review, 'product') },
    key: 'productId',
    asKey: idOf('prd'),
  }),
  /** The viewer's own, by its product. */
  ownReview: byKey({
    rows: reviews,
    key: 'productId',
    asKey: idOf('prd'),
    visible: (viewer) => `${isSeen(viewer)} and review.author_id = ${viewer.id}`,
  }),
  /** Of each review that helped the viewer. */
  ownVote: byKey({ rows: rowsOf(ReviewVote), key: 'reviewId', asKey: idOf('rev'), visible: ({ id }) => `review_vote.voter_id = ${id}` }),
  reviewsOfProduct: listsOf({
    ...shown('reviews of a product', approvedOrOwn, 'productId'),
    of: 'review.product_id = parent.id',
  }),
  reviewsByAuthor: listsOf({
    ...shown('reviews by an author', approvedOrOwn, 'authorId'),
    of: 'review.author_id = parent.id',
  }),
  reviewsOfSeller: listsOf({ ...shown("reviews of a seller's products", approvedOrOwn), of: 'review.seller_id = parent.id' }),
  /** What waits for a decision, of all products. */
  reviewQueue: listOf(shown('reviews to judge', () => `review.status = 'PENDING'`)),
  /** Of who has put something on sale, ever: what the stars of all their products add up to. */
  sellerRating: byKey({ rows: sellerRatings, key: 'sellerId', asKey: idOf('usr') }),
};
