import type { LiveEntry } from '@agora/platform/events/event-log';
import * as z from 'zod';
import { JOB_STATUSES, type ProductJob } from './model/product-job.ts';

/** The live feed of an import or export. */
export function jobFeed(jobId: string): string {
  return `product-job:${jobId}`;
}

/** How far it was. */
export const JobSeen = z.object({
  jobId: z.string(),
  kind: z.enum(['PROGRESSED', 'ENDED']),
  status: z.enum(JOB_STATUSES),
  totalRows: z.int().nullable(),
  processedRows: z.int(),
  createdCount: z.int(),
  updatedCount: z.int(),
  unchangedCount: z.int(),
  failedCount: z.int(),
  byteSize: z.int().nullable(),
  finishedAt: z.string().nullable(),
});
export type JobSeen = z.output<typeof JobSeen>;

type Progress = Pick<ProductJob, 'id' | 'status' | 'processedRows' | 'createdCount' | 'updatedCount' | 'unchangedCount' | 'failedCount'> & {
  readonly totalRows?: number | null;
  readonly byteSize?: number | null;
  readonly finishedAt?: Date | string | null;
};

export function jobEntry(job: Progress, kind: JobSeen['kind']): LiveEntry {
  const { id: jobId, status, totalRows = null, processedRows, createdCount, updatedCount, unchangedCount, failedCount } = job;
  const { byteSize = null, finishedAt } = job;
  const ended = finishedAt == null ? null : new Date(finishedAt).toISOString();
  const counts = { processedRows, createdCount, updatedCount, unchangedCount, failedCount };
  const payload: JobSeen = { jobId, kind, status, totalRows, ...counts, byteSize, finishedAt: ended };
  return { feed: jobFeed(jobId), payload };
}
