import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Refusal } from '@agora/platform/errors';
import { prefixOf } from '@agora/platform/ids';
import { type Actor, isAdmin } from '@agora/platform/security/actor';
import { Media } from '../model/media.ts';
import { sentences } from '../sentences.ts';

/** A file that the actor may change or remove, locked. @throws NOT_FOUND. */
export async function ownMedia(tx: EntityManager, actor: Actor, id: string): Promise<Media> {
  const media =
    prefixOf(id) === 'med'
      ? await tx.findOne(Media, isAdmin(actor) ? { id } : { id, ownerId: actor.id }, { lockMode: LockMode.PESSIMISTIC_WRITE })
      : null;
  if (!media) throw new Refusal('NOT_FOUND', sentences.noSuchMedia, ['mediaId']);
  return media;
}
