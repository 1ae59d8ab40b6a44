import type { FeedEvent } from '@agora/platform/live/feed';
import type { Connection } from '@agora/platform/reading/connection';
import type { JobSeen } from './feed.ts';
import type { ImportErrorRow, JobRow } from './reads.ts';

export type ProductJob = JobRow;
export type ProductImport = JobRow;
export type ProductExport = JobRow;
export type ProductJobConnection = Connection<JobRow>;
export type ProductImportError = ImportErrorRow;
export type ProductImportErrorConnection = Connection<ImportErrorRow>;
export type ProductJobEvent = Pick<FeedEvent<JobSeen>, 'cursor' | 'occurredAt'> & Pick<JobSeen, 'kind'> & { readonly job: JobRow };

/** Stored for repeats of the same request: the id only. */
export interface ProductImportCreatePayload {
  readonly jobId?: string;
}
export type ProductImportResumePayload = ProductImportCreatePayload;
export type ProductExportCreatePayload = ProductImportCreatePayload;
export type ProductJobCancelPayload = ProductImportCreatePayload;
