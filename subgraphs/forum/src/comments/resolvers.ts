import { signedIn } from '@agora/platform/security/actor';
import { present } from '@agora/platform/reading/batch';
import { Refusal } from '@agora/platform/errors';
import { mapAsync } from '@agora/platform/live/map-async';
import { checked } from '@agora/platform/input/input';
import { createComment } from './create-comment.ts';
import { feedOf, NewComment } from './feed.ts';
import { CommentInput } from './inputs.ts';
import type { Resolvers } from '../graph/schema.generated.ts';

export const comments: Resolvers = {
  Mutation: {
    commentCreate: async (_, { input }, { em, actor, limits }) => {
      const comment = { authorId: signedIn(actor).id, ...checked(CommentInput, input) };
      limits.comment(comment);
      return { commentId: await createComment(em, comment) };
    },
  },

  CommentCreatePayload: {
    comment: ({ commentId }, _, { loaders }) => (commentId ? loaders.comment.load(commentId) : null),
  },

  Subscription: {
    postCommentAdded: {
      subscribe: async (_, { postId, after }, { feeds, loaders }) => {
        if (!(await loaders.post.load(postId))) throw new Refusal('BAD_USER_INPUT', 'There is no such post.', ['postId']);
        const events = await feeds.follow({ feeds: [feedOf(postId)], after, payload: NewComment });
        return mapAsync(events, async (event) => {
          const comment = await present(loaders.comment.load(event.payload.commentId));
          return comment.isHidden ? null : { postCommentAdded: event };
        });
      },
    },
  },

  CommentEvent: {
    comment: ({ payload }, _, { loaders }) => present(loaders.comment.load(payload.commentId)),
  },

  Post: {
    comments: ({ id }, args, { loaders }) => loaders.commentsOn.load(id, args),
  },

  Comment: {
    __resolveReference: ({ id }, { loaders }) => loaders.comment.load(id),
    body: ({ isHidden, body }) => (isHidden ? '' : body),
    author: ({ isHidden, authorId }) => (isHidden ? null : { id: authorId }),
    state: ({ isHidden }) => (isHidden ? 'HIDDEN' : 'VISIBLE'),
    post: ({ postId }, _, { loaders }) => present(loaders.post.load(postId)),
    parent: ({ parentId }, _, { loaders }) => (parentId ? loaders.comment.load(parentId) : null),
    replies: ({ id, postId }, args, { loaders }) => loaders.repliesTo.load(id, args, postId),
  },
};
