import { signedIn } from '@agora/platform/actor';
import { present } from '@agora/platform/batch';
import { Refusal } from '@agora/platform/errors';
import { checked } from '@agora/platform/input';
import { lookUp } from '@agora/platform/look-up';
import { createComment } from '../commands/create-comment.ts';
import { createPost } from '../commands/create-post.ts';
import { feedOf, NewComment } from '../feed.ts';
import { CommentInput, PostInput } from './inputs.ts';
import type { CommentEvent } from './parents.ts';
import type { Resolvers } from './schema.generated.ts';

export const resolvers: Resolvers = {
  Query: {
    community: (_, args, { loaders }) => lookUp(args, { id: loaders.community, slug: loaders.communityBySlug }),
    communities: (_, args, { loaders }) => loaders.communities(args),
    post: (_, { id }, { loaders }) => loaders.post.load(id),
  },

  Mutation: {
    postCreate: async (_, { input }, { em, actor, limits }) => {
      const post = { authorId: signedIn(actor).id, ...checked(PostInput, input) };
      limits.post(post);
      return { postId: await createPost(em, post) };
    },
    commentCreate: async (_, { input }, { em, actor, limits }) => {
      const comment = { authorId: signedIn(actor).id, ...checked(CommentInput, input) };
      limits.comment(comment);
      return { commentId: await createComment(em, comment) };
    },
  },

  Subscription: {
    postCommentAdded: {
      subscribe: async (_, { postId, after }, { feeds, loaders }) => {
        if (!(await loaders.post.load(postId))) throw new Refusal('BAD_USER_INPUT', 'There is no such post.', ['postId']);
        return feeds.follow({ feeds: [feedOf(postId)], after, payload: NewComment });
      },
      resolve: (event: CommentEvent) => event,
    },
  },

  Community: {
    __resolveReference: (reference, { loaders }) =>
      'id' in reference ? loaders.community.load(reference.id) : loaders.communityBySlug.load(reference.slug),
    posts: ({ id }, args, { loaders }) => loaders.postsIn(args).load(id),
  },

  Post: {
    __resolveReference: ({ id }, { loaders }) => loaders.post.load(id),
    author: ({ authorId }) => ({ id: authorId }),
    community: ({ communityId }, _, { loaders }) => present(loaders.community.load(communityId)),
    product: ({ productId }) => (productId ? { id: productId } : null),
    comments: ({ id }, args, { loaders }) => loaders.commentsOn(id, args).load(id),
  },

  Comment: {
    __resolveReference: ({ id }, { loaders }) => loaders.comment.load(id),
    author: ({ authorId }) => ({ id: authorId }),
    post: ({ postId }, _, { loaders }) => present(loaders.post.load(postId)),
    parent: ({ parentId }, _, { loaders }) => (parentId ? loaders.comment.load(parentId) : null),
    replies: ({ id, postId }, args, { loaders }) => loaders.repliesTo(postId, args).load(id),
  },

  CommentEvent: {
    comment: ({ payload }, _, { loaders }) => present(loaders.comment.load(payload.commentId)),
  },

  PostCreatePayload: {
    post: ({ postId }, _, { loaders }) => (postId ? loaders.post.load(postId) : null),
  },

  CommentCreatePayload: {
    comment: ({ commentId }, _, { loaders }) => (commentId ? loaders.comment.load(commentId) : null),
  },

  Product: {
    __resolveReference: ({ id }) => ({ id }),
    discussions: ({ id }, args, { loaders }) => loaders.postsAbout(args).load(id),
    discussionCount: ({ id }, _, { loaders }) => loaders.postCountAbout.load(id),
  },
};
