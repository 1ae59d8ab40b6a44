import { newRow, type NewRow } from '@agora/platform/database/new-row';
import { impersonal, personal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { Recipient } from '../../recipients/model.ts';

export const KINDS = [
  'ORDER_UPDATED',
  'PRODUCT_SOLD',
  'STOCK_LOW',
  'SOLD_OUT',
  'PRODUCT_JOB_FINISHED',
  'COMMENT_ADDED',
  'PRODUCT_PUBLICATION_FAILED',
  'PRODUCT_TAKEN_DOWN',
  'REVIEW_RECEIVED',
  'REVIEW_DECIDED',
  'REVIEW_ANSWERED',
  'BACK_IN_STOCK',
  'PRICE_DROPPED',
  'REVIEW_REQUESTED',
  'REVIEW_SUBMITTED',
] as const;
export type Kind = (typeof KINDS)[number];

export const SUBJECTS = ['Order', 'ProductVariant', 'ProductImport', 'ProductExport', 'Post', 'Comment', 'Product', 'Review'] as const;

/** What a notification is about: an object of another service. */
export interface Subject {
  readonly type: (typeof SUBJECTS)[number];
  readonly id: string;
}

const NotificationSchema = defineEntity({
  name: 'Notification',
  properties: {
    ...impersonal({ id: p.text().primary(), seq: p.integer(), eventId: p.uuid() }),
    ...personal('recipient', {
      recipient: () => p.manyToOne(Recipient),
      kind: p.enum(KINDS),
      title: p.text(),
      body: p.text(),
      subjectType: p.enum(SUBJECTS),
      subjectId: p.text(),
      readAt: p.datetime(3).nullable(),
      createdAt: p.datetime(3),
    }),
    ...personal('actorId', { actorId: p.text().nullable() }),
  },
  uniques: [{ properties: ['recipient', 'seq'] }, { properties: ['recipient', 'eventId', 'kind'] }],
  indexes: [{ name: 'notification_unread', properties: ['recipient', 'seq'], where: 'read_at is null' }],
});

/** Something that somebody was told. `seq` is its place in the live feed of its recipient. */
export class Notification extends NotificationSchema.class {
  static write(given: Omit<NewRow<Notification>, 'subjectType' | 'subjectId' | 'readAt'> & { readonly subject: Subject }): Notification {
    const { subject, ...rest } = given;
    return newRow(Notification, { ...rest, subjectType: subject.type, subjectId: subject.id, readAt: null });
  }
}
NotificationSchema.setClass(Notification);
