import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { transaction } from '@agora/platform/database/database';
import { Media } from '../model/media.ts';
import { endMedia } from './end-media.ts';

/** A file that is to be looked at. */
export type MediaTask = Pick<Media, 'id' | 'contentType' | 'byteSize' | 'kind'>;

/** Begins to look at the file that has waited for longest; null where none waits. */
export async function claimMedia(em: EntityManager): Promise<MediaTask | null> {
  return transaction(em, async (tx) => {
    const now = new Date();
    for (;;) {
      const media = await tx.findOne(
        Media,
        { status: 'PROCESSING', $or: [{ claimedUntil: null }, { claimedUntil: { $lt: now } }] },
        { orderBy: { createdAt: 'asc' }, lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE },
      );
      if (!media) return null;
      const { id, contentType, byteSize, kind } = media;
      if (media.claim(now)) return { id, contentType, byteSize, kind };
      await endMedia(tx, media, 'DAMAGED');
    }
  });
}
