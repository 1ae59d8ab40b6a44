import type { Resolvers } from '../graph/schema.generated.ts';

export const products: Resolvers = {
  Product: {
    __resolveReference: ({ id }) => ({ id }),
    discussions: ({ id }, args, { loaders }) => loaders.postsAbout.load(id, args),
    discussionCount: ({ id }, _, { loaders }) => loaders.postCountAbout.load(id),
  },
};
