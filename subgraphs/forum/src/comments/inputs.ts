import { text } from '@agora/platform/input/input';
import * as z from 'zod';

export const CommentInput = z.object({
  postId: z.string(),
  parentId: z.string().nullish(),
  body: text(20_000),
});
