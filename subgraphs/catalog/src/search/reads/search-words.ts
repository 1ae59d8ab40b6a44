/**
 * What somebody typed, without the dashes that exclude nothing. A dash that is not right before a word or a phrase is read by
 * PostgreSQL as "not" nevertheless: `oak - lamp` would find no lamp, and 33 dashes fill its stack, which is an error.
 */
export function searchWords(typed: string): string {
  return typed.replace(/-(?![\p{L}\p{N}]|"[^"]*[\p{L}\p{N}])/gu, ' ').trim();
}
