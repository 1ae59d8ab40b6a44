import { byKey, idOf } from '@agora/platform/reading/by-key';
import { rowsOf } from '@agora/platform/reading/columns';
import { Recipient } from './model.ts';

export const recipientReads = {
  /** Null of somebody who was never told anything. */
  recipient: byKey({ rows: rowsOf(Recipient, 'id', 'unreadCount'), key: 'id', asKey: idOf('usr') }),
};
