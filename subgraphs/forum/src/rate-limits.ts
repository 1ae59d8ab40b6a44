import type { Budgets } from '@agora/platform/budgets/budgets';

/** What may be done how often; what is too much is refused with RATE_LIMITED. */
export interface RateLimits {
  post(by: { readonly authorId: string }): void;
  comment(by: { readonly authorId: string }): void;
}

/** Nobody writes thirty posts in an hour that others want to read. */
const POSTS = { capacity: 20, refillPerSecond: 1 / 120, what: 'posts' };

/** A quick exchange is a comment every few seconds. */
const COMMENTS = { capacity: 40, refillPerSecond: 1 / 5, what: 'comments' };

export function createRateLimits(budgets: Budgets): RateLimits {
  const posts = budgets.budget('post', POSTS);
  const comments = budgets.budget('comment', COMMENTS);
  return {
    post: ({ authorId }) => void posts.spend(authorId),
    comment: ({ authorId }) => void comments.spend(authorId),
  };
}
