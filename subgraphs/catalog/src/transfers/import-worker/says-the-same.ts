import type { FileRow } from '../format/file-row.ts';
import type { Cells } from '../format/write-rows.ts';
import { columnOf, familyColumn, WHY } from '../model/columns.ts';
import type { Sheet } from '../sheets.ts';
import { tidy } from '../format/tidy.ts';

/** Columns of which an empty cell says nothing. */
const EMPTY_STAYS: ReadonlySet<string> = new Set([
  'name',
  'description',
  'locale',
  'category',
  'tax_class',
  'currency',
  'price',
  'is_digital',
  'is_enabled',
  'stock',
  'option1_name',
  'option2_name',
  'option3_name',
  'option1_value',
  'option2_value',
  'option3_value',
]);

/** Whether these lines say nothing of a product but what an export of it would; false also for the same in other words. */
export function saysTheSame(rows: readonly FileRow[], { cells: ofProduct, variants }: Sheet): boolean {
  const bySku = new Map(variants.map(({ sku, cells }) => [sku, cells]));
  return rows.every((row, at) => {
    const ofVariant = bySku.get(tidy(row.cells.get('sku') ?? ''));
    return ofVariant !== undefined && [...row.cells].every(([column, cell]) => isSame(column, cell, at === 0, ofProduct, ofVariant));
  });
}

function isSame(column: string, cell: string, isFirst: boolean, ofProduct: Cells, ofVariant: Cells): boolean {
  if (column === 'handle' || column === WHY) return true;
  const given = tidy(cell);
  const isOfProduct = columnOf(column)?.ofProduct === true;
  if (given === '' && (EMPTY_STAYS.has(column) || familyColumn(column)?.family === 'stock' || (isOfProduct && !isFirst))) return true;
  return given === ((isOfProduct ? ofProduct : ofVariant).get(column) ?? '');
}
