import type { FileFormat } from '../model/product-job.ts';
import { decoded } from './decoded.ts';
import type { FileRow } from './file-row.ts';
import { readCsv } from './read-csv.ts';
import { readJsonLines } from './read-json-lines.ts';

export interface FilePart {
  /** The columns that every line has, in order; null where each line names its own. */
  readonly header: readonly string[] | null;
  readonly rows: readonly FileRow[];
}

/**
 * The lines of a file with products, part by part; never more of it is in memory than a part. Lines that hold nothing are left out.
 * @throws Unreadable where nothing more can be read.
 */
export async function* readRows(bytes: AsyncIterable<Uint8Array>, format: FileFormat): AsyncGenerator<FilePart> {
  if (format === 'CSV') yield* readCsv(decoded(bytes));
  else for await (const rows of readJsonLines(decoded(bytes))) yield { header: null, rows };
}
