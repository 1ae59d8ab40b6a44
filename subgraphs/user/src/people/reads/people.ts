import { beginningWith } from '@agora/platform/reading/beginning';
import { byKey, idOf } from '@agora/platform/reading/by-key';
import { columnsOf, type RowOf } from '@agora/platform/reading/columns';
import type { PageArgs } from '@agora/platform/reading/connection';
import { type ListOrder, type SortKey, sortedBy } from '@agora/platform/reading/list-order';
import { listOf } from '@agora/platform/reading/lists';
import type { Bind } from '@agora/platform/reading/reader';
import { during } from '@agora/platform/reading/time-range';
import { Account } from '../../accounts/model/account.ts';
import { accounts } from '../../accounts/reads.ts';
import type { PeopleFilter } from './people-filter.ts';

const {
  suspensionReason: reason,
  suspendedUntil: until,
  ...suspended
} = columnsOf(Account, 'id', 'suspensionReason', 'suspendedUntil', 'suspendedAt', 'suspendedBy');

const suspensions = { from: 'account', columns: { ...suspended, reason, until } };

export type SuspensionRow = RowOf<typeof suspensions>;

export interface PeopleSort {
  readonly field: 'CREATED_AT' | 'USERNAME' | 'LAST_SIGNED_IN_AT';
  readonly direction: SortKey['direction'];
}

interface PeopleArgs extends PageArgs {
  readonly filter: PeopleFilter;
  readonly sort: PeopleSort;
  /** Whether people are found by their e-mail, which only administrators see. */
  readonly byEmail: boolean;
}

export const peopleReads = {
  people: listOf({ rows: accounts, where: conditionsOf, order: orderOf }),
  /** For the account itself, moderators and administrators, as whoever asks for it knows. */
  suspensionOf: byKey({ rows: suspensions, key: 'id', asKey: idOf('usr'), visible: () => 'account.suspended_at is not null' }),
};

/** Who never signed in comes last. */
const NEVER = { ASC: 'infinity', DESC: '-infinity' } as const;

function conditionsOf({ filter, byEmail }: PeopleArgs, bind: Bind): string[] {
  const { query, roles, statuses, profileKinds, isVerifiedSeller, createdAt, lastSignedInAt } = filter;
  return [
    ...(query ? [beginsWith(query, byEmail, bind)] : []),
    ...(roles ? [`account.roles && ${bind(roles)}::text[]`] : []),
    ...(statuses ? [`case when account.suspended_at is null then 'ACTIVE' else 'SUSPENDED' end = any(${bind(statuses)}::text[])`] : []),
    ...(profileKinds ? [`exists (${profileWhere(`kind = any(${bind(profileKinds)}::text[])`)})`] : []),
    ...(typeof isVerifiedSeller === 'boolean'
      ? [`exists (${profileWhere(`is_verified_seller = ${bind(isVerifiedSeller)}::boolean`)})`]
      : []),
    ...during('account.created_at', createdAt, bind),
    ...during('account.last_signed_in_at', lastSignedInAt, bind),
  ];
}

function beginsWith(typed: string, byEmail: boolean, bind: Bind): string {
  const pattern = `lower(${beginningWith(typed, bind)})`;
  const columns = ['lower(account.display_name)', 'account.username', ...(byEmail ? ['account.email'] : [])];
  return columns.map((column) => `${column} like ${pattern}`).join(' or ');
}

function profileWhere(condition: string): string {
  return `select from profile where profile.account_id = account.id and profile.${condition}`;
}

function orderOf({ sort: { field, direction } }: PeopleArgs): ListOrder {
  const name = `people by ${field} ${direction}`;
  if (field === 'USERNAME') return sortedBy(name, { sql: 'account.username', type: 'text', direction });
  const sql = field === 'CREATED_AT' ? 'account.created_at' : `coalesce(account.last_signed_in_at, '${NEVER[direction]}')`;
  return sortedBy(name, { sql, type: 'timestamptz', direction }, { sql: 'account.id', type: 'text', direction });
}
