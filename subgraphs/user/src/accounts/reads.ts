import { byKey, idOf } from '@agora/platform/reading/by-key';
import { columnsOf, number, type RowOf, rowsOf } from '@agora/platform/reading/columns';
import type { Viewer } from '@agora/platform/reading/reader';
import { Account } from './model/account.ts';
import { MailedToken } from './model/mailed-token.ts';
import { USERNAME } from './model/username.ts';

/** E-mail and roles are for the account itself and administrators only. */
export const accounts = {
  from: ({ id }: Viewer) => `account left join platform.feed_head on account.id = ${id} and feed_head.feed_key = 'user:' || account.id`,
  columns: {
    ...columnsOf(
      Account,
      'id',
      'username',
      'displayName',
      'avatarId',
      'email',
      'emailVerifiedAt',
      'roles',
      'twoFactorEnabledAt',
      'suspendedAt',
      'lastSignedInAt',
      'createdAt',
      'updatedAt',
      'version',
    ),
    /** Where the feed of the viewer's own account stood when the row was read. */
    feedSeq: number('coalesce(feed_head.seq, 0)'),
  },
};

const contacts = {
  from: 'account',
  columns: { ...columnsOf(Account, 'id', 'phone', 'alternateEmail'), updatedAt: columnsOf(Account, 'contactUpdatedAt').contactUpdatedAt },
};

const preferences = rowsOf(Account, 'id', 'locale', 'currencyCode', 'timeZone', 'theme', 'isListed', 'isPersonalised');

export type AccountRow = RowOf<typeof accounts>;
export type ContactRow = RowOf<typeof contacts>;
export type PreferencesRow = RowOf<typeof preferences>;

export const accountReads = {
  /** Of the account itself alone, where a change of its e-mail waits to be confirmed. */
  pendingEmailOf: byKey({
    rows: rowsOf(MailedToken, 'account', 'email'),
    key: 'accountId',
    asKey: idOf('usr'),
    visible: ({ id }) => `mailed_token.account_id = ${id} and mailed_token.purpose = 'CHANGE_EMAIL' and mailed_token.expires_at > now()`,
  }),
  account: byKey({ rows: accounts, key: 'id', asKey: idOf('usr') }),
  accountByUsername: byKey({ rows: accounts, key: 'username', asKey: (name) => (USERNAME.test(name) ? name : null) }),
  contact: byKey({ rows: contacts, key: 'id', asKey: idOf('usr'), visible: ({ id, isAdmin }) => `account.id = ${id} or ${isAdmin}` }),
  preferences: byKey({ rows: preferences, key: 'id', asKey: idOf('usr'), visible: ({ id }) => `account.id = ${id}` }),
};
