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
  readonly field: 'CREATED_AT' | 'USERNAME';
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

function conditionsOf({ filter, byEmail }: PeopleArgs, bind: Bind): string[] {
  const { query, roles, statuses, profileKinds, isVerifiedSeller, createdAt } = filter;
  return [
    ...(query ? [beginsWith(query, byEmail, bind)] : []),
    ...(roles ? [`account.roles && ${bind(roles)}::text[]`] : []),
    ...(statuses ? [`case when account.suspended_at is null then 'ACTIVE' else 'SUSPENDED' end = any(${bind(statuses)}::text[])`] : []),
    ...(profileKinds ? [`exists (${profileWhere(`kind = any(${bind(profileKinds)}::text[])`)})`] : []),
    ...(typeof isVerifiedSeller === 'boolean'
      ? [`exists (${profileWhere(`is_verified_seller = ${bind(isVerifiedSeller)}::boolean`)})`]
      : []),
    ...during('account.created_at', createdAt, bind),
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
  return sortedBy(name, { sql: 'account.created_at', type: 'timestamptz', direction }, { sql: 'account.id', type: 'text', direction });
}
