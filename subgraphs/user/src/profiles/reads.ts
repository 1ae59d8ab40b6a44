import { byKey, idOf } from '@agora/platform/reading/by-key';
import { type RowOf, rowsOf } from '@agora/platform/reading/columns';
import type { PageArgs } from '@agora/platform/reading/connection';
import { sortedBy } from '@agora/platform/reading/list-order';
import { listOf } from '@agora/platform/reading/lists';
import type { Bind } from '@agora/platform/reading/reader';
import { Profile, type ProfileKind } from './model/profile.ts';

const profiles = rowsOf(Profile);

export type ProfileRow = RowOf<typeof profiles>;

interface ProfilesArgs extends PageArgs {
  readonly filter?: { readonly kind?: ProfileKind | null } | null;
}

export const profileReads = {
  profile: byKey({ rows: profiles, key: 'id', asKey: idOf('prf') }),
  profileOf: byKey({ rows: profiles, key: 'accountId', asKey: idOf('usr') }),
  profiles: listOf({
    rows: profiles,
    where: ({ filter }: ProfilesArgs, bind: Bind) => [
      '(select is_listed from account where account.id = profile.account_id)',
      ...(filter?.kind ? [`profile.kind = ${bind(filter.kind)}`] : []),
    ],
    order: sortedBy(
      'profiles',
      { sql: 'profile.created_at', type: 'timestamptz', direction: 'DESC' },
      { sql: 'profile.id', type: 'text', direction: 'DESC' },
    ),
  }),
};
