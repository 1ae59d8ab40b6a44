import { allByKey, byKey, idOf } from '@agora/platform/reading/by-key';
import { boolean, columnsOf, number, type RowOf } from '@agora/platform/reading/columns';
import type { PageArgs } from '@agora/platform/reading/connection';
import { type ListOrder, sortedBy, type SortKey } from '@agora/platform/reading/list-order';
import { listOf } from '@agora/platform/reading/lists';
import { statement } from '@agora/platform/reading/statement';
import type { Bind, Reader, Visibility } from '@agora/platform/reading/reader';
import { during, type TimeRange } from '@agora/platform/reading/time-range';
import { EmailAttempt } from './model/email-attempt.ts';
import { Email, type EmailStatus } from './model/email.ts';

const emails = {
  from: 'email',
  columns: {
    ...columnsOf(
      Email,
      'id',
      'address',
      'recipientId',
      'templateKey',
      'locale',
      'subject',
      'status',
      'attempts',
      'lastError',
      'providerMessageId',
      'createdAt',
      'nextAttemptAt',
      'sentAt',
      'updatedAt',
    ),
    canRetry: boolean(`(email.status = 'DEAD' or email.status = 'FAILED' and email.next_attempt_at is not null)
      and (email.expires_at is null or email.expires_at > now())`),
  },
};

export type EmailRow = RowOf<typeof emails>;

const attempts = {
  from: 'email_attempt join email on email.id = email_attempt.email_id',
  columns: {
    emailId: columnsOf(EmailAttempt, 'email').emailId,
    ...columnsOf(EmailAttempt, 'number', 'startedAt', 'response', 'error'),
    durationMs: number('email_attempt.duration_ms'),
  },
};

export type AttemptRow = RowOf<typeof attempts>;

/** As many as `attemptLog` shows, of those that are over. */
const LATEST = 20;

const isVisible: Visibility = ({ isAdmin }) => isAdmin;

/** Conditions that all hold; addresses in small letters, as they are kept. */
export interface EmailFilter {
  readonly statuses?: readonly EmailStatus[] | null | undefined;
  readonly templateKeys?: readonly string[] | null | undefined;
  readonly to?: AddressFilter | null | undefined;
  readonly recipientIds?: readonly string[] | null | undefined;
  readonly createdAt?: TimeRange | null | undefined;
}

interface AddressFilter {
  readonly eq?: string | null | undefined;
  readonly in?: readonly string[] | null | undefined;
  readonly startsWith?: string | null | undefined;
  readonly contains?: string | null | undefined;
}

interface EmailsArgs extends PageArgs {
  readonly filter: EmailFilter;
  readonly sort: { readonly field: EmailSortField; readonly direction: SortKey['direction'] };
}

type EmailSortField = 'CREATED_AT' | 'UPDATED_AT' | 'NEXT_ATTEMPT_AT';

export const emailReads = {
  email: byKey({ rows: emails, key: 'id', asKey: idOf('eml'), visible: isVisible }),
  emails: listOf({
    rows: emails,
    where: ({ filter }: EmailsArgs, bind: Bind) => conditions(filter, bind),
    order: ({ sort }: EmailsArgs) => orderBy(sort),
    visible: isVisible,
  }),
  attemptsOf: allByKey({
    rows: attempts,
    key: 'emailId',
    asKey: idOf('eml'),
    order: 'email_attempt.number',
    visible: ({ isAdmin }) => `${isAdmin} and duration_ms is not null and email_attempt.number > email.attempts - ${LATEST}`,
  }),
  emailStatusCounts: (reader: Reader) => ({ load: (filter: EmailFilter) => countByStatus(reader, filter) }),
};

function conditions({ statuses, templateKeys, to, recipientIds, createdAt }: EmailFilter, bind: Bind): string[] {
  return [
    ...(statuses ? [`email.status = any(${bind(statuses)}::text[])`] : []),
    ...(templateKeys ? [`email.template_key = any(${bind(templateKeys)}::text[])`] : []),
    ...(to?.eq == null ? [] : [`email.address = ${bind(to.eq)}`]),
    ...(to?.in ? [`email.address = any(${bind(to.in)}::text[])`] : []),
    ...(to?.startsWith == null ? [] : [`starts_with(email.address, ${bind(to.startsWith)})`]),
    ...(to?.contains == null ? [] : [`strpos(email.address, ${bind(to.contains)}) > 0`]),
    ...(recipientIds ? [`email.recipient_id = any(${bind(recipientIds)}::text[])`] : []),
    ...during('email.created_at', createdAt, bind),
  ];
}

/** Of what is null, the infinite end is the last in either direction. */
const SORTED: Readonly<Record<EmailSortField, (direction: SortKey['direction']) => string>> = {
  CREATED_AT: () => 'email.created_at',
  UPDATED_AT: () => 'email.updated_at',
  NEXT_ATTEMPT_AT: (direction) => `coalesce(email.next_attempt_at, '${direction === 'ASC' ? '' : '-'}infinity')`,
};

function orderBy({ field, direction }: EmailsArgs['sort']): ListOrder {
  return sortedBy(
    `e-mails by ${field} ${direction}`,
    { sql: SORTED[field](direction), type: 'timestamptz', direction },
    { sql: 'email.id', type: 'text', direction },
  );
}

async function countByStatus(
  { em, actor }: Reader,
  { statuses: _, ...filter }: EmailFilter,
): Promise<{ status: EmailStatus; count: number }[]> {
  if (!actor?.roles.includes('ADMIN')) return [];
  const values: unknown[] = [];
  const where = conditions(filter, (value) => `$${values.push(value)}`);
  const count = statement(
    { ...columnsOf(Email, 'status'), count: number('count(*)') },
    (columns) => `select ${columns} from email where ${['true', ...where].join(' and ')} group by status order by status`,
  );
  return count(em, values);
}
