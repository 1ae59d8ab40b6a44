import { personal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';

const RecipientSchema = defineEntity({
  name: 'Recipient',
  indexes: [{ name: 'recipient_moderators', properties: ['id'], where: 'is_moderator' }],
  properties: personal('id', {
    id: p.text().primary(),
    displayName: p.text().nullable(),
    locale: p.text().nullable(),
    unreadCount: p.integer().default(0),
    isModerator: p.boolean().default(false),
  }),
});

/**
 * Somebody who is told things. The row is the lock of their notifications, so that the unread count is exact; name and
 * locale are null until user has said them, and nobody moderates before that.
 */
export class Recipient extends RecipientSchema.class {
  /** Answers how many are unread now. */
  receive(): number {
    this.unreadCount += 1;
    return this.unreadCount;
  }

  /** Answers how many are unread still. */
  read(count: number): number {
    if (count > this.unreadCount) throw new Error(`${this.id} read ${count} notifications, but ${this.unreadCount} were unread.`);
    this.unreadCount -= count;
    return this.unreadCount;
  }
}
RecipientSchema.setClass(Recipient);
