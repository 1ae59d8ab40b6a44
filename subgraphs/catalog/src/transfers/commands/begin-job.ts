import { DAY_MS } from '@agora/platform/durations';
import { lock } from '@agora/platform/database/advisory-lock';
import { leaveWork } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CatalogCode } from '../../codes.ts';
import { type NewJob, ProductJob } from '../model/product-job.ts';
import { sentences } from '../sentences.ts';

/** The work of who reads and writes files with products. */
export const TRANSFERS = 'transfers';

const MAX_A_DAY = 100;

/**
 * Leaves an import or export to be begun. One of each kind is under way of a seller, so that nobody's many keep others waiting.
 * @throws CONFLICT; LIMIT_REACHED.
 */
export async function beginJob(tx: EntityManager, given: NewJob): Promise<void> {
  const { requestedBy, kind } = given;
  await refuseAnother(tx, given);
  const since = new Date(Date.now() - DAY_MS);
  if ((await tx.count(ProductJob, { requestedBy, kind, createdAt: { $gt: since } })) >= MAX_A_DAY)
    throw new Refusal<CatalogCode>('LIMIT_REACHED', sentences.tooManyJobs(MAX_A_DAY));
  tx.persist(ProductJob.queued(given, new Date()));
  leaveWork(tx, TRANSFERS);
}

/** @throws CONFLICT while another one of the same kind is under way; none begins until the transaction ends. */
export async function refuseAnother(tx: EntityManager, { requestedBy, kind }: Pick<NewJob, 'requestedBy' | 'kind'>): Promise<void> {
  await lock(tx, `transfers of ${requestedBy}`);
  if ((await tx.count(ProductJob, { requestedBy, kind, status: ['QUEUED', 'RUNNING'] })) > 0)
    throw new Refusal('CONFLICT', kind === 'IMPORT' ? sentences.oneImport : sentences.oneExport);
}
