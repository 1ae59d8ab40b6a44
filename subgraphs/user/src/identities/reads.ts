import { allByKey, byKey, idOf } from '@agora/platform/reading/by-key';
import { boolean, columnsOf, type RowOf, rowsOf } from '@agora/platform/reading/columns';
import { Account } from '../accounts/model/account.ts';
import { Identity } from './model/identity.ts';

const identities = rowsOf(Identity, 'id', 'account', 'issuer', 'email', 'linkedAt', 'lastUsedAt');

const passwords = {
  from: 'account',
  columns: {
    ...columnsOf(Account, 'id'),
    hasPassword: boolean('password_hash is not null'),
    isWayIn: boolean('password_hash is not null and email_verified_at is not null'),
  },
};

export type IdentityRow = RowOf<typeof identities>;

export const identityReads = {
  /** The account's own alone, the first linked first. */
  identitiesOf: allByKey({
    rows: identities,
    key: 'accountId',
    asKey: idOf('usr'),
    visible: ({ id }) => `identity.account_id = ${id}`,
    order: 'identity.linked_at, identity.id',
  }),
  passwordOf: byKey({ rows: passwords, key: 'id', asKey: idOf('usr'), visible: ({ id }) => `account.id = ${id}` }),
};
