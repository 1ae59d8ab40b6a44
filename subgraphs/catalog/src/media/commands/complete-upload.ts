import type { EntityManager } from '@mikro-orm/postgresql';
import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { prefixOf } from '@agora/platform/ids';
import type { Actor } from '@agora/platform/security/actor';
import type { CatalogCode } from '../../codes.ts';
import type { Media } from '../model/media.ts';
import { REJECTION_SENTENCES, sentences } from '../sentences.ts';
import { incomingKey, type MediaStore } from '../storage/media-store.ts';
import { ownMedia } from './own-media.ts';

/**
 * Has a file looked at whose bytes are there; once that was asked for, it may be asked again.
 * @throws NOT_FOUND; MEDIA_NOT_READY without its bytes; EXPIRED where they can no longer come; MEDIA_REJECTED where it was turned down.
 */
export async function completeUpload(em: EntityManager, store: MediaStore, actor: Actor, mediaId: string): Promise<void> {
  // What is no id would be a key that leads elsewhere.
  const hasCome = prefixOf(mediaId) === 'med' && (await store.sizeOf(incomingKey(mediaId))) !== null;
  await transaction(em, async (tx) => {
    const media = await ownMedia(tx, actor, mediaId);
    if (media.status === 'REJECTED') throw refusedAs(media);
    if (media.status !== 'AWAITING_UPLOAD') return;
    if (hasCome) return media.uploaded();
    if (media.uploadEndsAt <= new Date()) throw new Refusal<CatalogCode>('EXPIRED', sentences.uploadEnded, ['mediaId']);
    throw new Refusal<CatalogCode>('MEDIA_NOT_READY', sentences.bytesMissing, ['mediaId']);
  });
}

function refusedAs({ rejection }: Media): Refusal<CatalogCode> {
  if (!rejection) throw new Error('A file was turned down without a reason.');
  return new Refusal<CatalogCode>('MEDIA_REJECTED', REJECTION_SENTENCES[rejection], ['mediaId']);
}
