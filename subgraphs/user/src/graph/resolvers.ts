import type { ResolverModules } from '@agora/platform/graph/resolved-schema';
import { accounts } from '../accounts/resolvers.ts';
import { addresses } from '../addresses/resolvers.ts';
import { identities } from '../identities/resolvers.ts';
import { people } from '../people/resolvers.ts';
import { profiles } from '../profiles/resolvers.ts';
import { relations } from '../relations/resolvers.ts';
import { securityEvents } from '../security-events/resolvers.ts';
import { sellerPages } from '../seller-pages/resolvers.ts';
import { sellers } from '../sellers/resolvers.ts';
import { sessions } from '../sessions/resolvers.ts';
import { signIn } from '../sign-in/resolvers.ts';
import { skills } from '../skills/resolvers.ts';
import { twoFactor } from '../two-factor/resolvers.ts';
import type { Resolvers } from './schema.generated.ts';

export const resolvers: ResolverModules<Resolvers> = {
  accounts,
  sessions,
  twoFactor,
  addresses,
  relations,
  skills,
  profiles,
  sellers,
  sellerPages,
  signIn,
  identities,
  people,
  securityEvents,
};
