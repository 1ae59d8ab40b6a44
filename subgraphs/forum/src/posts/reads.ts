import { byKey, countByKey, idOf } from '@agora/platform/reading/by-key';
import { type RowOf, rowsOf } from '@agora/platform/reading/columns';
import { sortedBy } from '@agora/platform/reading/list-order';
import { listsOf } from '@agora/platform/reading/lists';
import type { Visibility } from '@agora/platform/reading/reader';
import { isHiddenFrom } from '@agora/platform/relations/hidden';
import { Post } from './model.ts';

const posts = rowsOf(Post);

export type PostRow = RowOf<typeof posts>;

/** Whom a reader has blocked or muted, or was blocked by, is in no list; whoever follows a link reads all the same. */
const isToBeListed: Visibility = (viewer) => `not ${isHiddenFrom(viewer, 'post.author_id')}`;

/** A list's name stands in its cursors. */
const newestFirst = (name: string) =>
  sortedBy(name, { sql: 'post.created_at', type: 'timestamptz', direction: 'DESC' }, { sql: 'post.id', type: 'text', direction: 'DESC' });

export const postReads = {
  post: byKey({ rows: posts, key: 'id', asKey: idOf('pst') }),
  postsIn: listsOf({
    rows: posts,
    of: 'post.community_id = parent.id',
    visible: isToBeListed,
    order: newestFirst('posts by community_id'),
  }),
  postsAbout: listsOf({ rows: posts, of: 'post.product_id = parent.id', visible: isToBeListed, order: newestFirst('posts by product_id') }),
  postCountAbout: countByKey({ rows: posts, key: 'productId', asKey: idOf('prd') }),
};
