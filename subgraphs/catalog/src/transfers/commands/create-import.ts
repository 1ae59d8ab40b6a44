import { transaction } from '@agora/platform/database/database';
import { newId } from '@agora/platform/ids';
import type { EntityManager } from '@mikro-orm/postgresql';
import { useMedia } from '../../media/commands/use-media.ts';
import type { NewJob } from '../model/product-job.ts';
import { beginJob } from './begin-job.ts';

export type CreateImport = Pick<NewJob, 'format' | 'requestedBy' | 'language'> & Required<Pick<NewJob, 'mediaId' | 'mode' | 'isDryRun'>>;

/**
 * Has products made and changed from a file, and answers the id of the import.
 * @throws CONFLICT, LIMIT_REACHED; NOT_FOUND, MEDIA_NOT_READY and MEDIA_REJECTED for the file.
 */
export async function createImport(em: EntityManager, wanted: CreateImport): Promise<string> {
  const { mediaId, requestedBy: ownerId } = wanted;
  const id = newId('imp');
  await transaction(em, async (tx) => {
    await beginJob(tx, { ...wanted, id, kind: 'IMPORT' });
    await useMedia(tx, { usedBy: id, mediaIds: [mediaId], ownerId, purpose: 'IMPORT', field: 'mediaId', isList: false });
  });
  return id;
}
