import type { Connection } from '@agora/platform/reading/connection';
import type { FeedEvent } from '@agora/platform/live/feed';
import type { NewComment } from '../feed.ts';
import type { CommentRow, CommunityRow, PostRow } from '../reads.ts';

/** What the resolvers of each type of the graph are given. */
export type Community = CommunityRow;
export type Post = PostRow;
export type Comment = CommentRow;
export interface Product {
  readonly id: string;
}
export type CommunityConnection = Connection<CommunityRow>;
export type PostConnection = Connection<PostRow>;
export type CommentConnection = Connection<CommentRow>;
export type CommentEvent = FeedEvent<NewComment>;

/** Payloads are stored for repeats of the same request: ids only. */
export interface PostCreatePayload {
  readonly postId?: string;
}

export interface CommentCreatePayload {
  readonly commentId?: string;
}
