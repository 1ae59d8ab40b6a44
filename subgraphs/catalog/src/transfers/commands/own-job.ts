import { Refusal } from '@agora/platform/errors';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { ProductJob } from '../model/product-job.ts';
import { sentences } from '../sentences.ts';

/** An import or export of somebody, locked; of anybody where `requestedBy` is null. @throws NOT_FOUND. */
export async function lockJob(tx: EntityManager, id: string, requestedBy: string | null, field: string): Promise<ProductJob> {
  const job = await tx.findOne(ProductJob, requestedBy === null ? { id } : { id, requestedBy }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!job) throw new Refusal('NOT_FOUND', sentences.noSuchJob, [field]);
  return job;
}
