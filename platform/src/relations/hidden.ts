import type { Viewer } from '../reading/reader.ts';

/** SQL: whether what `author`, a column, wrote is kept from who reads. Of a guest nothing is known. */
export function isHiddenFrom({ id }: Viewer, author: string): string {
  return `(exists (select from aversion where account_id = ${id} and other_id = ${author} and (until is null or until > now()))
    or exists (select from aversion where account_id = ${author} and other_id = ${id} and relation = 'BLOCK'))`;
}
