import { announce } from '@agora/platform/events/event-log';
import { ProductJobEnded } from '@agora/schema/events/catalog';
import type { EntityManager } from '@mikro-orm/postgresql';
import { jobEntry } from '../feed.ts';
import type { ProductJob } from '../model/product-job.ts';

/** Announces, live too, that an import or export has ended. */
export async function announceEnded(tx: EntityManager, job: ProductJob): Promise<void> {
  const { id: jobId, requestedBy: sellerId, kind: work, status, isDryRun, createdCount, updatedCount, failedCount, processedRows } = job;
  if (status === 'QUEUED' || status === 'RUNNING') throw new Error(`${jobId} has not ended.`);
  const counts = { createdCount, updatedCount, failedCount, rowCount: processedRows };
  await announce(tx, ProductJobEnded, { jobId, sellerId, work, status, isDryRun, ...counts }, [jobEntry(job, 'ENDED')]);
}
