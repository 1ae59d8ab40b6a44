import { line, text } from '@agora/platform/input/input';
import * as z from 'zod';

/** What a client may say, before anybody acts on it. */
export const PostInput = z.object({
  communityId: z.string(),
  title: line(200),
  body: text(20_000),
  productId: z.string().nullish(),
});

export const CommentInput = z.object({
  postId: z.string(),
  parentId: z.string().nullish(),
  body: text(20_000),
});
