import type { BaseContext } from '@agora/platform/graph/base-context';
import type { Feeds } from '@agora/platform/live/feed';
import type { Cursors } from '@agora/platform/reading/cursor';
import type { MediaFiles } from './media/open-files.ts';
import type { Loaders } from './reads.ts';
import type { AskedQueries } from './search/asked-queries.ts';
import type { ShareLinks } from './wishlists/share-links.ts';
import type { HouseRules } from './reviews/model/first-look.ts';
import type { Retention } from './transfers/commands/sweep-jobs.ts';

/** What every resolver is given. */
export interface Context extends BaseContext {
  readonly loaders: Loaders;
  readonly feeds: Feeds;
  readonly cursors: Cursors;
  readonly files: MediaFiles;
  readonly shareLinks: ShareLinks;
  /** How long files of imports and exports are kept. */
  readonly retention: Retention;
  readonly houseRules: HouseRules;
  readonly askedQueries: AskedQueries;
  /** Makes the marks of who looked at something a moment ago. */
  readonly viewSecret: string;
}
