import { transaction } from '@agora/platform/database/database';
import { newId } from '@agora/platform/ids';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { NewJob } from '../model/product-job.ts';
import { beginJob } from './begin-job.ts';

export type CreateExport = Pick<NewJob, 'format' | 'requestedBy' | 'language' | 'filter'> & Required<Pick<NewJob, 'includeStock'>>;

/**
 * Has a seller's products written into a file, and answers the id of the export.
 * @throws CONFLICT, LIMIT_REACHED.
 */
export async function createExport(em: EntityManager, wanted: CreateExport): Promise<string> {
  const id = newId('pex');
  await transaction(em, (tx) => beginJob(tx, { ...wanted, id, kind: 'EXPORT' }));
  return id;
}
