import type { Resolvers } from './schema.generated.ts';

export const products: Resolvers = {
  Product: {
    __resolveReference: ({ id }) => ({ id }),
    discussions: ({ id }, args, { loaders }) => loaders.postsAbout(args).load(id),
    discussionCount: ({ id }, _, { loaders }) => loaders.postCountAbout.load(id),
  },
};
