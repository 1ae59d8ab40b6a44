import { checked } from '@agora/platform/input/input';
import { present } from '@agora/platform/reading/batch';
import { isAdmin, isModerator, mayReadPrivate, signedIn } from '@agora/platform/security/actor';
import type { PageArgs } from '@agora/platform/reading/connection';
import type { Context } from '../context.ts';
import type { ReviewFilterInput, ReviewSortInput, ReviewUpdatePayloadResolvers, Resolvers } from '../graph/schema.generated.ts';
import { answerReview, withdrawAnswer } from './commands/answer-review.ts';
import { createReview } from './commands/create-review.ts';
import { deleteReview } from './commands/delete-review.ts';
import { approveReview, rejectReview } from './commands/judge-review.ts';
import { updateReview } from './commands/update-review.ts';
import { voteReview } from './commands/vote-review.ts';
import { ReviewAnswerSetInput, ReviewCreateInput, ReviewRejectInput, ReviewsArgs, ReviewUpdateInput } from './inputs.ts';
import { ratingOf } from './reads/rating.ts';
import type { ReviewsArgs as Listed, ReviewRow, ReviewSort } from './reads/reviews.ts';

const changedReview: ReviewUpdatePayloadResolvers = {
  review: ({ reviewId }, _, { loaders }) => (reviewId ? loaders.review.load(reviewId) : null),
};

const NEWEST_FIRST: ReviewSort = { field: 'CREATED_AT', direction: 'DESC' };

export const reviews: Resolvers = {
  Query: {
    review: (_, { id }, { loaders }) => loaders.review.load(id),
    reviews: (_, args, context) => context.loaders.reviewQueue.load(listed(args, context)),
  },

  Mutation: {
    reviewCreate: async (_, { input }, { em, actor, language, houseRules }) => {
      const { locale, ...given } = checked(ReviewCreateInput, input);
      return { reviewId: await createReview(em, { ...given, locale: locale ?? language, by: signedIn(actor) }, houseRules) };
    },
    reviewUpdate: async (_, { input }, { em, actor, houseRules }) => {
      const given = checked(ReviewUpdateInput, input);
      await updateReview(em, { ...given, by: signedIn(actor) }, houseRules);
      return { reviewId: given.reviewId };
    },
    reviewDelete: async (_, { input: { reviewId } }, { em, actor }) => ({
      productId: await deleteReview(em, reviewId, signedIn(actor)),
      deletedReviewId: reviewId,
    }),
    reviewHelpfulSet: async (_, { input: { reviewId, isHelpful } }, { em, actor }) => {
      await voteReview(em, reviewId, signedIn(actor), isHelpful);
      return { reviewId };
    },
    reviewAnswerSet: async (_, { input }, { em, actor }) => {
      const { reviewId, body } = checked(ReviewAnswerSetInput, input);
      await answerReview(em, reviewId, signedIn(actor), body);
      return { reviewId };
    },
    reviewAnswerDelete: async (_, { input: { reviewId } }, { em, actor }) => {
      await withdrawAnswer(em, reviewId, signedIn(actor));
      return { reviewId };
    },
    reviewApprove: async (_, { input: { reviewId, expectedVersion } }, { em, actor }) => {
      await approveReview(em, { reviewId, by: signedIn(actor), expectedVersion: expectedVersion ?? null });
      return { reviewId };
    },
    reviewReject: async (_, { input }, { em, actor }) => {
      const given = checked(ReviewRejectInput, input);
      await rejectReview(em, { ...given, by: signedIn(actor) });
      return { reviewId: given.reviewId };
    },
  },

  ReviewCreatePayload: changedReview,
  ReviewUpdatePayload: changedReview,
  ReviewHelpfulSetPayload: changedReview,
  ReviewAnswerSetPayload: changedReview,
  ReviewAnswerDeletePayload: changedReview,
  ReviewApprovePayload: changedReview,
  ReviewRejectPayload: changedReview,
  ReviewDeletePayload: {
    product: ({ productId }, _, { loaders }) => (productId ? loaders.product.load(productId) : null),
  },

  Review: {
    __resolveReference: ({ id }, { loaders }) => loaders.review.load(id),
    media: async ({ id }, _, { loaders }) => [...(await loaders.mediaUsedBy.load(id))],
    author: ({ authorId }) => ({ id: authorId }),
    product: ({ productId }, _, { loaders }) => present(loaders.product.load(productId)),
    variant: ({ variantId }, _, { loaders }) => (variantId === null ? null : loaders.variant.load(variantId)),
    moderation: (review, _, { actor }) => (review.decidedAt !== null && mayReadDecision(actor, review) ? review : null),
    answer: (review) => (review.answer === null ? null : review),
    viewerHasFoundHelpful: async ({ id }, _, { actor, loaders }) => actor !== null && (await loaders.ownVote.load(id)) !== null,
    viewerCanVote: ({ authorId, status }, _, { actor }) => actor !== null && actor.id !== authorId && status === 'APPROVED',
    viewerCanEdit: ({ authorId }, _, { actor }) => actor?.id === authorId,
    viewerCanAnswer: ({ sellerId, status }, _, { actor }) => actor?.id === sellerId && status === 'APPROVED',
    viewerCanModerate: ({ authorId, sellerId }, _, { actor }) =>
      (isAdmin(actor) || isModerator(actor)) && actor?.id !== authorId && actor?.id !== sellerId,
  },

  ReviewAnswer: {
    body: ({ answer }) => filled(answer),
    author: ({ sellerId }) => ({ id: sellerId }),
    createdAt: ({ answeredAt }) => filled(answeredAt),
    editedAt: ({ answerEditedAt }) => answerEditedAt,
  },

  ReviewModeration: {
    reason: ({ rejectionReason }) => rejectionReason,
    message: ({ decisionMessage }) => decisionMessage,
    decidedAt: ({ decidedAt }) => filled(decidedAt),
    decidedBy: ({ decidedBy }, _, { actor }) => (decidedBy !== null && (isAdmin(actor) || isModerator(actor)) ? { id: decidedBy } : null),
  },

  RatingSummary: { histogram: ({ histogram }) => [...histogram] },

  Product: {
    rating: ({ ratingHistogram }) => ratingOf(ratingHistogram),
    reviews: ({ id }, args, context) => context.loaders.reviewsOfProduct.load(id, listed(args, context)),
    viewerReview: ({ id }, _, { actor, loaders }) => (actor ? loaders.ownReview.load(id) : null),
    viewerCanReview: async ({ id, sellerId, status }, _, { actor, loaders }) =>
      actor !== null && actor.id !== sellerId && status !== 'DRAFT' && (await loaders.ownReview.load(id)) === null,
  },

  User: {
    sellerRating: async ({ id }, _, { loaders }) => {
      const found = await loaders.sellerRating.load(id);
      return found && ratingOf(found.histogram);
    },
    reviews: ({ id }, args, context) => context.loaders.reviewsByAuthor.load(id, listed(args, context)),
    receivedReviews: ({ id }, args, context) => context.loaders.reviewsOfSeller.load(id, listed(args, context)),
  },
};

interface ListArgs extends PageArgs {
  readonly filter?: ReviewFilterInput | null;
  readonly sort?: ReviewSortInput | null;
}

function listed({ filter, sort, ...page }: ListArgs, { actor }: Context): Listed {
  const wanted = sort ? { field: sort.field, direction: sort.direction ?? 'DESC' } : NEWEST_FIRST;
  return { ...page, ...checked(ReviewsArgs, { filter }), sort: wanted, viewerId: actor?.id ?? null };
}

function mayReadDecision(actor: Context['actor'], { authorId }: ReviewRow): boolean {
  return mayReadPrivate(actor, authorId) || isModerator(actor);
}

function filled<Value>(value: Value | null): Value {
  if (value === null) throw new Error('A part of a review was read that it does not have.');
  return value;
}
