import * as z from 'zod';
import { columnCalled, WHY } from '../model/columns.ts';
import { sentences } from '../sentences.ts';
import { type FileRow, unreadable } from './file-row.ts';
import { MAX_COLUMNS, MAX_LINE } from './limits.ts';
import { listCell } from './list-cell.ts';

/** The lines of a JSON Lines file, part by part. @throws Unreadable for a line that is too long. */
export async function* readJsonLines(text: AsyncIterable<string>): AsyncGenerator<FileRow[]> {
  let row = 0;
  let begun = '';
  const rowsOf = (lines: readonly string[]) =>
    lines.flatMap((line) => {
      row += 1;
      if (line.length > MAX_LINE) throw unreadable(row, sentences.lineTooLong(MAX_LINE));
      return line.trim() === '' ? [] : [rowOf(line, row)];
    });
  for await (const chunk of text) {
    const lines = chunk.split('\n');
    lines[0] = begun + (lines[0] ?? '');
    begun = lines.pop() ?? '';
    const rows = rowsOf(lines);
    if (rows.length > 0) yield rows;
    if (begun.length > MAX_LINE) throw unreadable(row + 1, sentences.lineTooLong(MAX_LINE));
  }
  const rows = rowsOf([begun]);
  if (rows.length > 0) yield rows;
}

const Scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const Line = z.record(z.string(), z.union([Scalar, z.array(z.union([z.string(), z.number()]))]));

function rowOf(line: string, row: number): FileRow {
  const parsed = parsedLine(line);
  const names = parsed ? Object.keys(parsed) : [];
  if (!parsed || names.length > MAX_COLUMNS) {
    const message = parsed ? sentences.tooManyColumns(MAX_COLUMNS) : sentences.noJsonObject;
    return { row, cells: new Map(), problems: [{ row, column: null, value: line.slice(0, 200), code: 'INVALID', message }] };
  }
  const entries = Object.entries(parsed).flatMap(([name, value]): [string, string][] => {
    const column = columnCalled(name);
    return column === WHY ? [] : [[column, cellOf(value)]];
  });
  return { row, cells: new Map(entries), problems: [] };
}

function parsedLine(line: string): z.output<typeof Line> | null {
  try {
    return Line.safeParse(JSON.parse(line)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function cellOf(value: z.output<typeof Line>[string]): string {
  if (value === null) return '';
  return Array.isArray(value) ? listCell(value.map(String)) : String(value);
}
