import type { FileRow } from './file-row.ts';
import type { FilePart } from './read-rows.ts';
import { tidy } from './tidy.ts';

/** Lines that stand together and have one handle; a line without one stands alone. */
export interface RowsOfProduct {
  readonly handle: string;
  readonly rows: readonly FileRow[];
}

const ROWS_AT_ONCE = 100;

/** Some products of a file, and the columns that every line has; null where each line names its own. */
export interface ProductsOfFile {
  readonly header: FilePart['header'];
  readonly products: readonly RowsOfProduct[];
}

/** The lines of a file product by product, some products at once. */
export async function* productsOfRows(parts: AsyncIterable<FilePart>): AsyncGenerator<ProductsOfFile> {
  let products: { handle: string; rows: FileRow[] }[] = [];
  let count = 0;
  let columns: FilePart['header'] = null;
  for await (const { header, rows } of parts) {
    columns = header;
    for (const row of rows) {
      const handle = tidy(row.cells.get('handle') ?? '');
      const last = products.at(-1);
      if (last && handle !== '' && last.handle === handle) last.rows.push(row);
      else {
        if (count >= ROWS_AT_ONCE) {
          yield { header, products };
          [products, count] = [[], 0];
        }
        products.push({ handle, rows: [row] });
      }
      count += 1;
    }
  }
  if (products.length > 0) yield { header: columns, products };
}
