import type { ResolverModules } from '@agora/platform/graph/resolved-schema';
import { profiles } from './profiles.ts';
import type { Resolvers } from '../graph/schema.generated.ts';
import { sessions } from './sessions.ts';
import { users } from './users.ts';

export const resolvers: ResolverModules<Resolvers> = { users, profiles, sessions };
