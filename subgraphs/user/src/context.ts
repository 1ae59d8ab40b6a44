import type { BaseContext } from '@agora/platform/graph/base-context';
import type { Feeds } from '@agora/platform/live/feed';
import type { Cursors } from '@agora/platform/reading/cursor';
import type { RequestEmail } from './accounts/request-email.ts';
import type { Lifetimes } from './config.ts';
import type { Attempts } from './identities/attempts.ts';
import type { ReturnTo } from './identities/inputs.ts';
import type { Providers } from './identities/providers.ts';
import type { TaxIds } from './profiles/tax-ids.ts';
import type { RateLimits } from './rate-limits.ts';
import type { Loaders } from './reads.ts';
import type { Places } from './sessions/places.ts';
import type { Tokens } from './sessions/tokens/tokens.ts';
import type { Totp } from './two-factor/totp.ts';

/** What every resolver is given. */
export interface Context extends BaseContext {
  readonly loaders: Loaders;
  readonly tokens: Tokens;
  readonly limits: RateLimits;
  readonly requestEmail: RequestEmail;
  readonly totp: Totp;
  readonly taxIds: TaxIds;
  readonly lifetimes: Lifetimes;
  readonly feeds: Feeds;
  readonly cursors: Cursors;
  readonly providers: Providers;
  readonly attempts: Attempts;
  /** Where providers may send people back to. */
  readonly returnTo: ReturnTo;
  readonly places: Places;
  /** The session that cookies are of where somebody signed in meanwhile: theirs, or that of who asked; null for a guest's, who has none. */
  sessionOfCookies?: string | null;
}
