import type { Feeds } from '@agora/platform/live/feed';
import type { BaseContext } from '@agora/platform/graph/subgraph';
import type { EventDefinition } from './events/event-catalog.ts';
import type { Loaders } from './reads.ts';

/** What every resolver is given. */
export interface Context extends BaseContext {
  readonly loaders: Loaders;
  readonly feeds: Feeds;
  readonly eventCatalog: readonly EventDefinition[];
}
