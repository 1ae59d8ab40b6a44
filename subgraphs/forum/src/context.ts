import type { BaseContext } from '@agora/platform/graph/subgraph';
import type { Feeds } from '@agora/platform/live/feed';
import type { Loaders } from './reads.ts';
import type { RateLimits } from './rate-limits.ts';

/** What every resolver is given. */
export interface Context extends BaseContext {
  readonly loaders: Loaders;
  readonly feeds: Feeds;
  readonly limits: RateLimits;
}
