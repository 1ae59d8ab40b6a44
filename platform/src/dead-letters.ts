import type { EntityManager } from '@mikro-orm/postgresql';
import { query } from './database.ts';

/** An event that was given up. Later ones of its topic and key wait until it is replayed or skipped. */
export interface DeadLetter {
  readonly id: string;
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

/** Oldest first. */
export async function deadLetters(em: EntityManager): Promise<DeadLetter[]> {
  return query<DeadLetter>(
    em,
    `select id::text, consumer, event_id as "eventId", message ->> 'type' as type, topic, key, message ->> 'data' as data,
       attempts, last_error as "lastError", to_char(parked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "parkedAt",
       (select count(*)::int from platform.parked_event later
        where later.consumer = dead.consumer and later.topic = dead.topic and later.key = dead.key and later.id > dead.id) as behind
     from platform.parked_event dead where status = 'DEAD' order by dead.id`,
  );
}

/** Has the event tried again within a second, in its place before those behind it. False when it is not dead. */
export async function replayDead(em: EntityManager, id: string): Promise<boolean> {
  const rows = await query(
    em,
    `update platform.parked_event set status = 'WAITING', attempts = 0, next_attempt_at = now()
     where id = $1 and status = 'DEAD' returning id`,
    [id],
  );
  return rows.length > 0;
}

/** Drops the event for good and lets those behind it go on. False when it is not dead. */
export async function skipDead(em: EntityManager, id: string): Promise<boolean> {
  const rows = await query(em, `delete from platform.parked_event where id = $1 and status = 'DEAD' returning id`, [id]);
  return rows.length > 0;
}
