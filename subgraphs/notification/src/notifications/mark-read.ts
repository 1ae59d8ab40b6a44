import type { EntityManager } from '@mikro-orm/postgresql';
import { query, transaction } from '@agora/platform/database/database';
import { type Problem, Refusal } from '@agora/platform/errors';
import { prefixOf } from '@agora/platform/ids';
import { lockRecipients } from '../recipients/lock-recipients.ts';
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
    const changed = await query<{ id: string }>(
      tx,
      `update notification set read_at = now()
       where recipient_id = $1 and read_at is null and ($2::text[] is null or id = any($2)) returning id`,
      [recipientId, which === 'all' ? null : which],
    );
    return { changed: changed.map(({ id }) => id), unreadCount: recipient.read(changed.length) };
  });
}

async function mustBeTheirs(tx: EntityManager, recipientId: string, ids: readonly string[]): Promise<void> {
  const wellFormed = ids.filter((id) => prefixOf(id) === 'ntf');
  const rows = await query<{ id: string }>(tx, 'select id from notification where recipient_id = $1 and id = any($2::text[])', [
    recipientId,
    wellFormed,
  ]);
  const theirs = new Set(rows.map(({ id }) => id));
  const [first, ...rest] = ids.flatMap((id, index): Problem[] =>
    theirs.has(id) ? [] : [{ code: 'NOT_FOUND', message: sentences.noSuchNotification, field: ['ids', String(index)] }],
  );
  if (first) throw new Refusal([first, ...rest]);
}
