import type { EntityManager } from '@mikro-orm/postgresql';
import { announceLive } from '@agora/platform/events/event-log';
import { newId } from '@agora/platform/ids';
import { NotificationCreated } from '@agora/schema/events/notification';
import { notificationEntry } from '../feed.ts';
import { type Kind, Notification, type Subject } from '../model/notification.ts';
import type { Recipient } from '../model/recipient.ts';
import type { Text, Words } from '../vocabulary.ts';
import { wordsFor } from '../words.ts';
import { lockRecipients } from './lock-recipients.ts';

/** Something to tell somebody, to be said in their language. */
export interface Notice {
  readonly recipientId: string;
  readonly kind: Kind;
  /** Who caused it. */
  readonly actorId?: string;
  readonly subject: Subject;
  readonly say: (words: Words) => Text;
}

/** Tells everybody concerned of one event, in its transaction; each is told live once it has committed. */
export async function tell(tx: EntityManager, eventId: string, notices: readonly Notice[]): Promise<void> {
  if (notices.length === 0) return;
  const recipients = await lockRecipients(
    tx,
    notices.map(({ recipientId }) => recipientId),
  );
  for (const recipient of recipients) {
    for (const notice of notices) {
      if (notice.recipientId === recipient.id) await tellOne(tx, eventId, recipient, notice);
    }
  }
}

async function tellOne(tx: EntityManager, eventId: string, recipient: Recipient, notice: Notice): Promise<void> {
  const { kind, actorId = null, subject, say } = notice;
  const [id, createdAt] = [newId('ntf'), new Date()];
  const created = { notificationId: id, recipientId: recipient.id, kind, createdAt: createdAt.toISOString() };
  const entry = notificationEntry(recipient.id, { notificationId: id, unreadCount: recipient.receive() });
  const [seq] = (await announceLive(tx, NotificationCreated, created, [entry])).seqs;
  if (seq === undefined) throw new Error('A notification without its place in the feed.');
  const text = say(wordsFor(recipient.locale ?? null));
  tx.persist(Notification.write({ recipient, id, seq, eventId, kind, actorId, subject, createdAt, ...text }));
}
