import type { Actor } from '@agora/platform/security/actor';
import type { AskOptions } from '@agora/platform/testing/subgraph';
import * as z from 'zod';
import type { Shop } from './shop.ts';

const REVIEW = `id rating title body locale status version helpfulCount isVerifiedPurchase createdAt editedAt
  author { id } product { id } variant { id } media { id } answer { body author { id } createdAt editedAt }
  moderation { reason message decidedBy { id } }
  viewerHasFoundHelpful viewerCanVote viewerCanEdit viewerCanAnswer viewerCanModerate`;

const Review = z.object({ id: z.string(), status: z.string(), version: z.int(), helpfulCount: z.int() }).loose();
const UserErrors = z.array(z.object({ code: z.string(), message: z.string(), field: z.array(z.string()).nullable() }).loose());
const Changed = z.object({ review: Review.nullish(), deletedReviewId: z.string().nullish(), userErrors: UserErrors }).loose();
export type Changed = z.output<typeof Changed>;

const Rating = z.object({ average: z.number().nullable(), count: z.int(), histogram: z.array(z.int()) });

type Verb = 'Create' | 'Update' | 'HelpfulSet' | 'AnswerSet' | 'AnswerDelete' | 'Approve' | 'Reject';

/** The everyday gestures of those who review, and are reviewed. */
export function reviewersOf(shop: Shop) {
  const reviewers = {
    async change(as: Actor, verb: Verb, input: object, options: AskOptions = {}): Promise<Changed> {
      const mutation = `mutation ($input: Review${verb}Input!) { review${verb}(input: $input) { review { ${REVIEW} } userErrors { code message field } } }`;
      return Changed.parse((await shop.data(mutation, { input }, { as, ...options }))[`review${verb}`]);
    },
    post: (as: Actor, productId: string, given: object = {}) =>
      reviewers.change(as, 'Create', { productId, rating: 5, body: 'Just as it should be.', ...given }),
    /** A review that is there. */
    async posted(as: Actor, productId: string, given: object = {}) {
      const { review, userErrors } = await reviewers.post(as, productId, given);
      if (!review) throw new Error(JSON.stringify(userErrors));
      return review;
    },
    async remove(as: Actor, reviewId: string): Promise<Changed> {
      const mutation = `mutation ($input: ReviewDeleteInput!) { reviewDelete(input: $input) {
        deletedReviewId product { id rating { count } viewerCanReview } userErrors { code message field } } }`;
      return Changed.parse((await shop.data(mutation, { input: { reviewId } }, { as }))['reviewDelete']);
    },
    async seen(as: Actor | null, id: string) {
      const data = await shop.data(`query ($id: ID!) { review(id: $id) { ${REVIEW} } }`, { id }, { as });
      return z.object({ review: Review.nullable() }).parse(data).review;
    },
    async rating(productId: string) {
      const data = await shop.data('query ($id: ID!) { product(id: $id) { rating { average count histogram } } }', { id: productId });
      return z.object({ product: z.object({ rating: Rating }) }).parse(data).product.rating;
    },
    async listed(as: Actor | null, productId: string, args = ''): Promise<string[]> {
      const list = `query ($id: ID!) { product(id: $id) { reviews(first: 100${args}) { totalCount nodes { id } } } }`;
      const { product } = z
        .object({ product: z.object({ reviews: z.object({ totalCount: z.int(), nodes: z.array(z.object({ id: z.string() })) }) }) })
        .parse(await shop.data(list, { id: productId }, { as }));
      if (product.reviews.totalCount !== product.reviews.nodes.length) throw new Error('A list counts others than it holds.');
      return product.reviews.nodes.map(({ id }) => id);
    },
    async queue(as: Actor, args = ''): Promise<string[]> {
      const Nodes = z.object({ reviews: z.object({ nodes: z.array(z.object({ id: z.string() })) }) });
      return Nodes.parse(await shop.data(`{ reviews(first: 100${args}) { nodes { id } } }`, {}, { as })).reviews.nodes.map(({ id }) => id);
    },
  };
  return reviewers;
}

export const errorsOf = ({ userErrors }: Changed) => userErrors.map(({ code, field }) => [code, field?.join('.') ?? null]);
