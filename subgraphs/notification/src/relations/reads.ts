import { text } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';

/** Which of the people `$2` do not want to be told what somebody, `$1`, did: they have muted or blocked them, or were blocked by them. */
export const averseTo = statement(
  { id: text('told.id') },
  (columns) => `select ${columns} from unnest($2::text[]) as told (id)
    where exists (select from aversion where account_id = told.id and other_id = $1 and (until is null or until > now()))
      or exists (select from aversion where account_id = $1 and other_id = told.id and relation = 'BLOCK')`,
);
