import { type RowOf, rowsOf } from '@agora/platform/reading/columns';
import type { PageArgs } from '@agora/platform/reading/connection';
import { sortedBy } from '@agora/platform/reading/list-order';
import { listOf, listsOf } from '@agora/platform/reading/lists';
import type { Bind } from '@agora/platform/reading/reader';
import { during } from '@agora/platform/reading/time-range';
import { SecurityEvent } from '../../accounts/model/security-event.ts';
import type { SecurityEventFilter } from './security-event-filter.ts';

const events = rowsOf(
  SecurityEvent,
  'id',
  'kind',
  'account',
  'actorId',
  'email',
  'role',
  'reason',
  'ipAddress',
  'userAgent',
  'isSuspicious',
  'isByOperator',
  'occurredAt',
);

export type SecurityEventRow = RowOf<typeof events>;

interface EventArgs extends PageArgs {
  readonly filter: SecurityEventFilter;
}

const order = sortedBy(
  'security events',
  { sql: 'security_event.occurred_at', type: 'timestamptz', direction: 'DESC' },
  { sql: 'security_event.id', type: 'text', direction: 'DESC' },
);

export const securityEventReads = {
  /** For administrators alone. */
  securityEvents: listOf({ rows: events, where: conditionsOf, order, visible: ({ isAdmin }) => isAdmin }),
  /** For the account itself and administrators. */
  securityEventsOf: listsOf({
    rows: events,
    of: 'security_event.account_id = parent.id',
    where: conditionsOf,
    order,
    visible: ({ id, isAdmin }) => `security_event.account_id = ${id} or ${isAdmin}`,
  }),
};

function conditionsOf({ filter: { userId, kinds, ipAddress, isSuspicious, occurredAt } }: EventArgs, bind: Bind): string[] {
  return [
    ...(userId == null ? [] : [`security_event.account_id = ${bind(userId)}`]),
    ...(kinds ? [`security_event.kind = any(${bind(kinds)}::text[])`] : []),
    ...(ipAddress == null ? [] : [`security_event.ip_address = ${bind(ipAddress)}`]),
    ...(isSuspicious == null ? [] : [`security_event.is_suspicious = ${bind(isSuspicious)}::boolean`]),
    ...during('security_event.occurred_at', occurredAt, bind),
  ];
}
