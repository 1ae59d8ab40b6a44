import type { Kind, Subject } from './model/notification.ts';

/** A row as the reads give it; instants are text. */
export interface NotificationRow {
  readonly id: string;
  readonly kind: Kind;
  readonly title: string;
  readonly body: string;
  readonly actorId: string | null;
  readonly subjectType: Subject['type'];
  readonly subjectId: string;
  readonly readAt: string | null;
  readonly createdAt: string;
}
