import { columnCalled, WHY } from '../model/columns.ts';
import { sentences } from '../sentences.ts';
import { CsvRecords } from './csv-records.ts';
import { type FileRow, type RowProblem, Unreadable, unreadable } from './file-row.ts';
import { withFormula } from './formulas.ts';
import { MAX_LINE } from './limits.ts';

const SEPARATORS = [',', ';', '\t'] as const;

/** A part of the lines, and what all of them have. */
export interface CsvPart {
  /** The names of the columns, in order; empty for one that has none. */
  readonly header: readonly string[];
  readonly rows: readonly FileRow[];
}

/** The lines of a CSV file, part by part. @throws Unreadable. */
export async function* readCsv(text: AsyncIterable<string>): AsyncGenerator<CsvPart> {
  const { separator, rest } = await separatedBy(text);
  const records = new CsvRecords(separator);
  let header: readonly string[] | null = null;
  let row = 0;
  const part = (read: readonly string[][]): CsvPart | null => {
    const lines = read.flatMap((record) => {
      row += 1;
      if (isEmpty(record)) return [];
      if (header) return [rowOf(record, header, row)];
      header = headerOf(record, row);
      return [];
    });
    return header && lines.length > 0 ? { header, rows: lines } : null;
  };
  for await (const chunk of rest) {
    const read = part(records.read(chunk));
    if (read) yield read;
  }
  const last = part(records.end());
  if (last) yield last;
  if (!header) throw unreadable(1, sentences.noHeader);
}

function headerOf(record: readonly string[], row: number): readonly string[] {
  const header = record.map(columnCalled);
  const twice = header.filter((name, at) => name !== '' && header.indexOf(name) !== at);
  const missing = ['handle', 'sku'].filter((name) => !header.includes(name));
  const problems: RowProblem[] = [
    ...twice.map((column) => ({ row, column, value: null, code: 'INVALID' as const, message: sentences.columnTwice })),
    ...missing.map((column) => ({ row, column, value: null, code: 'REQUIRED' as const, message: sentences.columnMissing })),
  ];
  if (problems.length > 0) throw new Unreadable(problems);
  return header;
}

function rowOf(record: readonly string[], header: readonly string[], row: number): FileRow {
  const isLonger = record.slice(header.length).some((cell) => cell !== '');
  const message = sentences.moreCells(header.length);
  return {
    row,
    cells: new Map(
      header.flatMap((name, at): [string, string][] => {
        const cell = record[at];
        return name === '' || name === WHY || cell === undefined ? [] : [[name, withFormula(cell)]];
      }),
    ),
    problems: isLonger ? [{ row, column: null, value: null, code: 'INVALID', message }] : [],
  };
}

function isEmpty(record: readonly string[]): boolean {
  return record.every((cell) => cell.trim() === '');
}

/** What stands between cells: what the first line says, `sep=;`, as some spreadsheets write, or what is in it most often. */
async function separatedBy(text: AsyncIterable<string>): Promise<{ separator: string; rest: AsyncGenerator<string> }> {
  const chunks = text[Symbol.asyncIterator]();
  let begun = '';
  let hasMore = true;
  while (hasMore && endOfLine(begun) === -1 && begun.length < MAX_LINE) {
    const next = await chunks.next();
    if (next.done) hasMore = false;
    else begun += next.value;
  }
  const end = endOfLine(begun);
  const first = end === -1 ? begun : begun.slice(0, end);
  const said = /^sep=(.)$/.exec(first)?.[1];
  if (said !== undefined) begun = begun.slice(end).replace(/^\r?\n?/, '');
  const outside = first.replace(/"[^"]*"/g, '');
  const counts = SEPARATORS.map((separator) => outside.split(separator).length);
  const separator = said ?? SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
  return { separator, rest: onwards(begun, chunks, hasMore) };
}

async function* onwards(begun: string, chunks: AsyncIterator<string>, hasMore: boolean): AsyncGenerator<string> {
  try {
    if (begun !== '') yield begun;
    while (hasMore) {
      const next = await chunks.next();
      if (next.done) return;
      yield next.value;
    }
  } finally {
    await chunks.return?.();
  }
}

function endOfLine(text: string): number {
  return text.search(/[\r\n]/);
}
