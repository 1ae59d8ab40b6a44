import * as z from 'zod';
import { event, id, instant } from './event.ts';

export const CommunityCreated = event('forum.community.created.v1', 'communityId', 'A community was opened.', {
  communityId: id('com'),
  slug: z.string(),
  name: z.string(),
});

export const PostCreated = event('forum.post.created.v1', 'postId', 'Somebody posted in a community.', {
  postId: id('pst'),
  communityId: id('com'),
  authorId: id('usr'),
  productId: id('prd').optional(),
  title: z.string(),
  createdAt: instant,
});

export const CommentAdded = event('forum.comment.added.v1', 'postId', 'Somebody commented on a post, or replied to a comment.', {
  commentId: id('cmt'),
  postId: id('pst'),
  postTitle: z.string(),
  postAuthorId: id('usr'),
  authorId: id('usr'),
  parentId: id('cmt').optional(),
  parentAuthorId: id('usr').optional(),
  excerpt: z.string().describe('The first words of the comment.'),
  createdAt: instant,
});
