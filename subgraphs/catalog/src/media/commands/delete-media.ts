import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { transaction } from '@agora/platform/database/database';
import { announce } from '@agora/platform/events/event-log';
import type { Actor } from '@agora/platform/security/actor';
import { MediaDeleted } from '@agora/schema/events/catalog';
import { Media } from '../model/media.ts';
import { incomingKey, shownKeys } from '../storage/media-store.ts';
import { leaveToRemove } from './leave-to-remove.ts';
import { ownMedia } from './own-media.ts';

/** Removes a file wherever it is shown. @throws NOT_FOUND. */
export async function deleteMedia(em: EntityManager, actor: Actor, mediaId: string): Promise<void> {
  await transaction(em, async (tx) => {
    const media = await ownMedia(tx, actor, mediaId);
    await remove(tx, media, media.ownerId === actor.id ? 'OWNER' : 'ADMIN');
  });
}

const AT_ONCE = 100;

/** Removes files that nothing has shown since then. */
export async function sweepMedia(em: EntityManager, unusedSince: Date): Promise<void> {
  const swept = await transaction(em, async (tx) => {
    const due = await tx.find(
      Media,
      { unusedSince: { $lt: unusedSince } },
      { limit: AT_ONCE, lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE },
    );
    for (const media of due) await remove(tx, media, 'UNUSED');
    return due.length;
  });
  if (swept === AT_ONCE) await sweepMedia(em, unusedSince);
}

async function remove(tx: EntityManager, media: Media, why: 'OWNER' | 'ADMIN' | 'UNUSED'): Promise<void> {
  const { id, ownerId, purpose, uploadEndsAt } = media;
  const now = new Date();
  await tx.remove(media).flush();
  await leaveToRemove(tx, shownKeys(id), now);
  // What is put until then is nobody's any more.
  await leaveToRemove(tx, incomingKey(id), uploadEndsAt > now ? uploadEndsAt : now);
  await announce(tx, MediaDeleted, { mediaId: id, ownerId, purpose, why, deletedAt: now.toISOString() });
}
