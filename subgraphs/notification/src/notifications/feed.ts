import type { LiveEntry } from '@agora/platform/events/event-log';
import * as z from 'zod';

/** The live feed of what a person is told. */
export function feedOf(recipientId: string): string {
  return `recipient:${recipientId}`;
}

/** What the feed says of each notification; the count is as of then. */
export const NewNotification = z.object({ notificationId: z.string(), unreadCount: z.int() });
export type NewNotification = z.output<typeof NewNotification>;

export function notificationEntry(recipientId: string, payload: NewNotification): LiveEntry {
  return { feed: feedOf(recipientId), payload };
}
