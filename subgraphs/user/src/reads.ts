import { byKey, idOf } from '@agora/platform/reading/by-key';
import { type RowOf, rowsOf } from '@agora/platform/reading/columns';
import type { PageArgs } from '@agora/platform/reading/connection';
import { sortedBy } from '@agora/platform/reading/list-order';
import { listOf } from '@agora/platform/reading/lists';
import { loadersOf } from '@agora/platform/reading/loaders';
import type { Bind } from '@agora/platform/reading/reader';
import { Account } from './model/account.ts';
import { Profile, type ProfileKind } from './model/profile.ts';
import { Session } from './model/session.ts';
import { USERNAME } from './model/username.ts';

/** E-mail and roles are for the account itself and administrators only. */
const accounts = rowsOf(Account, 'id', 'username', 'displayName', 'email', 'roles', 'createdAt');
const profiles = rowsOf(Profile, 'id', 'account', 'kind', 'bio', 'isVerifiedSeller');

export type AccountRow = RowOf<typeof accounts>;
export type ProfileRow = RowOf<typeof profiles>;

interface ProfilesArgs extends PageArgs {
  readonly filter?: { readonly kind?: ProfileKind | null } | null;
}

/** The reads of one request: each level of a query is one statement for each type. */
export const openLoaders = loadersOf({
  account: byKey({ rows: accounts, key: 'id', asKey: idOf('usr') }),
  accountByUsername: byKey({ rows: accounts, key: 'username', asKey: (name) => (USERNAME.test(name) ? name : null) }),
  profile: byKey({ rows: profiles, key: 'id', asKey: idOf('prf') }),
  profileOf: byKey({ rows: profiles, key: 'accountId', asKey: idOf('usr') }),
  profiles: listOf({
    rows: profiles,
    where: ({ filter }: ProfilesArgs, bind: Bind) => (filter?.kind ? [`profile.kind = ${bind(filter.kind)}`] : []),
    order: sortedBy(
      'profiles',
      { sql: 'profile.created_at', type: 'timestamptz', direction: 'DESC' },
      { sql: 'profile.id', type: 'text', direction: 'DESC' },
    ),
  }),
  /** A session that has not ended, with the generation of the refresh token that is good now. */
  liveSession: byKey({
    rows: rowsOf(Session, 'id', 'generation'),
    key: 'id',
    asKey: idOf('ses'),
    visible: () => 'session.revoked_at is null and session.expires_at > now()',
  }),
});

export type Loaders = ReturnType<typeof openLoaders>;
