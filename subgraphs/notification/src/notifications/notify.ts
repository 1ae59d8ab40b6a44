import type { EntityManager } from '@mikro-orm/postgresql';
import { announceLive } from '@agora/platform/events/event-log';
import { newId } from '@agora/platform/ids';
import { NotificationCreated } from '@agora/schema/events/notification';
import { notificationEntry } from './feed.ts';
import { type Kind, Notification, type Subject } from './model/notification.ts';
import type { Recipient } from '../recipients/model.ts';
import type { Text, Words } from '../words/vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import { lockRecipients } from '../recipients/lock-recipients.ts';

/** What a notification is of; its words are chosen in the language of its recipient. */
export interface Notice {
  readonly recipientId: string;
  readonly kind: Kind;
  /** Who caused it. */
  readonly actorId?: string;
  readonly subject: Subject;
  readonly say: (words: Words) => Text;
}

/** Notifies everybody concerned of one event, in its transaction; each hears of it live once that has committed. */
export async function notify(tx: EntityManager, eventId: string, notices: readonly Notice[]): Promise<void> {
  if (notices.length === 0) return;
  const recipients = await lockRecipients(
    tx,
    notices.map(({ recipientId }) => recipientId),
  );
  const theirs = recipients.flatMap((recipient) =>
    notices.flatMap((notice) => (notice.recipientId === recipient.id ? [{ recipient, notice }] : [])),
  );
  await Promise.all(theirs.map(({ recipient, notice }) => notifyOne(tx, eventId, recipient, notice)));
}

async function notifyOne(tx: EntityManager, eventId: string, recipient: Recipient, notice: Notice): Promise<void> {
  const { kind, actorId = null, subject, say } = notice;
  const [id, createdAt] = [newId('ntf'), new Date()];
  const created = { notificationId: id, recipientId: recipient.id, kind, createdAt: createdAt.toISOString() };
  const entry = notificationEntry(recipient.id, { notificationId: id, unreadCount: recipient.receive() });
  const [seq] = (await announceLive(tx, NotificationCreated, created, [entry])).seqs;
  if (seq === undefined) throw new Error('A notification without its place in the feed.');
  const text = say(wordsFor(recipient.locale ?? null));
  tx.persist(Notification.write({ recipient, id, seq, eventId, kind, actorId, subject, createdAt, ...text }));
}
