/** A row as the reads give it; instants are text. */
export interface CommunityRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

export interface PostRow {
  readonly id: string;
  readonly communityId: string;
  readonly authorId: string;
  readonly productId: string | null;
  readonly title: string;
  readonly body: string;
  readonly commentCount: number;
  readonly createdAt: string;
}

export interface CommentRow {
  readonly id: string;
  readonly postId: string;
  readonly parentId: string | null;
  readonly authorId: string;
  readonly body: string;
  readonly createdAt: string;
}
