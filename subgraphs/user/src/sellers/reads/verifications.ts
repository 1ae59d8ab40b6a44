import { byKey, idOf } from '@agora/platform/reading/by-key';
import { type RowOf, rowsOf } from '@agora/platform/reading/columns';
import type { PageArgs } from '@agora/platform/reading/connection';
import { sortedBy } from '@agora/platform/reading/list-order';
import { listOf } from '@agora/platform/reading/lists';
import type { Bind, Visibility } from '@agora/platform/reading/reader';
import { beginningWith } from '@agora/platform/reading/beginning';
import { during } from '@agora/platform/reading/time-range';
import type { VerificationFilter } from './verification-filter.ts';
import { SellerVerification } from '../model.ts';

const verifications = rowsOf(SellerVerification);

export type VerificationRow = RowOf<typeof verifications>;

const isVisible: Visibility = ({ id, isAdmin }) => `seller_verification.account_id = ${id} or ${isAdmin}`;

interface QueueArgs extends PageArgs {
  readonly filter: VerificationFilter;
}

export const sellerReads = {
  verification: byKey({ rows: verifications, key: 'id', asKey: idOf('svr'), visible: isVisible }),
  latestVerificationOf: byKey({
    rows: {
      ...verifications,
      from: `(select distinct on (account_id) * from seller_verification order by account_id, submitted_at desc) seller_verification`,
    },
    key: 'accountId',
    asKey: idOf('usr'),
    visible: isVisible,
  }),
  /** Who waits longest comes first. */
  verifications: listOf({
    rows: verifications,
    where: conditionsOf,
    order: sortedBy(
      'seller verifications',
      { sql: 'seller_verification.submitted_at', type: 'timestamptz', direction: 'ASC' },
      { sql: 'seller_verification.id', type: 'text', direction: 'ASC' },
    ),
    visible: isVisible,
  }),
};

function conditionsOf({ filter: { statuses, query, countryCodes, submittedAt } }: QueueArgs, bind: Bind): string[] {
  return [
    `seller_verification.status = any(${bind(statuses)}::text[])`,
    ...(query ? [matches(query, bind)] : []),
    ...(countryCodes ? [`seller_verification.country_code = any(${bind(countryCodes)}::text[])`] : []),
    ...during('seller_verification.submitted_at', submittedAt, bind),
  ];
}

function matches(typed: string, bind: Bind): string {
  const pattern = `lower(${beginningWith(typed, bind)})`;
  return `lower(seller_verification.legal_name) like ${pattern} or lower(seller_verification.registration_number) like ${pattern}
    or exists (select from account where account.id = seller_verification.account_id and account.username like ${pattern})`;
}
