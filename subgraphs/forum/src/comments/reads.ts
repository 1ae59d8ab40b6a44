import { byKey, idOf } from '@agora/platform/reading/by-key';
import { boolean, columnsOf, type RowOf } from '@agora/platform/reading/columns';
import { alongFeed } from '@agora/platform/reading/list-order';
import { listsOf } from '@agora/platform/reading/lists';
import type { Viewer, Visibility } from '@agora/platform/reading/reader';
import { isHiddenFrom } from '@agora/platform/relations/hidden';
import { feedOf } from './feed.ts';
import { Comment } from './model.ts';

const comments = {
  from: (viewer: Viewer) => `(select comment.*, ${isHiddenFrom(viewer, 'comment.author_id')} as is_hidden from comment) comment`,
  columns: { ...columnsOf(Comment), isHidden: boolean('comment.is_hidden') },
};

export type CommentRow = RowOf<typeof comments>;

/** What is hidden leaves a place where somebody replied to it. */
const isToBeListed: Visibility = () => 'not comment.is_hidden or exists (select from comment reply where reply.parent_id = comment.id)';

const oldestFirst = alongFeed(feedOf, { owner: 'comment.post_id', seq: 'comment.seq', direction: 'ASC' });

export const commentReads = {
  comment: byKey({ rows: comments, key: 'id', asKey: idOf('cmt') }),
  commentsOn: listsOf({
    rows: comments,
    of: 'comment.post_id = parent.id and comment.parent_id is null',
    visible: isToBeListed,
    order: oldestFirst,
  }),
  repliesTo: listsOf({ rows: comments, of: 'comment.parent_id = parent.id', visible: isToBeListed, order: oldestFirst }),
};
