import { line, text, textOrNone } from '@agora/platform/input/input';
import * as z from 'zod';
import { isExplained, NOT_EXPLAINED, Reason } from '../products/inputs/moderation.ts';
import { ReviewFilter } from './reads/review-filter.ts';

const Stars = z.int().min(1).max(5);
const Title = line(120).nullable();
/** Stars say something by themselves. */
const Body = textOrNone(5_000);
const Files = z.array(z.string()).nullable();

export const ReviewCreateInput = z.object({
  productId: z.string(),
  rating: Stars,
  title: Title.optional().transform((title) => title ?? null),
  body: Body,
  mediaIds: Files.optional().transform((ids) => ids ?? []),
  locale: z.string().nullish(),
});

/** What is absent stays; null clears where something may be absent. */
export const ReviewUpdateInput = z
  .object({
    reviewId: z.string(),
    rating: Stars.optional(),
    title: Title.optional(),
    body: Body.optional(),
    mediaIds: Files.optional(),
    expectedVersion: z.int().nullish(),
  })
  .transform(({ rating, title, body, mediaIds, expectedVersion, ...given }) => ({
    ...given,
    facts: { ...(rating !== undefined && { rating }), ...(title !== undefined && { title }), ...(body !== undefined && { body }) },
    mediaIds: mediaIds === null ? [] : mediaIds,
    expectedVersion: expectedVersion ?? null,
  }));

export const ReviewAnswerSetInput = z.object({ reviewId: z.string(), body: text(5_000) });

export const ReviewRejectInput = z
  .object({ reviewId: z.string(), ...Reason, expectedVersion: z.int().nullish() })
  .refine(isExplained, NOT_EXPLAINED)
  .transform(({ expectedVersion, ...given }) => ({ ...given, expectedVersion: expectedVersion ?? null }));

/** Arguments of lists of reviews, so that a problem names its place in them. */
export const ReviewsArgs = z.object({ filter: ReviewFilter.nullish().transform((filter) => filter ?? {}) });
