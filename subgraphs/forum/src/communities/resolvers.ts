import { lookUp } from '@agora/platform/reading/look-up';
import type { Resolvers } from '../graph/schema.generated.ts';

export const communities: Resolvers = {
  Query: {
    community: (_, args, { loaders }) => lookUp(args, { id: loaders.community, slug: loaders.communityBySlug }),
    communities: (_, args, { loaders }) => loaders.communities.load(args),
  },

  Community: {
    __resolveReference: (reference, { loaders }) =>
      'id' in reference ? loaders.community.load(reference.id) : loaders.communityBySlug.load(reference.slug),
  },
};
