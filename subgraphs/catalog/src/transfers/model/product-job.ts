import { newRow } from '@agora/platform/database/new-row';
import { impersonal, personal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';

export const JOB_KINDS = ['IMPORT', 'EXPORT'] as const;
export type JobKind = (typeof JOB_KINDS)[number];
export const JOB_STATUSES = ['QUEUED', 'RUNNING', 'COMPLETED', 'CANCELLED', 'FAILED'] as const;
export type JobStatus = (typeof JOB_STATUSES)[number];
export const FILE_FORMATS = ['CSV', 'JSON_LINES'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];
export const IMPORT_MODES = ['UPSERT', 'CREATE_ONLY', 'UPDATE_ONLY'] as const;
export type ImportMode = (typeof IMPORT_MODES)[number];

const OPEN = "status in ('QUEUED', 'RUNNING')";

const ProductJobSchema = defineEntity({
  name: 'ProductJob',
  indexes: [
    { properties: ['requestedBy', 'createdAt', 'id'] },
    { name: 'product_job_turn', properties: ['kind', 'turnAt'], where: OPEN },
    { name: 'product_job_kept', properties: ['kind', 'finishedAt'], where: 'finished_at is not null and swept_at is null' },
  ],
  uniques: [{ name: 'product_job_open', properties: ['requestedBy', 'kind'], where: OPEN }],
  properties: {
    ...impersonal({
      id: p.text().primary(),
      kind: p.enum(JOB_KINDS),
      status: p.enum(JOB_STATUSES),
      format: p.enum(FILE_FORMATS),
      /** Of imports alone. */
      mode: p.enum(IMPORT_MODES).nullable(),
      isDryRun: p.boolean(),
      /** Of exports. */
      includeStock: p.boolean(),
    }),
    ...personal('requestedBy', {
      /** Which products are written; whoever reads it parses it. */
      filter: p.json().$type<unknown>().nullable(),
      requestedBy: p.text(),
      /** What a product is written in whose lines do not say. */
      language: p.text(),
    }),
    ...impersonal({
      /** The file of an import, until it is swept. */
      mediaId: p.text().nullable(),
      totalRows: p.integer().nullable(),
      /** The line behind which an import goes on. */
      doneRow: p.integer(),
      processedRows: p.integer(),
      createdCount: p.integer(),
      updatedCount: p.integer(),
      unchangedCount: p.integer(),
      failedCount: p.integer(),
      /** Of the file of an export. */
      byteSize: p.bigint('number').nullable(),
      createdAt: p.datetime(3),
      finishedAt: p.datetime(3).nullable(),
      /** When its file was removed. */
      sweptAt: p.datetime(3).nullable(),
      /** Whose turn was longest ago is next. */
      turnAt: p.datetime(3),
      /** Of the process that works on it; whoever else has another one writes nothing. */
      lease: p.text().nullable(),
      leaseUntil: p.datetime(3).nullable(),
      /** How often it was begun since it last came further. */
      attempts: p.integer(),
    }),
  },
});

export interface NewJob {
  readonly id: string;
  readonly kind: JobKind;
  readonly format: FileFormat;
  readonly requestedBy: string;
  readonly language: string;
  readonly mode?: ImportMode;
  readonly isDryRun?: boolean;
  readonly mediaId?: string;
  readonly filter?: unknown;
  readonly includeStock?: boolean;
}

/** Long work on many products of one seller: their import from a file, or their export into one. */
export class ProductJob extends ProductJobSchema.class {
  static queued(given: NewJob, now: Date): ProductJob {
    return newRow(ProductJob, {
      mode: null,
      isDryRun: false,
      mediaId: null,
      filter: null,
      includeStock: false,
      ...given,
      status: 'QUEUED',
      totalRows: null,
      doneRow: 0,
      processedRows: 0,
      createdCount: 0,
      updatedCount: 0,
      unchangedCount: 0,
      failedCount: 0,
      byteSize: null,
      createdAt: now,
      finishedAt: null,
      sweptAt: null,
      turnAt: now,
      lease: null,
      leaseUntil: null,
      attempts: 0,
    });
  }

  get isOpen(): boolean {
    return this.status === 'QUEUED' || this.status === 'RUNNING';
  }

  /** False where it has ended. */
  end(status: 'COMPLETED' | 'CANCELLED' | 'FAILED', at: Date): boolean {
    if (!this.isOpen) return false;
    Object.assign(this, { status, finishedAt: at, lease: null, leaseUntil: null });
    return true;
  }

  /** False where there is nothing to go on with. */
  resume(at: Date): boolean {
    if (!mayResume(this)) return false;
    Object.assign(this, { status: 'QUEUED', finishedAt: null, turnAt: at, attempts: 0 });
    return true;
  }
}
ProductJobSchema.setClass(ProductJob);

/** Whether an import can go on. */
export function mayResume(job: {
  readonly kind: JobKind;
  readonly status: JobStatus;
  readonly mediaId?: string | null;
  readonly sweptAt?: unknown;
}): boolean {
  return job.kind === 'IMPORT' && (job.status === 'CANCELLED' || job.status === 'FAILED') && job.mediaId != null && job.sweptAt == null;
}
