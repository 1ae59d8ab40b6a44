import type { EntityManager } from '@mikro-orm/postgresql';
import { announceAllLive } from '@agora/platform/events/event-log';
import { newId } from '@agora/platform/ids';
import { NotificationCreated } from '@agora/schema/events/notification';
import { notificationEntry } from './feed.ts';
import { type Kind, Notification, type Subject } from './model/notification.ts';
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
  const told = theirs.map(({ recipient, notice }) => ({ recipient, notice, id: newId('ntf'), createdAt: new Date() }));
  const announced = await announceAllLive(
    tx,
    NotificationCreated,
    told.map(({ recipient, notice: { kind }, id, createdAt }) => ({
      data: { notificationId: id, recipientId: recipient.id, kind, createdAt: createdAt.toISOString() },
      entry: notificationEntry(recipient.id, { notificationId: id, unreadCount: recipient.receive() }),
    })),
  );
  for (const [index, { recipient, notice, id, createdAt }] of told.entries()) {
    const seq = announced[index]?.seq;
    if (seq === undefined) throw new Error('A notification without its place in the feed.');
    const { kind, actorId = null, subject, say } = notice;
    const text = say(wordsFor(recipient.locale ?? null));
    tx.persist(Notification.write({ recipient, id, seq, eventId, kind, actorId, subject, createdAt, ...text }));
  }
}
