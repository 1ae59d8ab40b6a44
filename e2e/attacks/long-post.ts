import * as z from 'zod';
import { data, type Door } from '../client.ts';
import { inParallel, register, writePost } from '../shop.ts';

/** As long as a comment may be. */
export const MAX_COMMENT_LENGTH = 20_000;

/** The id of a post with so many comments, each as long as a comment may be. */
export async function longPost(door: Door, comments: number): Promise<string> {
  const { token } = await register(door, 'Lena Lang');
  const postId = await writePost(door, { token }, { title: 'Long comments', body: 'All of them.' });
  await inParallel(Array.from({ length: comments }), 4, () =>
    data(
      door,
      { commentCreate: z.object({ comment: z.object({ id: z.string() }) }) },
      'mutation ($input: CommentCreateInput!) { commentCreate(input: $input) { comment { id } } }',
      { input: { postId, body: 'x'.repeat(MAX_COMMENT_LENGTH) } },
      { token },
    ),
  );
  return postId;
}
