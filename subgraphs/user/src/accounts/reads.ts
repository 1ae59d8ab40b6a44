import { byKey, idOf } from '@agora/platform/reading/by-key';
import { type RowOf, rowsOf } from '@agora/platform/reading/columns';
import { Account } from './model/account.ts';
import { USERNAME } from './model/username.ts';

/** E-mail and roles are for the account itself and administrators only. */
const accounts = rowsOf(Account, 'id', 'username', 'displayName', 'email', 'roles', 'createdAt');

export type AccountRow = RowOf<typeof accounts>;

export const accountReads = {
  account: byKey({ rows: accounts, key: 'id', asKey: idOf('usr') }),
  accountByUsername: byKey({ rows: accounts, key: 'username', asKey: (name) => (USERNAME.test(name) ? name : null) }),
};
