import { leaveWork, query, transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sentences } from '../sentences.ts';
import { refuseAnother, TRANSFERS } from './begin-job.ts';
import { lockJob } from './own-job.ts';

/**
 * Lets a seller's own import go on behind the last product done; what was wrong behind that is looked at again.
 * @throws NOT_FOUND; CONFLICT while another one is under way, and where there is nothing to go on with.
 */
export async function resumeImport(em: EntityManager, jobId: string, sellerId: string): Promise<void> {
  await transaction(em, async (tx) => {
    const job = await lockJob(tx, jobId, sellerId, 'productImportId');
    await refuseAnother(tx, job);
    if (!job.resume(new Date())) throw new Refusal('CONFLICT', sentences.cannotResume, ['productImportId']);
    await query(tx, 'delete from product_import_error where job_id = $1 and row > $2', [jobId, job.doneRow]);
    leaveWork(tx, TRANSFERS);
  });
}
