import type { BaseContext } from '@agora/platform/graph/base-context';
import type { Feeds } from '@agora/platform/live/feed';
import type { CheckoutTerms } from './checkout/commands/complete-checkout.ts';
import type { PaymentMethod } from './payments/payment-method.ts';
import type { RateLimits } from './rate-limits.ts';
import type { Loaders } from './reads.ts';

/** What every resolver is given. */
export interface Context extends BaseContext {
  readonly loaders: Loaders;
  readonly feeds: Feeds;
  readonly limits: RateLimits;
  /** What the provider knows, by id, in the order to show. */
  readonly paymentMethods: ReadonlyMap<string, PaymentMethod>;
  readonly checkout: CheckoutTerms;
}
