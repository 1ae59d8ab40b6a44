import { boolean } from '@agora/platform/reading/columns';
import type { Viewer } from '@agora/platform/reading/reader';
import { statement } from '@agora/platform/reading/statement';

/** SQL: whether what `author`, a column, wrote is kept from who reads. Of a guest nothing is known. */
export function isHiddenFrom({ id }: Viewer, author: string): string {
  return `(exists (select from aversion where account_id = ${id} and other_id = ${author} and (until is null or until > now()))
    or exists (select from aversion where account_id = ${author} and other_id = ${id} and relation = 'BLOCK'))`;
}

/** Whether one of two people, `$1` and `$2`, has blocked the other. */
export const areApart = statement(
  { areApart: boolean(`count(*) > 0`) },
  (columns) => `select ${columns} from aversion
    where relation = 'BLOCK' and ((account_id = $1 and other_id = $2) or (account_id = $2 and other_id = $1))`,
);
