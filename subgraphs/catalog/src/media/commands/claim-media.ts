import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { transaction } from '@agora/platform/database/database';
import { CLAIM_MS, Media } from '../model/media.ts';
import { endMedia } from './end-media.ts';

/** A file that is to be looked at. */
export type MediaTask = Pick<Media, 'id' | 'contentType' | 'byteSize' | 'kind' | 'purpose' | 'attempts'>;

/**
 * Begins to look at the file that has waited for longest; null where none waits. One file of an owner is looked at at a time: whoever
 * uploads many, or what takes long, holds up nobody else.
 */
export async function claimMedia(em: EntityManager): Promise<MediaTask | null> {
  return transaction(em, async (tx) => {
    const now = new Date();
    for (;;) {
      const lookedAt = await tx.find(Media, { status: 'PROCESSING', claimedUntil: { $gte: now } }, { fields: ['ownerId'] });
      const media = await tx.findOne(
        Media,
        {
          status: 'PROCESSING',
          ownerId: { $nin: lookedAt.map(({ ownerId }) => ownerId) },
          $or: [{ claimedUntil: null }, { claimedUntil: { $lt: now } }],
        },
        { orderBy: { createdAt: 'asc' }, lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE },
      );
      if (!media) return null;
      const { id, contentType, byteSize, kind, purpose } = media;
      if (media.claim(now)) return { id, contentType, byteSize, kind, purpose, attempts: media.attempts };
      await endMedia(tx, media, 'DAMAGED');
    }
  });
}

/** It is still being looked at. */
export async function keepClaim(em: EntityManager, { id, attempts }: MediaTask): Promise<void> {
  await em.nativeUpdate(Media, { id, attempts, status: 'PROCESSING' }, { claimedUntil: new Date(Date.now() + CLAIM_MS) });
}

/** It could not be looked at, for a reason of its own or of others. */
export async function letGoMedia(em: EntityManager, { id, attempts }: MediaTask, isItsFault: boolean): Promise<void> {
  await transaction(em, async (tx) => {
    const media = await tx.findOne(Media, { id, attempts, status: 'PROCESSING' }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    media?.letGo(isItsFault, new Date());
  });
}
