import type { ResolverModules } from '@agora/platform/graph/resolved-schema';
import { comments } from '../comments/resolvers.ts';
import { communities } from '../communities/resolvers.ts';
import { posts } from '../posts/resolvers.ts';
import type { Resolvers } from './schema.generated.ts';

export const resolvers: ResolverModules<Resolvers> = { communities, posts, comments };
