import type { BaseContext } from '@agora/platform/graph/base-context';
import type { Feeds } from '@agora/platform/live/feed';
import type { CheckoutTerms } from './checkout/commands/complete-checkout.ts';
import type { RateLimits } from './rate-limits.ts';
import type { Loaders } from './reads.ts';

/** What every resolver is given. */
export interface Context extends BaseContext {
  readonly loaders: Loaders;
  readonly feeds: Feeds;
  readonly limits: RateLimits;
  /** Ids of the payment methods that the provider knows. */
  readonly paymentMethods: ReadonlySet<string>;
  readonly checkout: CheckoutTerms;
}
