import type { Connection } from '@agora/platform/reading/connection';
import type { FeedEvent } from '@agora/platform/live/feed';
import type { EventDefinition as Definition } from '../event-catalog.ts';
import type { NewNotification } from '../feed.ts';
import type { NotificationRow } from '../reads.ts';

/** What the resolvers of each type of the graph are given. */
export type Notification = NotificationRow;
export type NotificationConnection = Connection<NotificationRow>;
export type NotificationEvent = FeedEvent<NewNotification>;

export type EventDefinition = Definition;

export interface User {
  readonly id: string;
}

/** Stored for repeats of the same request: ids and plain values only, and neither where it was refused. */
export interface NotificationMarkReadPayload {
  readonly notificationIds?: readonly string[];
  readonly unreadCount?: number;
}
