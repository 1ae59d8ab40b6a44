import { query, transaction } from '@agora/platform/database/database';
import { tellLive } from '@agora/platform/events/event-log';
import { columnsOf } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { jobEntry } from '../feed.ts';
import type { RowProblem } from '../format/file-row.ts';
import { ProductJob } from '../model/product-job.ts';
import type { ClaimedJob } from './claim-job.ts';
import { announceEnded } from './end-job.ts';

/** How much further a job came. */
export interface Step {
  /** The last line that is done. */
  readonly doneRow: number;
  readonly processed: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly problems: readonly RowProblem[];
}

/** That a job was stopped, or is another process's by now; nothing more is to be written for it. */
export class LeaseLost extends Error {}

/** Notes in the transaction that wrote it how far a job came, and holds it for as long again. @throws LeaseLost. */
export async function checkpoint(tx: EntityManager, job: ClaimedJob, step: Step, leaseMs: number, isTold: boolean): Promise<void> {
  const { doneRow, processed, created, updated, unchanged, failed, problems } = step;
  const [now] = await advance(tx, [job.id, job.lease, doneRow, processed, created, updated, unchanged, failed, leaseMs]);
  if (!now) throw new LeaseLost();
  await writeProblems(tx, job.id, problems);
  if (isTold) await tellLive(tx, [jobEntry(now, 'PROGRESSED')]);
}

const PROGRESS = columnsOf(
  ProductJob,
  'id',
  'status',
  'totalRows',
  'processedRows',
  'createdCount',
  'updatedCount',
  'unchangedCount',
  'failedCount',
);

const advance = statement(
  PROGRESS,
  (columns) => `update product_job set done_row = $3, processed_rows = processed_rows + $4, created_count = created_count + $5,
      updated_count = updated_count + $6, unchanged_count = unchanged_count + $7, failed_count = failed_count + $8,
      attempts = case kind when 'IMPORT' then 0 else attempts end,
      lease_until = now() + $9::float8 * interval '1 ms'
    where id = $1 and lease = $2 and status = 'RUNNING' returning ${columns}`,
);

/** Notes how many lines there are; what is written anew is counted from the start. @throws LeaseLost. */
export async function noteTotal(em: EntityManager, job: ClaimedJob, totalRows: number, leaseMs: number): Promise<void> {
  await transaction(em, async (tx) => {
    const [now] = await countRows(tx, [job.id, job.lease, totalRows, leaseMs]);
    if (!now) throw new LeaseLost();
    await tellLive(tx, [jobEntry(now, 'PROGRESSED')]);
  });
}

const countRows = statement(
  PROGRESS,
  (columns) => `update product_job set total_rows = $3, processed_rows = case kind when 'EXPORT' then 0 else processed_rows end,
      lease_until = now() + $4::float8 * interval '1 ms'
    where id = $1 and lease = $2 and status = 'RUNNING' returning ${columns}`,
);

export interface End {
  readonly status: 'COMPLETED' | 'FAILED';
  readonly problems?: readonly RowProblem[];
  readonly byteSize?: number;
}

/** Ends a job, of which everybody whom it concerns hears. @throws LeaseLost. */
export async function endJob(em: EntityManager, { id, lease }: ClaimedJob, { status, problems = [], byteSize }: End): Promise<void> {
  await transaction(em, async (tx) => {
    const job = await tx.findOne(ProductJob, { id, lease }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!job?.end(status, new Date())) throw new LeaseLost();
    if (byteSize !== undefined) job.byteSize = byteSize;
    await writeProblems(tx, id, problems);
    await announceEnded(tx, job);
  });
}

/** Of one line; more would tell nobody more. */
const MAX_PROBLEMS = 20;

async function writeProblems(tx: EntityManager, jobId: string, problems: readonly RowProblem[]): Promise<void> {
  if (problems.length === 0) return;
  const byRow = [...Map.groupBy(problems, ({ row }) => row).values()];
  const rows = byRow.flatMap((ofRow) =>
    ofRow.slice(0, MAX_PROBLEMS).map(({ row, column, value, code, message }, position) => ({
      row,
      position,
      column_name: column,
      value,
      code,
      message,
    })),
  );
  await query(tx, INSERT_PROBLEMS, [jobId, JSON.stringify(rows)]);
}

const INSERT_PROBLEMS = `insert into product_import_error (job_id, row, position, column_name, value, code, message)
  select $1, row, position, column_name, value, code, message
  from jsonb_to_recordset($2::jsonb) as problem (row int, position int, column_name text, value text, code text, message jsonb)
  on conflict (job_id, row, position) do nothing`;
