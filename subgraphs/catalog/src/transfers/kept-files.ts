import { Readable } from 'node:stream';
import type { Database } from '@agora/platform/database/database';
import { languageFor } from '@agora/platform/input/sentence';
import { prefixOf } from '@agora/platform/ids';
import { columnsOf } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { KeptFile } from '../media/files/kept-file.ts';
import { type MediaStore, shownKey } from '../media/storage/media-store.ts';
import { exportKey } from './export/export-key.ts';
import { CONTENT_TYPES } from './export/run-export.ts';
import { readRows } from './format/read-rows.ts';
import { headOf, lineOf } from './format/write-rows.ts';
import { productsOfRows, type RowsOfProduct } from './format/products-of-rows.ts';
import { WHY } from './model/columns.ts';
import { ProductImportError } from './model/product-import-error.ts';
import { ProductJob } from './model/product-job.ts';

const EXTENSIONS = { CSV: 'csv', JSON_LINES: 'jsonl' } as const;

/** What links of imports and exports lead to: what was exported, and the lines of an import that were wrong; null where it is gone. */
export async function keptFile(database: Database, store: MediaStore, id: string): Promise<KeptFile | null> {
  const em = database.fork();
  const job = await em.findOne(ProductJob, { id, sweptAt: null });
  if (!job) return null;
  const file = {
    id,
    contentType: CONTENT_TYPES[job.format],
    filename: `${prefixOf(id) === 'pex' ? 'products' : 'errors'}.${EXTENSIONS[job.format]}`,
  };
  if (job.kind === 'IMPORT') return { ...file, size: null, read: () => wrongLines(em, store, job) };
  if (job.status !== 'COMPLETED' || job.byteSize == null) return null;
  return { ...file, size: job.byteSize, read: (range) => store.read(exportKey(id), range) };
}

/** The lines of all products that were not imported, each with what is wrong with it: a file to mend and import. */
async function wrongLines(em: EntityManager, store: MediaStore, job: ProductJob): Promise<Readable> {
  const bytes = await store.read(shownKey(job.mediaId ?? ''));
  return Readable.from(linesOf(em, job, bytes), { objectMode: false });
}

async function* linesOf(em: EntityManager, job: ProductJob, bytes: Readable): AsyncGenerator<Buffer> {
  const { format } = job;
  let head: readonly string[] | null = null;
  for await (const part of productsOfRows(readRows(bytes, format))) {
    const columns = [WHY, ...(part.header ?? [])].filter((name, at, names) => name !== '' && names.indexOf(name) === at);
    const reasons = await reasonsOf(em, job, part.products);
    const wrong = part.products.filter(({ rows }) => rows.some(({ row }) => reasons.has(row)));
    for (const { cells, row } of wrong.flatMap(({ rows }) => rows)) {
      if (!head) yield Buffer.from(headOf(format, (head = columns)));
      const names = part.header ? columns : [WHY, ...cells.keys()];
      yield Buffer.from(lineOf(format, names, new Map([...cells, [WHY, reasons.get(row) ?? '']])));
    }
  }
}

async function reasonsOf(
  em: EntityManager,
  { id, language }: ProductJob,
  products: readonly RowsOfProduct[],
): Promise<Map<number, string>> {
  const said = languageFor([language]);
  const rows = products.flatMap((product) => product.rows.map(({ row }) => row));
  const found = Map.groupBy(await problemsOf(em, [id, rows]), ({ row }) => row);
  return new Map(
    [...found].map(([row, problems]) => [
      row,
      problems.map(({ columnName, message }) => (columnName === null ? message[said] : `${columnName}: ${message[said]}`)).join(' '),
    ]),
  );
}

const problemsOf = statement(
  columnsOf(ProductImportError, 'row', 'columnName', 'message'),
  (columns) => `select ${columns} from product_import_error where job_id = $1 and row = any($2::int[])
    order by product_import_error.row, product_import_error.position`,
);
