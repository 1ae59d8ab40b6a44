import type { EntityManager } from '@mikro-orm/postgresql';
import type { EventType } from '@agora/schema/events/event';
import { beforeCommit, noteAnnounced, run } from '../database/database.ts';
import { newUuid } from '../ids.ts';
import { actorId, traceparent } from '../observe/trace.ts';
import { number } from '../reading/columns.ts';
import { statement } from '../reading/statement.ts';

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
 * so that the events of one key are logged in the order of its changes. All that a transaction announces is written at its end, by
 * one statement: also what live feeds are told of it, whose readers hear of it once the transaction has committed.
 */
export async function announce<Data>(
  tx: EntityManager,
  event: EventType<Data>,
  data: NoInfer<Data>,
  entries: readonly LiveEntry[] = [],
): Promise<Announcement> {
  const entry = logEntry(tx, event, data, feedsOf(entries));
  const announcement = announcementOf(entry);
  const announced = waitingOf(tx);
  announced.events.push(entry);
  announced.entries.push(...feedEntries(announcement, entries));
  return announcement;
}

/**
 * Announces an event and adds entries to live feeds at once, for who has to know their places in them. Holds each feed until the
 * transaction ends; what is announced by one call takes them in the order of their keys.
 */
export async function announceLive<Data>(
  tx: EntityManager,
  event: EventType<Data>,
  data: NoInfer<Data>,
  entries: readonly LiveEntry[],
): Promise<LiveAnnouncement> {
  const entry = logEntry(tx, event, data, feedsOf(entries));
  const announcement = announcementOf(entry);
  return { ...announcement, seqs: await write(tx, [entry], feedEntries(announcement, entries)) };
}

/** As `announceLive`, several events of a kind in one statement, each with one entry; answers them in the order given. */
export async function announceAllLive<Data>(
  tx: EntityManager,
  event: EventType<Data>,
  all: readonly { readonly data: NoInfer<Data>; readonly entry: LiveEntry }[],
): Promise<(Announcement & { readonly seq: number | undefined })[]> {
  const announced = all.map(({ data, entry }) => {
    const logged = logEntry(tx, event, data, [entry.feed]);
    return { logged, announcement: announcementOf(logged), entry };
  });
  const seqs = await write(
    tx,
    announced.map(({ logged }) => logged),
    announced.flatMap(({ announcement, entry }) => feedEntries(announcement, [entry])),
  );
  return announced.map(({ announcement }, index) => ({ ...announcement, seq: seqs[index] }));
}

/** Adds entries to live feeds, as `announce` does, about what nobody but their readers may know: no event tells, and other replicas look. */
export async function tellLive(tx: EntityManager, entries: readonly LiveEntry[]): Promise<void> {
  noteAnnounced(tx, null, feedsOf(entries));
  waitingOf(tx).entries.push(...feedEntries({ eventId: newUuid(), occurredAt: new Date().toISOString() }, entries));
}

/**
 * Adds entries about what happened long ago to live feeds, so that each has its place there; no event is announced.
 * Answers `seq` of each, in the order given.
 */
export async function backfill(tx: EntityManager, occurredAt: Date, entries: readonly LiveEntry[]): Promise<number[]> {
  return write(tx, [], feedEntries({ eventId: newUuid(), occurredAt: occurredAt.toISOString() }, entries));
}

/** A row of `event_log`. */
interface LogEntry {
  readonly event_id: string;
  readonly type: string;
  readonly topic: string;
  readonly key: string;
  readonly data: unknown;
  readonly feeds: readonly string[];
  readonly traceparent: string;
  readonly actor_id: string | null;
  readonly occurred_at: string;
}

interface FeedEntry {
  readonly feed_key: string;
  readonly event_id: string;
  readonly payload: unknown;
  readonly occurred_at: string;
}

/** Announced in a transaction, and not yet written. */
interface Waiting {
  readonly events: LogEntry[];
  readonly entries: FeedEntry[];
}

const waiting = new WeakMap<EntityManager, Waiting>();

function waitingOf(tx: EntityManager): Waiting {
  let announced = waiting.get(tx);
  if (!announced) {
    waiting.set(tx, (announced = { events: [], entries: [] }));
    beforeCommit(tx, () => writeWaiting(tx));
  }
  return announced;
}

function feedsOf(entries: readonly LiveEntry[]): string[] {
  return [...new Set(entries.map(({ feed }) => feed))];
}

function logEntry<Data>(tx: EntityManager, event: EventType<Data>, data: Data, feeds: readonly string[]): LogEntry {
  // In this order: the audit trail finds the events since an instant by their ids, none of which may be from before it.
  const occurredAt = new Date().toISOString();
  const eventId = newUuid();
  const parsed = event.data.parse(data);
  noteAnnounced(tx, { type: event.type, data: parsed }, feeds);
  return {
    event_id: eventId,
    type: event.type,
    topic: event.topic,
    key: event.keyOf(parsed),
    data: parsed,
    feeds,
    traceparent: traceparent(),
    actor_id: actorId(),
    occurred_at: occurredAt,
  };
}

function announcementOf({ event_id: eventId, occurred_at: occurredAt }: LogEntry): Announcement {
  return { eventId, occurredAt };
}

function feedEntries({ eventId, occurredAt }: Announcement, entries: readonly LiveEntry[]): FeedEntry[] {
  return entries.map(({ feed, payload }) => ({ feed_key: feed, event_id: eventId, payload, occurred_at: occurredAt }));
}

/** What most transactions announce. */
const INSERT_EVENT = `insert into platform.event_log (event_id, type, topic, key, data, feeds, traceparent, actor_id, occurred_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

const INSERT_EVENTS = `insert into platform.event_log (event_id, type, topic, key, data, feeds, traceparent, actor_id, occurred_at)
    select event_id, type, topic, key, data, feeds, traceparent, actor_id, occurred_at
    from rows from (jsonb_to_recordset($1::jsonb) as (event_id uuid, type text, topic text, key text, data jsonb, feeds text[],
      traceparent text, actor_id text, occurred_at timestamptz)) with ordinality
      as event (event_id, type, topic, key, data, feeds, traceparent, actor_id, occurred_at, at)
    order by at`;

/**
 * Heads grow in the order of their keys, so that no two transactions wait for each other; the entries of one feed get their places in
 * the order given.
 */
const ALL = `with logged as (
    ${INSERT_EVENTS}
  ), entry as (
    select entry.*, row_number() over (partition by feed_key order by at desc) - 1 as behind
    from rows from (jsonb_to_recordset($2::jsonb) as (feed_key text, event_id uuid, payload jsonb, occurred_at timestamptz))
      with ordinality as entry (feed_key, event_id, payload, occurred_at, at)
  ), head as (
    insert into platform.feed_head (feed_key, seq)
    select feed_key, count(*) from entry group by feed_key order by feed_key collate "C"
    on conflict (feed_key) do update set seq = feed_head.seq + excluded.seq returning feed_key, seq
  ), fed as (
    insert into platform.feed (feed_key, seq, event_id, payload, occurred_at)
    select feed_key, head.seq - behind, event_id, coalesce(payload, 'null'), occurred_at from entry join head using (feed_key)
  )`;

const INSERT_ALL = `${ALL} select`;

const insertAll = statement(
  { seq: number('head.seq - behind') },
  (columns) => `${ALL} select ${columns} from entry join head using (feed_key) order by at`,
);

/** Writes what waits of the transaction, with its commit. */
async function writeWaiting(tx: EntityManager): Promise<void> {
  const { events, entries } = takeWaiting(tx);
  const [only, ...others] = events;
  if (entries.length > 0) await run(tx, INSERT_ALL, [JSON.stringify(events), JSON.stringify(entries)]);
  else if (only && others.length === 0) await run(tx, INSERT_EVENT, Object.values({ ...only, data: JSON.stringify(only.data) }));
  else if (events.length > 0) await run(tx, INSERT_EVENTS, [JSON.stringify(events)]);
}

/** Writes what waits of the transaction, these events and these entries; answers `seq` of each of these entries. */
async function write(tx: EntityManager, newEvents: readonly LogEntry[], newEntries: readonly FeedEntry[]): Promise<number[]> {
  const before = takeWaiting(tx);
  const [events, entries] = [
    [...before.events, ...newEvents],
    [...before.entries, ...newEntries],
  ];
  if (events.length === 0 && entries.length === 0) return [];
  const rows = await insertAll(tx, [JSON.stringify(events), JSON.stringify(entries)]);
  if (rows.length !== entries.length) throw new Error(`Of ${entries.length} entries ${rows.length} got a place in their feeds.`);
  return rows.slice(before.entries.length).map(({ seq }) => seq);
}

function takeWaiting(tx: EntityManager): Waiting {
  const known = waiting.get(tx);
  waiting.delete(tx);
  return known ?? { events: [], entries: [] };
}
