import { defineEntity, p } from '@mikro-orm/postgresql';
import { Recipient } from './recipient.ts';

export const KINDS = ['ORDER_UPDATED', 'PRODUCT_SOLD', 'COMMENT_ADDED'] as const;
export type Kind = (typeof KINDS)[number];

export const SUBJECTS = ['Order', 'Post', 'Comment'] as const;

/** What a notification is about: an object of another service. */
export interface Subject {
  readonly type: (typeof SUBJECTS)[number];
  readonly id: string;
}

const NotificationSchema = defineEntity({
  name: 'Notification',
  properties: {
    id: p.text().primary(),
    recipient: () => p.manyToOne(Recipient),
    seq: p.integer(),
    eventId: p.uuid(),
    kind: p.enum(KINDS),
    title: p.text(),
    body: p.text(),
    actorId: p.text().nullable(),
    subjectType: p.enum(SUBJECTS),
    subjectId: p.text(),
    readAt: p.datetime(3).nullable(),
    createdAt: p.datetime(3),
  },
  uniques: [{ properties: ['recipient', 'seq'] }, { properties: ['recipient', 'eventId', 'kind'] }],
  indexes: [{ name: 'notification_unread', properties: ['recipient', 'seq'], where: 'read_at is null' }],
});

/** Something that somebody was told. `seq` is its place in the live feed of its recipient. */
export class Notification extends NotificationSchema.class {
  static write(
    recipient: Recipient,
    given: {
      id: string;
      seq: number;
      eventId: string;
      kind: Kind;
      title: string;
      body: string;
      actorId: string | null;
      subject: Subject;
      createdAt: Date;
    },
  ): Notification {
    const { subject, ...rest } = given;
    return Object.assign(new Notification(), { ...rest, recipient, subjectType: subject.type, subjectId: subject.id, readAt: null });
  }
}
NotificationSchema.setClass(Notification);
