/** As texts are kept. */
export function tidy(cell: string): string {
  return cell
    .trim()
    .replace(/\r\n|[\r\u0085\u2028\u2029]/g, '\n')
    .normalize('NFC');
}
