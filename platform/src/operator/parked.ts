import type { EntityManager } from '@mikro-orm/postgresql';
import { query } from '../database/database.ts';
import { dataIn, instantIn, nameAndVersion, nameIn, traceIn } from './event-name.ts';
import { type Bind, type Order, orderBy, type PageOfService, within } from './place.ts';
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

/** One of each blocked key, the longest waiting first. */
export async function parkedHeads(em: EntityManager, service: string, page: PageOfService, filter: ParkedFilter): Promise<ParkedHead[]> {
  const { values, bind } = binding();
  const conditions = [...conditionsOf(filter, bind), ...within(service, page, ORDER, bind)];
  const heads = await read(em, service, conditions, `order by ${orderBy(page, ORDER)} limit ${page.size}`, values);
  return page.isLast ? heads.toReversed() : heads;
}

export async function countParkedHeads(em: EntityManager, filter: ParkedFilter): Promise<number> {
  const { values, bind } = binding();
  const [row] = await query<{ count: number }>(
    em,
    `select count(*)::int as count from platform.parked_head head where ${all(conditionsOf(filter, bind))}`,
    values,
  );
  return row?.count ?? 0;
}

/** Null for an id of anything else. */
export async function deadLetter(em: EntityManager, service: string, id: string): Promise<ParkedHead | null> {
  const number = numberIn('dlt', service, id);
  if (number === null) return null;
  const [head] = await read(em, service, ['head.number = $1', 'head.is_dead'], '', [number]);
  return head ?? null;
}

/** Of a topic and key of a group. */
export async function parkedHead(
  em: EntityManager,
  service: string,
  { group, topic, key }: Pick<ParkedHead, 'group' | 'topic' | 'key'>,
): Promise<ParkedHead | null> {
  const [head] = await read(em, service, ['head.consumer = $1', 'head.topic = $2', 'head.key = $3'], '', [group, topic, key]);
  return head ?? null;
}

async function read(
  em: EntityManager,
  service: string,
  conditions: readonly string[],
  orderAndLimit: string,
  values: readonly unknown[],
): Promise<ParkedHead[]> {
  const rows = await query<Row>(
    em,
    `select number::text, consumer as group, topic, key, event_id as "eventId", message, is_dead as "isDead", attempts,
       last_error as "lastError", to_char(parked_at at time zone 'UTC', '${TIME}') as "parkedAt",
       case when not is_dead then to_char(next_attempt_at at time zone 'UTC', '${TIME}') end as "nextAttemptAt",
       case when number < 0 then
         (select count(*)::int from platform.event_log later where later.published_at is null
          and later.topic = head.topic and later.key = head.key and later.id > -head.number)
       else
         (select count(*)::int from platform.parked_event later
          where later.consumer = head.consumer and later.topic = head.topic and later.key = head.key and later.id > head.number)
       end as behind
     from platform.parked_head head where ${all(conditions)} ${orderAndLimit}`,
    values,
  );
  return rows.map(({ number, message, ...row }) => ({
    ...row,
    ...nameAndVersion(message.type),
    id: serviceId('dlt', service, number),
    place: { time: row.parkedAt, number },
    service,
    data: dataIn(message.data),
    traceId: traceIn(message.traceparent),
    occurredAt: instantIn(message.occurredAt),
  }));
}

interface Row extends Omit<ParkedHead, 'id' | 'place' | 'service' | 'eventName' | 'eventVersion' | 'data' | 'traceId' | 'occurredAt'> {
  readonly number: string;
  readonly message: { readonly type: string; readonly data: string; readonly traceparent: string; readonly occurredAt: string };
}

function conditionsOf({ topics, keys, eventNames, isDead, parkedAt }: ParkedFilter, bind: Bind): string[] {
  return [
    ...(topics ? [`head.topic = any(${bind(topics)}::text[])`] : []),
    ...(keys ? [`head.key = any(${bind(keys)}::text[])`] : []),
    ...(eventNames ? [`${nameIn("head.message ->> 'type'")} = any(${bind(eventNames)}::text[])`] : []),
    ...(typeof isDead === 'boolean' ? [`head.is_dead = ${bind(isDead)}::boolean`] : []),
    ...(parkedAt?.gte ? [`head.parked_at >= ${bind(parkedAt.gte)}::text::timestamptz`] : []),
    ...(parkedAt?.lt ? [`head.parked_at < ${bind(parkedAt.lt)}::text::timestamptz`] : []),
  ];
}

function all(conditions: readonly string[]): string {
  return conditions.join(' and ') || 'true';
}

function binding(): { readonly values: unknown[]; readonly bind: Bind } {
  const values: unknown[] = [];
  return { values, bind: (value) => `$${values.push(value)}` };
}
