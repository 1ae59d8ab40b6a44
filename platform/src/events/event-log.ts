import type { EntityManager } from '@mikro-orm/postgresql';
import type { EventType } from '@agora/schema/events/event';
import { noteAnnounced, query } from '../database/database.ts';
import { newUuid } from '../ids.ts';
import { actorId, traceparent } from '../observe/trace.ts';

/** An event that was announced in the running transaction. */
export interface Announcement {
  readonly eventId: string;
  /** RFC 3339, UTC. */
  readonly occurredAt: string;
}

export interface LiveEntry {
  /** For example `order:ord_…`. */
  readonly feed: string;
  readonly payload: unknown;
}

/** `seq` of each entry, in the order given. */
export interface LiveAnnouncement extends Announcement {
  readonly seqs: readonly number[];
}

/**
 * Announces an event with the transaction `tx` is in: both happen or neither does. Lock or change the aggregate first,
 * so that the events of one key are logged in the order of its changes.
 */
export async function announce<Data>(tx: EntityManager, event: EventType<Data>, data: NoInfer<Data>): Promise<Announcement> {
  return log(tx, event, data, []);
}

/**
 * Announces an event and adds entries to live feeds, under the lock of each feed, taken in the order of their keys.
 * Their readers are woken once the transaction has committed.
 */
export async function announceLive<Data>(
  tx: EntityManager,
  event: EventType<Data>,
  data: NoInfer<Data>,
  entries: readonly LiveEntry[],
): Promise<LiveAnnouncement> {
  const announcement = await log(tx, event, data, [...new Set(entries.map(({ feed }) => feed))]);
  return { ...announcement, seqs: await append(tx, announcement, entries) };
}

/**
 * Adds entries about what happened long ago to live feeds, so that each has its place there; no event is announced.
 * Answers `seq` of each, in the order given.
 */
export async function backfill(tx: EntityManager, occurredAt: Date, entries: readonly LiveEntry[]): Promise<number[]> {
  return append(tx, { eventId: newUuid(), occurredAt: occurredAt.toISOString() }, entries);
}

async function log<Data>(tx: EntityManager, event: EventType<Data>, data: Data, feeds: string[]): Promise<Announcement> {
  // In this order: the audit trail finds the events since an instant by their ids, none of which may be from before it.
  const occurredAt = new Date().toISOString();
  const announcement = { eventId: newUuid(), occurredAt };
  const parsed = event.data.parse(data);
  await query(
    tx,
    `insert into platform.event_log (event_id, type, topic, key, data, feeds, traceparent, actor_id, occurred_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      announcement.eventId,
      event.type,
      event.topic,
      event.keyOf(parsed),
      JSON.stringify(parsed),
      feeds,
      traceparent(),
      actorId(),
      announcement.occurredAt,
    ],
  );
  noteAnnounced(tx, feeds);
  return announcement;
}

async function append(tx: EntityManager, { eventId, occurredAt }: Announcement, entries: readonly LiveEntry[]): Promise<number[]> {
  const seqs = new Array<number>(entries.length);
  const inKeyOrder = entries
    .map((entry, index) => ({ ...entry, index }))
    .sort((a, b) => (a.feed < b.feed ? -1 : a.feed > b.feed ? 1 : a.index - b.index));
  for (const { feed, payload, index } of inKeyOrder) {
    const [head] = await query<{ seq: number }>(
      tx,
      `with head as (
         insert into platform.feed_head (feed_key, seq) values ($1, 1)
         on conflict (feed_key) do update set seq = feed_head.seq + 1 returning seq
       )
       insert into platform.feed (feed_key, seq, event_id, payload, occurred_at)
       select $1, seq, $2, $3, $4 from head returning seq::float8 as seq`,
      [feed, eventId, JSON.stringify(payload), occurredAt],
    );
    if (!head) throw new Error(`The feed ${feed} did not grow.`);
    seqs[index] = head.seq;
  }
  return seqs;
}
