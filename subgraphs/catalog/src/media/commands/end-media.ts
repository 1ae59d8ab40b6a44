import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { transaction } from '@agora/platform/database/database';
import { announce, tellLive } from '@agora/platform/events/event-log';
import { MediaCreated } from '@agora/schema/events/catalog';
import { mediaEntry } from '../feed.ts';
import { type Found, Media, type Rejection } from '../model/media.ts';
import { incomingKey, shownKeys } from '../storage/media-store.ts';
import { leaveToRemove } from './leave-to-remove.ts';

/** Notes what became of a file that was looked at, where it still waits for that. */
export async function noteLookedAt(
  em: EntityManager,
  { id: mediaId, attempts }: Pick<Media, 'id' | 'attempts'>,
  outcome: Found | Rejection,
): Promise<void> {
  await transaction(em, async (tx) => {
    const media = await tx.findOne(Media, { id: mediaId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    // What was removed meanwhile may have been written after that.
    if (!media) return leaveToRemove(tx, shownKeys(mediaId), new Date());
    // Another process took it for left, and looks at it now.
    if (media.attempts === attempts) await endMedia(tx, media, outcome);
  });
}

/** The same with a file that is locked. */
export async function endMedia(tx: EntityManager, media: Media, outcome: Found | Rejection): Promise<void> {
  const isRejected = typeof outcome === 'string';
  if (!(isRejected ? media.reject(outcome) : media.accept(outcome))) return;
  await tx.flush();
  await leaveToRemove(tx, incomingKey(media.id), media.uploadEndsAt);
  if (isRejected) {
    await leaveToRemove(tx, shownKeys(media.id), new Date());
    await tellLive(tx, [mediaEntry({ mediaId: media.id, kind: 'REJECTED' })]);
  } else await announceCreated(tx, media);
}

/** Announces, live too, that a file can be shown. */
export async function announceCreated(tx: EntityManager, media: Media): Promise<void> {
  await announce(tx, MediaCreated, createdOf(media), [mediaEntry({ mediaId: media.id, kind: 'READY' })]);
}

function createdOf({ id: mediaId, ownerId, kind, purpose, contentType, byteSize, width, height, createdAt }: Media) {
  const size = width == null || height == null ? {} : { width, height };
  return { mediaId, ownerId, kind, purpose, contentType, byteSize, ...size, createdAt: createdAt.toISOString() };
}
