import { announce, type LiveEntry, tellLive } from '@agora/platform/events/event-log';
import type { EventType } from '@agora/schema/events/event';
import type { EntityManager } from '@mikro-orm/postgresql';
import * as z from 'zod';

const CHANGES = [
  'PROFILE_CHANGED',
  'PREFERENCES_CHANGED',
  'EMAIL_CHANGED',
  'ADDRESSES_CHANGED',
  'SECURITY_CHANGED',
  'ROLES_CHANGED',
  'BLOCKS_CHANGED',
  'SELLER_VERIFICATION_CHANGED',
] as const;
type Change = (typeof CHANGES)[number];

/** The live feed of whatever changes about an account, for its owner's devices. */
export function feedOfViewer(userId: string): string {
  return `user:${userId}`;
}

/** What the feed says of a change. */
export const ViewerChange = z.object({ kind: z.enum(CHANGES) });
export type ViewerChange = z.output<typeof ViewerChange>;

/** Announces what changed about an account, and tells its owner's devices. */
export async function announceChange<Data extends { readonly userId: string }>(
  tx: EntityManager,
  kind: Change,
  event: EventType<Data>,
  data: NoInfer<Data>,
): Promise<void> {
  await announce(tx, event, data, [entryOf(data.userId, kind)]);
}

/** Tells the devices of these people of a change that is nobody else's to know, or that was announced already. */
export async function tellViewers(tx: EntityManager, kind: Change, userIds: readonly string[]): Promise<void> {
  if (userIds.length === 0) return;
  await tellLive(
    tx,
    userIds.map((userId) => entryOf(userId, kind)),
  );
}

function entryOf(userId: string, kind: Change): LiveEntry {
  return { feed: feedOfViewer(userId), payload: { kind } satisfies ViewerChange };
}
