/** How cells begin that a spreadsheet runs, also the wide signs that some take for the same. */
const RUNS = /^'*[=+\-@\t\r\n＝＋－＠]/;
const QUOTED = /^'+[=+\-@\t\r\n＝＋－＠]/;
const NUMBER = /^-?\d+(\.\d+)?$/;

/** A cell that no spreadsheet runs: with a quote before what it would. Numbers are left as they are. */
export function withoutFormula(cell: string): string {
  return RUNS.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
}

/** What `withoutFormula` was given. */
export function withFormula(cell: string): string {
  return QUOTED.test(cell) ? cell.slice(1) : cell;
}
