import { prefixOf } from '@agora/platform/ids';
import { byKey } from '@agora/platform/reading/by-key';
import { columnsOf, number, type RowOf, rowsOf } from '@agora/platform/reading/columns';
import { sortedBy } from '@agora/platform/reading/list-order';
import { listsOf } from '@agora/platform/reading/lists';
import type { Visibility } from '@agora/platform/reading/reader';
import { ProductImportError } from './model/product-import-error.ts';
import { ProductJob } from './model/product-job.ts';

const jobs = {
  from: "product_job left join platform.feed_head on feed_head.feed_key = 'product-job:' || product_job.id",
  columns: {
    ...columnsOf(
      ProductJob,
      'id',
      'kind',
      'status',
      'format',
      'mode',
      'isDryRun',
      'requestedBy',
      'mediaId',
      'totalRows',
      'processedRows',
      'createdCount',
      'updatedCount',
      'unchangedCount',
      'failedCount',
      'byteSize',
      'createdAt',
      'finishedAt',
      'sweptAt',
    ),
    /** Where its feed stood when the row was read. */
    feedSeq: number('coalesce(feed_head.seq, 0)'),
  },
};

const errors = rowsOf(ProductImportError, 'job', 'row', 'columnName', 'value', 'code', 'message');

export type JobRow = RowOf<typeof jobs>;
export type ImportErrorRow = RowOf<typeof errors>;

const PREFIXES: ReadonlySet<string | null> = new Set(['imp', 'pex']);

/** Of who asked for it, and of administrators. */
const visible: Visibility = ({ id, isAdmin }) => `(product_job.requested_by = ${id} or ${isAdmin})`;

export const transferReads = {
  productJob: byKey({ rows: jobs, key: 'id', asKey: (asked) => (PREFIXES.has(prefixOf(asked)) ? asked : null), visible }),
  productJobsOf: listsOf({
    rows: jobs,
    of: 'product_job.requested_by = parent.id',
    visible,
    order: sortedBy(
      'imports and exports',
      { sql: 'product_job.created_at', type: 'timestamptz', direction: 'DESC' },
      { sql: 'product_job.id', type: 'text', direction: 'DESC' },
    ),
  }),
  /** Of an import that its reader has been shown. */
  errorsOfImport: listsOf({
    rows: errors,
    of: 'product_import_error.job_id = parent.id',
    order: sortedBy(
      'errors of an import',
      { sql: 'product_import_error.row', type: 'bigint', direction: 'ASC' },
      { sql: 'product_import_error.position', type: 'bigint', direction: 'ASC' },
    ),
  }),
};
