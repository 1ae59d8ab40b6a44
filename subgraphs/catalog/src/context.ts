import type { BaseContext } from '@agora/platform/base-context';
import type { Cursors } from '@agora/platform/reading/cursor';
import type { Feeds } from '@agora/platform/feed';
import type { Loaders } from './loaders.ts';

/** What every resolver is given. */
export interface Context extends BaseContext {
  readonly loaders: Loaders;
  readonly feeds: Feeds;
  readonly cursors: Cursors;
}
