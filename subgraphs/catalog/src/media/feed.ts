import type { LiveEntry } from '@agora/platform/events/event-log';
import * as z from 'zod';

/** The live feed of what becomes of a file. */
export function mediaFeed(mediaId: string): string {
  return `media:${mediaId}`;
}

export const MediaSeen = z.object({ mediaId: z.string(), kind: z.enum(['READY', 'REJECTED']) });
export type MediaSeen = z.output<typeof MediaSeen>;

export function mediaEntry(seen: MediaSeen): LiveEntry {
  return { feed: mediaFeed(seen.mediaId), payload: seen };
}
