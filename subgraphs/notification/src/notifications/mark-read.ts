import type { EntityManager } from '@mikro-orm/postgresql';
import { transaction } from '@agora/platform/database/database';
import { type Problem, Refusal } from '@agora/platform/errors';
import { prefixOf } from '@agora/platform/ids';
import { columnsOf } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import { lockRecipients } from '../recipients/lock-recipients.ts';
import { Notification } from './model/notification.ts';
import { sentences } from './sentences.ts';

export interface MarkRead {
  readonly recipientId: string;
  /** Which; 'all' for all. */
  readonly which: readonly string[] | 'all';
}

/**
 * Marks all that are named, or none. Answers which were unread before, and how many are unread still.
 * @throws NOT_FOUND, naming each, for those that the recipient does not have.
 */
export async function markRead(em: EntityManager, { recipientId, which }: MarkRead): Promise<{ changed: string[]; unreadCount: number }> {
  return transaction(em, async (tx) => {
    const [recipient] = await lockRecipients(tx, [recipientId]);
    if (!recipient) throw new Error('A recipient could not be locked.');
    if (which !== 'all') await mustBeTheirs(tx, recipientId, which);
    const changed = await markUnread(tx, [recipientId, which === 'all' ? null : which]);
    return { changed: changed.map(({ id }) => id), unreadCount: recipient.read(changed.length) };
  });
}

const ID = columnsOf(Notification, 'id');

const markUnread = statement(
  ID,
  (columns) => `update notification set read_at = now()
    where recipient_id = $1 and read_at is null and ($2::text[] is null or id = any($2)) returning ${columns}`,
);

const ofRecipient = statement(ID, (columns) => `select ${columns} from notification where recipient_id = $1 and id = any($2::text[])`);

async function mustBeTheirs(tx: EntityManager, recipientId: string, ids: readonly string[]): Promise<void> {
  const wellFormed = ids.filter((id) => prefixOf(id) === 'ntf');
  const theirs = new Set((await ofRecipient(tx, [recipientId, wellFormed])).map(({ id }) => id));
  const [first, ...rest] = ids.flatMap((id, index): Problem[] =>
    theirs.has(id) ? [] : [{ code: 'NOT_FOUND', message: sentences.noSuchNotification, field: ['ids', String(index)] }],
  );
  if (first) throw new Refusal([first, ...rest]);
}
