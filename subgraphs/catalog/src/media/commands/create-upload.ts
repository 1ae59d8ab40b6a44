import type { EntityManager } from '@mikro-orm/postgresql';
import { lock } from '@agora/platform/database/advisory-lock';
import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { newId } from '@agora/platform/ids';
import { number } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import type { CatalogCode } from '../../codes.ts';
import { Media, type NewMedia } from '../model/media.ts';
import { PURPOSES } from '../model/purposes.ts';
import { sentences } from '../sentences.ts';

const MAX_UNUSED = 100;
const MB = 1_000_000;

/** What was turned down is not kept. */
const bytesOf = statement(
  { bytes: number('coalesce(sum(byte_size), 0)::float8') },
  (columns) => `select ${columns} from media where owner_id = $1 and status <> 'REJECTED'`,
);

/**
 * Awaits a file, and answers its id.
 * @throws UNSUPPORTED for a type that its purpose does not allow; MEDIA_REJECTED for too many bytes; LIMIT_REACHED for too many unused files, or bytes of all.
 */
export async function createUpload(em: EntityManager, given: Omit<NewMedia, 'id'>, maxBytesPerOwner: number): Promise<string> {
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
    const [kept] = await bytesOf(tx, [given.ownerId]);
    if ((kept?.bytes ?? 0) + given.byteSize > maxBytesPerOwner)
      throw new Refusal<CatalogCode>('LIMIT_REACHED', sentences.tooManyBytesKept(maxBytesPerOwner / MB));
    await tx.persist(Media.awaited({ ...given, id }, new Date())).flush();
  });
  return id;
}
