const SEPARATOR = '|';

/** `['a', 'b|c']` → `a|b\|c`. */
export function listCell(things: readonly string[]): string {
  return things.map((one) => one.replace(/[\\|]/g, '\\$&')).join(SEPARATOR);
}

/** What `listCell` was given, without blanks around each; what is empty is left out. */
export function listIn(cell: string): string[] {
  return [...cell.matchAll(/(?:\\[\\|]|[^|])+/g)].map(([one]) => one.replace(/\\([\\|])/g, '$1').trim()).filter((one) => one !== '');
}
