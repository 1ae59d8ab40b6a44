import type { FeedEvent } from '@agora/platform/live/feed';
import type { Connection } from '@agora/platform/reading/connection';
import type { NewNotification } from './feed.ts';
import type { NotificationRow } from './reads.ts';

export type Notification = NotificationRow;
export type NotificationConnection = Connection<NotificationRow>;
export type NotificationEvent = FeedEvent<NewNotification>;

/** Stored for repeats of the same request: ids and plain values only, and neither where it was refused. */
export interface NotificationMarkReadPayload {
  readonly notificationIds?: readonly string[];
  readonly unreadCount?: number;
}
