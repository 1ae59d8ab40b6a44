import type { Connection } from '@agora/platform/reading/connection';
import type { Rating } from './reads/rating.ts';
import type { ReviewRow } from './reads/reviews.ts';

export type Review = ReviewRow;
export type ReviewConnection = Connection<ReviewRow>;
export type RatingSummary = Rating;
/** A review that has an answer. */
export type ReviewAnswer = ReviewRow;
/** A review about which was decided. */
export type ReviewModeration = ReviewRow;

/** Stored for repeats of the same request: the id only. */
interface ChangedReview {
  readonly reviewId?: string;
}
export type ReviewCreatePayload = ChangedReview;
export type ReviewUpdatePayload = ChangedReview;
export type ReviewHelpfulSetPayload = ChangedReview;
export type ReviewAnswerSetPayload = ChangedReview;
export type ReviewAnswerDeletePayload = ChangedReview;
export type ReviewApprovePayload = ChangedReview;
export type ReviewRejectPayload = ChangedReview;

export interface ReviewDeletePayload {
  readonly deletedReviewId?: string;
  readonly productId?: string;
}
