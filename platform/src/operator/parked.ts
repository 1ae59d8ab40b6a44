import type { EntityManager } from '@mikro-orm/postgresql';
import { boolean, nullable, number, text } from '../reading/columns.ts';
import { during } from '../reading/time-range.ts';
import { dataIn, instantIn, nameAndVersion, nameIn, traceIn } from './event-name.ts';
import { serviceList } from './list.ts';
import type { Bind, Order, PageOfService } from './place.ts';
import { numberIn, serviceId } from './service-ids.ts';

/** A failed event, for which the others of its topic and key wait; it was given up where `isDead`. */
export interface ParkedHead {
  /** As a dead letter. */
  readonly id: string;
  readonly place: { readonly time: string; readonly number: string };
  readonly service: string;
  /** The consumer group that could not apply it, or `relay` where the bus did not take it. */
  readonly group: string;
  readonly topic: string;
  readonly key: string;
  readonly eventId: string;
  readonly eventName: string;
  readonly eventVersion: number;
  readonly data: unknown;
  readonly traceId: string | null;
  readonly isDead: boolean;
  readonly attempts: number;
  readonly lastError: string | null;
  /** Events of its key that wait behind it. */
  readonly behind: number;
  /** Null for a time that no calendar has. */
  readonly occurredAt: string | null;
  /** RFC 3339, UTC. */
  readonly parkedAt: string;
  /** RFC 3339, UTC; null where it is dead. */
  readonly nextAttemptAt: string | null;
}

/** ANDed. */
export interface ParkedFilter {
  readonly topics?: readonly string[] | null;
  readonly keys?: readonly string[] | null;
  readonly eventNames?: readonly string[] | null;
  readonly isDead?: boolean | null;
  readonly parkedAt?: { readonly gte?: string | null; readonly lt?: string | null } | null;
}

const ORDER: Order = { time: 'head.parked_at', timeType: 'timestamptz', number: 'head.number', direction: 'ASC' };
const TIME = 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"';

const heads = serviceList({
  columns: {
    number: text('head.number'),
    group: text('head.consumer'),
    topic: text('head.topic'),
    key: text('head.key'),
    eventId: text('head.event_id'),
    type: text("head.message ->> 'type'"),
    data: text("head.message ->> 'data'"),
    traceparent: text("head.message ->> 'traceparent'"),
    occurredAt: text("head.message ->> 'occurredAt'"),
    isDead: boolean('head.is_dead'),
    attempts: number('head.attempts'),
    lastError: nullable(text('head.last_error')),
    parkedAt: text(`to_char(head.parked_at at time zone 'UTC', '${TIME}')`),
    nextAttemptAt: nullable(text(`case when not head.is_dead then to_char(head.next_attempt_at at time zone 'UTC', '${TIME}') end`)),
    behind: number(`case when head.number < 0 then
      (select count(*) from platform.event_log later where later.published_at is null
       and later.topic = head.topic and later.key = head.key and later.id > -head.number)
    else
      (select count(*) from platform.parked_event later
       where later.consumer = head.consumer and later.topic = head.topic and later.key = head.key and later.id > head.number)
    end`),
  },
  from: 'platform.parked_head head',
  order: ORDER,
  where: conditionsOf,
});

/** One of each blocked key, the longest waiting first. */
export async function parkedHeads(em: EntityManager, service: string, page: PageOfService, filter: ParkedFilter): Promise<ParkedHead[]> {
  return (await heads.page(em, service, page, filter)).map((row) => headOf(service, row));
}

export function countParkedHeads(em: EntityManager, filter: ParkedFilter): Promise<number> {
  return heads.count(em, filter);
}

/** Null for an id of anything else. */
export async function deadLetter(em: EntityManager, service: string, id: string): Promise<ParkedHead | null> {
  const place = numberIn('dlt', service, id);
  const row = place === null ? null : await heads.find(em, ['head.number = $1', 'head.is_dead'], [place]);
  return row && headOf(service, row);
}

/** Of a topic and key of a group. */
export async function parkedHead(
  em: EntityManager,
  service: string,
  { group, topic, key }: Pick<ParkedHead, 'group' | 'topic' | 'key'>,
): Promise<ParkedHead | null> {
  const row = await heads.find(em, ['head.consumer = $1', 'head.topic = $2', 'head.key = $3'], [group, topic, key]);
  return row && headOf(service, row);
}

type Row = Awaited<ReturnType<typeof heads.page>>[number];

function headOf(service: string, { number: place, type, data, traceparent, ...row }: Row): ParkedHead {
  return {
    ...row,
    ...nameAndVersion(type),
    id: serviceId('dlt', service, place),
    place: { time: row.parkedAt, number: place },
    service,
    data: dataIn(data),
    traceId: traceIn(traceparent),
    occurredAt: instantIn(row.occurredAt),
  };
}

function conditionsOf({ topics, keys, eventNames, isDead, parkedAt }: ParkedFilter, bind: Bind): string[] {
  return [
    ...(topics ? [`head.topic = any(${bind(topics)}::text[])`] : []),
    ...(keys ? [`head.key = any(${bind(keys)}::text[])`] : []),
    ...(eventNames ? [`${nameIn("head.message ->> 'type'")} = any(${bind(eventNames)}::text[])`] : []),
    ...(typeof isDead === 'boolean' ? [`head.is_dead = ${bind(isDead)}::boolean`] : []),
    ...during('head.parked_at', parkedAt, bind),
  ];
}
