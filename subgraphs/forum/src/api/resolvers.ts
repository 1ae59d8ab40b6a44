import type { ResolverModules } from '@agora/platform/graph/resolved-schema';
import { comments } from './comments.ts';
import { communities } from './communities.ts';
import { posts } from './posts.ts';
import { products } from './products.ts';
import type { Resolvers } from '../graph/schema.generated.ts';

export const resolvers: ResolverModules<Resolvers> = { communities, posts, comments, products };
