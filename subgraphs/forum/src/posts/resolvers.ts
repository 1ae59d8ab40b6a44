import { signedIn } from '@agora/platform/security/actor';
import { present } from '@agora/platform/reading/batch';
import { checked } from '@agora/platform/input/input';
import type { Resolvers } from '../graph/schema.generated.ts';
import { createPost } from './create-post.ts';
import { PostInput } from './inputs.ts';

export const posts: Resolvers = {
  Query: {
    post: (_, { id }, { loaders }) => loaders.post.load(id),
  },

  Mutation: {
    postCreate: async (_, { input }, { em, actor, limits }) => {
      const post = { authorId: signedIn(actor).id, ...checked(PostInput, input) };
      limits.post(post);
      return { postId: await createPost(em, post) };
    },
  },

  PostCreatePayload: {
    post: ({ postId }, _, { loaders }) => (postId ? loaders.post.load(postId) : null),
  },

  Post: {
    __resolveReference: ({ id }, { loaders }) => loaders.post.load(id),
    author: ({ authorId }) => ({ id: authorId }),
    community: ({ communityId }, _, { loaders }) => present(loaders.community.load(communityId)),
    product: ({ productId }) => (productId ? { id: productId } : null),
  },

  Community: {
    posts: ({ id }, args, { loaders }) => loaders.postsIn.load(id, args),
  },

  Product: {
    __resolveReference: ({ id }) => ({ id }),
    discussions: ({ id }, args, { loaders }) => loaders.postsAbout.load(id, args),
    discussionCount: ({ id }, _, { loaders }) => loaders.postCountAbout.load(id),
  },
};
