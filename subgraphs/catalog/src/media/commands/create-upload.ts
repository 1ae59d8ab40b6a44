import type { EntityManager } from '@mikro-orm/postgresql';
import { lock } from '@agora/platform/database/advisory-lock';
import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { newId } from '@agora/platform/ids';
import type { CatalogCode } from '../../codes.ts';
import { Media, type NewMedia } from '../model/media.ts';
import { PURPOSES } from '../model/purposes.ts';
import { sentences } from '../sentences.ts';

const MAX_UNUSED = 100;
const MB = 1_000_000;

/**
 * Awaits a file, and answers its id.
 * @throws UNSUPPORTED for a type that its purpose does not allow; MEDIA_REJECTED for too many bytes; LIMIT_REACHED for too many unused files.
 */
export async function createUpload(em: EntityManager, given: Omit<NewMedia, 'id'>): Promise<string> {
  const { maxBytes } = PURPOSES[given.purpose];
  const max = Object.hasOwn(maxBytes, given.contentType) ? maxBytes[given.contentType] : undefined;
  if (max === undefined)
    throw new Refusal<CatalogCode>('UNSUPPORTED', sentences.typeNotOffered(Object.keys(maxBytes).join(', ')), ['contentType']);
  if (given.byteSize > max) throw new Refusal<CatalogCode>('MEDIA_REJECTED', sentences.tooManyBytes(max / MB), ['byteSize']);
  const id = newId('med');
  await transaction(em, async (tx) => {
    await lock(tx, `uploads of ${given.ownerId}`);
    if ((await tx.count(Media, { ownerId: given.ownerId, unusedSince: { $ne: null } })) >= MAX_UNUSED)
      throw new Refusal<CatalogCode>('LIMIT_REACHED', sentences.tooManyUnused(MAX_UNUSED));
    await tx.persist(Media.awaited({ ...given, id }, new Date())).flush();
  });
  return id;
}
