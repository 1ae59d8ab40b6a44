export type Row = Readonly<Record<string, string | number | null>>;

/** Prints rows as a table; with `--json` on the command line, also as one JSON object on the last line. */
export function report(title: string, rows: readonly Row[]): void {
  console.log(`\n${title}`);
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const text = (value: string | number | null | undefined) => (value === null || value === undefined ? '–' : String(value));
  const widths = columns.map((column) => Math.max(column.length, ...rows.map((row) => text(row[column]).length)));
  const line = (cells: readonly string[], row?: Row) =>
    cells
      .map((cell, i) => (typeof row?.[columns[i] ?? ''] === 'number' ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
      .join('  ');
  console.log(line(columns));
  console.log(line(widths.map((width) => '-'.repeat(width))));
  for (const row of rows)
    console.log(
      line(
        columns.map((column) => text(row[column])),
        row,
      ),
    );
}

/** The last line of a benchmark that was asked for it. */
export function reportJson(rows: readonly Row[]): void {
  if (process.argv.includes('--json')) console.log(JSON.stringify({ rows }));
}

/** The value below which a share of the samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN);
}

export function round(value: number, digits = 1): number {
  return Number(value.toFixed(digits));
}
