import type { EntityManager } from '@mikro-orm/postgresql';
import { nullable, text } from '../reading/columns.ts';
import { dataIn, instantIn, nameAndVersion, nameIn, traceIn } from './event-name.ts';
import { serviceList } from './list.ts';
import type { Bind, Order, PageOfService } from './place.ts';
import { numberIn, serviceId } from './service-ids.ts';

/** Something that happened, as its service logged it. */
export interface AuditEntry {
  readonly id: string;
  readonly place: { readonly time: string; readonly number: string };
  readonly service: string;
  readonly eventId: string;
  readonly eventName: string;
  readonly eventVersion: number;
  readonly key: string;
  /** Who asked for it, an account or somebody at a shell; null for guests, and where the marketplace acted by itself. */
  readonly actorId: string | null;
  readonly data: unknown;
  readonly traceId: string | null;
  /** RFC 3339, UTC; null for a time that no calendar has. */
  readonly occurredAt: string | null;
  /** RFC 3339, UTC; null while the bus does not have it, and where it was skipped. */
  readonly publishedAt: string | null;
}

/** ANDed. */
export interface AuditFilter {
  readonly eventNames?: readonly string[] | null;
  readonly subjectIds?: readonly string[] | null;
  readonly actorIds?: readonly string[] | null;
  readonly traceId?: string | null;
  readonly occurredAt?: { readonly gte?: string | null; readonly lt?: string | null } | null;
}

/** The id of an event begins with its time, so an index by ids is one by time. */
const ORDER: Order = { time: 'event_id', timeType: 'uuid', number: 'id', direction: 'DESC' };
const TIME = 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"';

const entries = serviceList({
  columns: {
    number: text('id'),
    eventId: text('event_id'),
    type: text('type'),
    key: text('key'),
    actorId: nullable(text('actor_id')),
    data: text('data'),
    traceparent: text('traceparent'),
    occurredAt: text(`to_char(occurred_at at time zone 'UTC', '${TIME}')`),
    publishedAt: nullable(text(`case when parked_at is null then to_char(published_at at time zone 'UTC', '${TIME}') end`)),
  },
  from: 'platform.event_log',
  order: ORDER,
  where: conditionsOf,
});

/** Newest first. */
export async function auditEntries(em: EntityManager, service: string, page: PageOfService, filter: AuditFilter): Promise<AuditEntry[]> {
  return (await entries.page(em, service, page, filter)).map((row) => entryOf(service, row));
}

export function countAuditEntries(em: EntityManager, filter: AuditFilter): Promise<number> {
  return entries.count(em, filter);
}

/** Null for an id of anything else. */
export async function auditEntry(em: EntityManager, service: string, id: string): Promise<AuditEntry | null> {
  const number = numberIn('aud', service, id);
  const row = number === null ? null : await entries.find(em, ['id = $1'], [number]);
  return row && entryOf(service, row);
}

type Row = Awaited<ReturnType<typeof entries.page>>[number];

function entryOf(service: string, { number, type, data, traceparent, ...row }: Row): AuditEntry {
  return {
    ...row,
    ...nameAndVersion(type),
    id: serviceId('aud', service, number),
    place: { time: row.eventId, number },
    service,
    data: dataIn(data),
    traceId: traceIn(traceparent),
    occurredAt: instantIn(row.occurredAt),
  };
}

function conditionsOf({ eventNames, subjectIds, actorIds, traceId, occurredAt }: AuditFilter, bind: Bind): string[] {
  return [
    ...(eventNames ? [`${nameIn('type')} = any(${bind(eventNames)}::text[])`] : []),
    ...(subjectIds ? [`key = any(${bind(subjectIds)}::text[])`] : []),
    ...(actorIds ? [`actor_id = any(${bind(actorIds)}::text[])`] : []),
    ...(typeof traceId === 'string' ? [`substring(traceparent from 4 for 32) = nullif(${bind(traceId)}::text, '')`] : []),
    ...(occurredAt?.gte ? from(occurredAt.gte, bind) : []),
    ...(occurredAt?.lt ? until(occurredAt.lt, bind) : []),
  ];
}

/** Ids made at once borrow from the milliseconds to come. */
const BORROWED_MS = 60_000;

function from(instant: string, bind: Bind): string[] {
  return [`occurred_at >= ${bind(instant)}::text::timestamptz`, `event_id >= ${bind(firstIdOf(Date.parse(instant)))}::text::uuid`];
}

function until(instant: string, bind: Bind): string[] {
  const end = firstIdOf(Date.parse(instant) + BORROWED_MS);
  return [`occurred_at < ${bind(instant)}::text::timestamptz`, `event_id < ${bind(end)}::text::uuid`];
}

function firstIdOf(ms: number): string {
  const hex = Math.max(0, ms).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}
