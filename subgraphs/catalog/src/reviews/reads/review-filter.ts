import { searchText, term } from '@agora/platform/input/input';
import type { Bind } from '@agora/platform/reading/reader';
import { during, TimeRange } from '@agora/platform/reading/time-range';
import * as z from 'zod';
import { queryTerms } from '../../search/reads/query-terms.ts';
import { REVIEW_STATUSES } from '../model/review.ts';

const MAX_LOCALES = 30;

/** `ReviewFilterInput` of the graph, checked; in a filter, null asks for nothing. */
export const ReviewFilter = z.object({
  ratings: z.array(z.int().min(1).max(5)).max(5).nullish(),
  isVerifiedPurchase: z.boolean().nullish(),
  hasMedia: z.boolean().nullish(),
  hasAnswer: z.boolean().nullish(),
  locales: z.array(term(50)).max(MAX_LOCALES).nullish(),
  query: searchText(100).nullish(),
  statuses: z.array(z.enum(REVIEW_STATUSES)).max(REVIEW_STATUSES.length).nullish(),
  productId: term(50).nullish(),
  authorId: term(50).nullish(),
  createdAt: TimeRange.nullish(),
});
export type ReviewFilter = Partial<z.output<typeof ReviewFilter>>;

/** SQL for whether what was reviewed had arrived at its author. */
export const VERIFIED = `exists (select from delivery where delivery.buyer_id = review.author_id and delivery.product_id = review.product_id)`;

/** SQL conditions on `review`, but for its state. */
export function conditionsOf(filter: ReviewFilter, bind: Bind): string[] {
  const { ratings, isVerifiedPurchase, hasMedia, hasAnswer, locales, query, productId, authorId, createdAt } = filter;
  return [
    ...(ratings ? [`review.rating = any(${bind(ratings)}::int[])`] : []),
    ...unlessAbsent(isVerifiedPurchase, VERIFIED),
    ...unlessAbsent(hasMedia, 'exists (select from media_use where media_use.used_by = review.id)'),
    ...unlessAbsent(hasAnswer, 'review.answer is not null'),
    ...(locales ? [isIn(locales, bind)] : []),
    ...(query ? [`review.words @@ (select search.query_of(${bind(JSON.stringify(queryTerms(query)))}::text::jsonb, false))`] : []),
    ...(productId == null ? [] : [`review.product_id = ${bind(productId)}::text`]),
    ...(authorId == null ? [] : [`review.author_id = ${bind(authorId)}::text`]),
    ...during('review.created_at', createdAt, bind),
  ];
}

function unlessAbsent(wanted: boolean | null | undefined, condition: string): string[] {
  return wanted == null ? [] : [wanted ? condition : `not (${condition})`];
}

/** Who asks for Spanish is given that of Colombia, too. */
function isIn(locales: readonly string[], bind: Bind): string {
  const wanted = `${bind(locales)}::text[]`;
  return `(review.locale = any(${wanted}) or split_part(review.locale, '-', 1) = any(${wanted}))`;
}
