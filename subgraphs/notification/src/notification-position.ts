import type { Position } from '@agora/platform/connection';
import type { Cursors } from '@agora/platform/cursor';
import { feedCursor, seqIn } from '@agora/platform/feed';
import { feedOf } from './feed.ts';

/**
 * A notification's cursor is its place in the live feed of its recipient, so a client may read a page and follow what
 * comes after it, or the other way round. The sort keys are recipient id and seq; only cursors of `recipientId` can be
 * read.
 */
export function notificationPosition(cursors: Cursors, recipientId: string): Position {
  return {
    encode: ([ofRecipient = '', seq]) => feedCursor(cursors, { [feedOf(ofRecipient)]: Number(seq) }),
    decode: (cursor, field) => [recipientId, String(seqIn(cursors, cursor, feedOf(recipientId), field))],
  };
}
