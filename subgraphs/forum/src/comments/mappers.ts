import type { FeedEvent } from '@agora/platform/live/feed';
import type { Connection } from '@agora/platform/reading/connection';
import type { NewComment } from './feed.ts';
import type { CommentRow } from './reads.ts';

export type Comment = CommentRow;
export type CommentConnection = Connection<CommentRow>;
export type CommentEvent = FeedEvent<NewComment>;

/** Stored for repeats of the same request: the id only. */
export interface CommentCreatePayload {
  readonly commentId?: string;
}
