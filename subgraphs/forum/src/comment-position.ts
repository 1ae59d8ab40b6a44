import type { Position } from '@agora/platform/connection';
import type { Cursors } from '@agora/platform/cursor';
import { feedCursor, seqIn } from '@agora/platform/feed';
import { feedOf } from './feed.ts';

/**
 * A comment's cursor is its place in the live feed of its post, so a client may read a page and follow what comes after
 * it, or the other way round. The sort keys are post id and seq; only cursors of `postId` can be read.
 */
export function commentPosition(cursors: Cursors, postId: string): Position {
  return {
    encode: ([ofPost = '', seq]) => feedCursor(cursors, { [feedOf(ofPost)]: Number(seq) }),
    decode: (cursor, field) => [postId, String(seqIn(cursors, cursor, feedOf(postId), field))],
  };
}
