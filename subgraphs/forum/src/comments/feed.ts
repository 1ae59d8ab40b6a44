import type { LiveEntry } from '@agora/platform/events/event-log';
import * as z from 'zod';

/** The live feed of a post's comments. */
export function feedOf(postId: string): string {
  return `post:${postId}`;
}

/** What the feed says of each comment. */
export const NewComment = z.object({ commentId: z.string() });
export type NewComment = z.output<typeof NewComment>;

export function commentEntry(postId: string, commentId: string): LiveEntry {
  return { feed: feedOf(postId), payload: { commentId } satisfies NewComment };
}
