/** Where the file of an export is kept. */
export function exportKey(exportId: string): string {
  return `exports/${exportId}`;
}
