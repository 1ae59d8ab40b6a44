import { loadersOf } from '@agora/platform/reading/loaders';
import { accountReads } from './accounts/reads.ts';
import { addressReads } from './addresses/reads.ts';
import { identityReads } from './identities/reads.ts';
import { peopleReads } from './people/reads/people.ts';
import { profileReads } from './profiles/reads/profiles.ts';
import { relationReads } from './relations/reads.ts';
import { sellerPageReads } from './seller-pages/reads.ts';
import { sellerReads } from './sellers/reads/verifications.ts';
import { sessionReads } from './sessions/reads.ts';
import { securityEventReads } from './security-events/reads/security-events.ts';
import { skillReads } from './skills/reads/skills.ts';
import { twoFactorReads } from './two-factor/reads.ts';

/** The reads of one request: each level of a query is one statement for each type. */
export const openLoaders = loadersOf({
  ...accountReads,
  ...sessionReads,
  ...twoFactorReads,
  ...securityEventReads,
  ...addressReads,
  ...relationReads,
  ...skillReads,
  ...profileReads,
  ...sellerReads,
  ...sellerPageReads,
  ...identityReads,
  ...peopleReads,
});

export type Loaders = ReturnType<typeof openLoaders>;
