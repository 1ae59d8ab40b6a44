import type { EntityManager } from '@mikro-orm/postgresql';
import { query } from './database.ts';

/** An event that was given up, on its way out or in. Later ones of its topic and key wait until it is replayed or skipped. */
export interface DeadLetter {
  readonly id: string;
  /** The consumer group that could not apply it, or `relay` when the bus could not take it. */
  readonly consumer: string;
  readonly eventId: string;
  readonly type: string;
  readonly topic: string;
  readonly key: string;
  /** JSON. */
  readonly data: string;
  readonly attempts: number;
  readonly lastError: string;
  /** RFC 3339, UTC. */
  readonly parkedAt: string;
  /** Events of its key that wait for it. */
  readonly behind: number;
}

const TIME = 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"';
const OUTGOING = 'out-';

/** Oldest first; those that could not leave come before those that came in. */
export async function deadLetters(em: EntityManager): Promise<DeadLetter[]> {
  const outgoing = await query<DeadLetter>(
    em,
    `select '${OUTGOING}' || id as id, 'relay' as consumer, event_id as "eventId", type, topic, key, data::text as data, 1 as attempts,
       park_error as "lastError", to_char(parked_at at time zone 'UTC', '${TIME}') as "parkedAt",
       (select count(*)::int from platform.event_log later where later.published_at is null
        and later.topic = dead.topic and later.key = dead.key and later.id > dead.id) as behind
     from platform.event_log dead where parked_at is not null and published_at is null order by dead.id`,
  );
  const incoming = await query<DeadLetter>(
    em,
    `select id::text, consumer, event_id as "eventId", message ->> 'type' as type, topic, key, message ->> 'data' as data,
       attempts, last_error as "lastError", to_char(parked_at at time zone 'UTC', '${TIME}') as "parkedAt",
       (select count(*)::int from platform.parked_event later
        where later.consumer = dead.consumer and later.topic = dead.topic and later.key = dead.key and later.id > dead.id) as behind
     from platform.parked_event dead where status = 'DEAD' order by dead.id`,
  );
  return [...outgoing, ...incoming];
}

/** Has the event tried again within a second, in its place before those behind it. False when it is not dead. */
export async function replayDead(em: EntityManager, id: string): Promise<boolean> {
  return change(em, id, {
    outgoing: 'update platform.event_log set parked_at = null, park_error = null',
    incoming: "update platform.parked_event set status = 'WAITING', attempts = 0, next_attempt_at = now()",
  });
}

/** Drops the event for good and lets those behind it go on. False when it is not dead. */
export async function skipDead(em: EntityManager, id: string): Promise<boolean> {
  return change(em, id, {
    outgoing: 'update platform.event_log set published_at = now()',
    incoming: 'delete from platform.parked_event',
  });
}

/** A skipped event stays in the log, with why it was parked. */
async function change(
  em: EntityManager,
  id: string,
  statements: { readonly outgoing: string; readonly incoming: string },
): Promise<boolean> {
  const rows = id.startsWith(OUTGOING)
    ? await query(em, `${statements.outgoing} where id = $1 and parked_at is not null and published_at is null returning id`, [
        id.slice(OUTGOING.length),
      ])
    : await query(em, `${statements.incoming} where id = $1 and status = 'DEAD' returning id`, [id]);
  return rows.length > 0;
}
