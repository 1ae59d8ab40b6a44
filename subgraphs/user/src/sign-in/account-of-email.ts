import { columnsOf } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import { Account } from '../accounts/model/account.ts';

/** The account that an e-mail, `$1`, signs in to: the one that has proved it, else the newest that waits for it. */
export const accountOfEmail = statement(
  columnsOf(Account, 'id', 'passwordHash', 'displayName', 'locale'),
  (columns) => `select ${columns} from account where email = $1
    order by email_verified_at is null, created_at desc, id desc limit 1`,
);
