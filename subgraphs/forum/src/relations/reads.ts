import { boolean } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';

/** Whether one of two people, `$1` and `$2`, has blocked the other. */
export const areApart = statement(
  { areApart: boolean(`count(*) > 0`) },
  (columns) => `select ${columns} from aversion
    where relation = 'BLOCK' and ((account_id = $1 and other_id = $2) or (account_id = $2 and other_id = $1))`,
);
