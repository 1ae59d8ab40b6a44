import { byKey, idOf } from '@agora/platform/reading/by-key';
import { columnsOf, rowsOf } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import { Recipient } from './model.ts';

export const recipientReads = {
  /** Null of somebody who was never told anything. */
  recipient: byKey({ rows: rowsOf(Recipient, 'id', 'unreadCount'), key: 'id', asKey: idOf('usr') }),
};

/** Everybody who moderates. */
export const moderators = statement(columnsOf(Recipient, 'id'), (columns) => `select ${columns} from recipient where is_moderator`);
