import { columnOf, WHY } from '../model/columns.ts';
import type { FileFormat } from '../model/product-job.ts';
import { withoutFormula } from './formulas.ts';
import { listIn } from './list-cell.ts';

export type Cells = ReadonlyMap<string, string>;

/** What stands before the lines of a file; the mark is for spreadsheets, which else take UTF-8 for something else. */
export function headOf(format: FileFormat, columns: readonly string[]): string {
  return format === 'CSV' ? `\uFEFF${csvLine(columns)}` : '';
}

export function lineOf(format: FileFormat, columns: readonly string[], cells: Cells): string {
  if (format === 'CSV') return csvLine(columns.map((column) => cells.get(column) ?? ''));
  const entries = columns.flatMap((column) => {
    const cell = cells.get(column);
    return cell === undefined ? [] : [[column, valueOf(column, cell)] as const];
  });
  return `${JSON.stringify(Object.fromEntries(entries))}\n`;
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => quoted(withoutFormula(cell))).join(',')}\r\n`;
}

function quoted(cell: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** What cannot be said as what it should be is said as it was read. */
function valueOf(column: string, cell: string): unknown {
  const kind = column === WHY ? 'TEXT' : columnOf(column)?.kind;
  if (cell === '') return null;
  if (kind === 'WHOLE' && /^\d{1,15}$/.test(cell)) return Number(cell);
  if (kind === 'BOOLEAN' && (cell === 'true' || cell === 'false')) return cell === 'true';
  return kind === 'LIST' ? listIn(cell) : cell;
}
