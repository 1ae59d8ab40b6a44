import { byKey, countByKey, idOf } from '@agora/platform/reading/by-key';
import { type RowOf, rowsOf } from '@agora/platform/reading/columns';
import { alongFeed, sortedBy } from '@agora/platform/reading/list-order';
import { listOf, listsOf } from '@agora/platform/reading/lists';
import { loadersOf } from '@agora/platform/reading/loaders';
import { feedOf } from './feed.ts';
import { Comment } from './model/comment.ts';
import { Community } from './model/community.ts';
import { Post } from './model/post.ts';

const communities = rowsOf(Community);
const posts = rowsOf(Post);
const comments = rowsOf(Comment);

export type CommunityRow = RowOf<typeof communities>;
export type PostRow = RowOf<typeof posts>;
export type CommentRow = RowOf<typeof comments>;

/** A list's name stands in its cursors. */
const newestFirst = (name: string) =>
  sortedBy(name, { sql: 'post.created_at', type: 'timestamptz', direction: 'DESC' }, { sql: 'post.id', type: 'text', direction: 'DESC' });
const oldestFirst = alongFeed(feedOf, { owner: 'comment.post_id', seq: 'comment.seq', direction: 'ASC' });

/** The reads of one request: each level of a query is one statement for each type. */
export const openLoaders = loadersOf({
  community: byKey({ rows: communities, key: 'id', asKey: idOf('com') }),
  communityBySlug: byKey({ rows: communities, key: 'slug', asKey: (slug) => (/^[a-z0-9-]+$/.test(slug) ? slug : null) }),
  communities: listOf({
    rows: communities,
    order: sortedBy(
      'communities',
      { sql: 'community.name', type: 'text', direction: 'ASC' },
      { sql: 'community.id', type: 'text', direction: 'ASC' },
    ),
  }),
  post: byKey({ rows: posts, key: 'id', asKey: idOf('pst') }),
  postsIn: listsOf({ rows: posts, of: 'post.community_id = parent.id', order: newestFirst('posts by community_id') }),
  postsAbout: listsOf({ rows: posts, of: 'post.product_id = parent.id', order: newestFirst('posts by product_id') }),
  postCountAbout: countByKey({ rows: posts, key: 'productId', asKey: idOf('prd') }),
  comment: byKey({ rows: comments, key: 'id', asKey: idOf('cmt') }),
  commentsOn: listsOf({ rows: comments, of: 'comment.post_id = parent.id and comment.parent_id is null', order: oldestFirst }),
  repliesTo: listsOf({ rows: comments, of: 'comment.parent_id = parent.id', order: oldestFirst }),
});

export type Loaders = ReturnType<typeof openLoaders>;
