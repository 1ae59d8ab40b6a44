import { line, text } from '@agora/platform/input/input';
import * as z from 'zod';

export const PostInput = z.object({
  communityId: z.string(),
  title: line(200),
  body: text(20_000),
  productId: z.string().nullish(),
});
