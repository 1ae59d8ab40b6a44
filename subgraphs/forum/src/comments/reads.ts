import { byKey, idOf } from '@agora/platform/reading/by-key';
import { type RowOf, rowsOf } from '@agora/platform/reading/columns';
import { alongFeed } from '@agora/platform/reading/list-order';
import { listsOf } from '@agora/platform/reading/lists';
import { feedOf } from './feed.ts';
import { Comment } from './model.ts';

const comments = rowsOf(Comment);

export type CommentRow = RowOf<typeof comments>;

const oldestFirst = alongFeed(feedOf, { owner: 'comment.post_id', seq: 'comment.seq', direction: 'ASC' });

export const commentReads = {
  comment: byKey({ rows: comments, key: 'id', asKey: idOf('cmt') }),
  commentsOn: listsOf({ rows: comments, of: 'comment.post_id = parent.id and comment.parent_id is null', order: oldestFirst }),
  repliesTo: listsOf({ rows: comments, of: 'comment.parent_id = parent.id', order: oldestFirst }),
};
