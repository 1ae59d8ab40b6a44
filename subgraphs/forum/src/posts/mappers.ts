import type { Connection } from '@agora/platform/reading/connection';
import type { PostRow } from './reads.ts';

export type Post = PostRow;
export type PostConnection = Connection<PostRow>;

/** Stored for repeats of the same request: the id only. */
export interface PostCreatePayload {
  readonly postId?: string;
}

export interface Product {
  readonly id: string;
}
