import type { Client } from 'pg';
import type { Bus, Message } from './bus.ts';
import type { Database } from './database.ts';
import type { Stoppable } from './every.ts';
import type { Logger } from './logging.ts';
import { keepRunning, type Run } from './loop.ts';
import { publishedEvents, relayBacklog, serviceOf } from './metrics.ts';
import { onOwnConnection } from './own-connection.ts';

/** The advisory lock of the one relay that works on a database; whoever holds it keeps events from leaving. */
export const RELAY_LOCK = 0x72_65_6c_79;

const BATCH = 1_000;
const POLL_MS = 250;
const MEASURE_MS = 5_000;

/**
 * Moves announced events to the bus. One relay per database works at a time, so the events of one key leave in the
 * order they were announced; a crash between publishing and marking sends a batch twice, which inboxes absorb.
 */
export function startRelay(options: { database: Database; bus: Bus; log: Logger }): Stoppable {
  const { database, log } = options;
  const loop = keepRunning('The relay', log, (run) =>
    onOwnConnection(
      database.url,
      () => loop.wake(),
      (client) => relay({ ...options, client, run }),
    ),
  );
  database.onAnnounced(({ events }) => {
    if (events > 0) loop.wake();
  });
  return loop;
}

interface Session {
  readonly client: Client;
  readonly bus: Bus;
  readonly log: Logger;
  readonly run: Run;
}

/** Lock, reading and marking share one session: a relay that lost its lock can neither read nor mark. */
async function relay({ client, bus, log, run }: Session): Promise<void> {
  const service = serviceOf(log);
  const knownTopics = new Set<string>();
  let measuredAt = 0;

  await client.query(SETTINGS);
  await becomeActive(client, run, () => relayBacklog.remove({ service }));
  while (!run.stopped) {
    if (Date.now() - measuredAt > MEASURE_MS) {
      relayBacklog.set({ service }, await countUnpublished(client));
      measuredAt = Date.now();
    }
    const rows = await readUnpublished(client);
    if (rows.length === 0) {
      await run.sleep(POLL_MS);
      continue;
    }
    const messages = rows.map(({ message }) => message);
    await ensureTopics(bus, messages, knownTopics);
    await bus.publish(messages);
    await markPublished(client, rows);
    for (const { topic } of messages) publishedEvents.inc({ service, topic });
    run.healthy();
  }
}

/**
 * The log keeps published rows, so a plan that was made while it was short must not read it whole later. A mark that
 * a crash loses only means that its batch is sent again.
 */
const SETTINGS = `set enable_seqscan = off; set enable_bitmapscan = off; set synchronous_commit = off`;

async function becomeActive(client: Client, run: Run, onWaiting: () => void): Promise<void> {
  while (!run.stopped) {
    const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [RELAY_LOCK]);
    if (rows[0]?.held) return;
    onWaiting();
    await run.sleep(POLL_MS);
  }
}

interface UnpublishedRow {
  readonly id: string;
  readonly message: Message;
}

/**
 * The oldest events that have not left, in one snapshot. Reading "ids above the last one" instead would lose those
 * whose transaction commits late.
 */
async function readUnpublished(client: Client): Promise<UnpublishedRow[]> {
  const { rows } = await client.query<Omit<Message, 'occurredAt' | 'id'> & { id: string; eventId: string; occurredAt: Date }>({
    name: 'relay_read',
    text: `select id, event_id as "eventId", type, topic, key, occurred_at as "occurredAt", traceparent, feeds, data::text as data
           from platform.event_log where published_at is null order by id limit ${BATCH}`,
  });
  return rows.map(({ id, eventId, occurredAt, ...message }) => ({
    id,
    message: { ...message, id: eventId, occurredAt: occurredAt.toISOString() },
  }));
}

async function ensureTopics(bus: Bus, messages: readonly Message[], known: Set<string>): Promise<void> {
  const missing = new Set(messages.map(({ topic }) => topic).filter((topic) => !known.has(topic)));
  if (missing.size === 0) return;
  await bus.ensureTopics([...missing]);
  for (const topic of missing) known.add(topic);
}

async function markPublished(client: Client, rows: readonly UnpublishedRow[]): Promise<void> {
  await client.query({
    name: 'relay_mark',
    text: 'update platform.event_log set published_at = now() where id = any($1::bigint[])',
    values: [rows.map(({ id }) => id)],
  });
}

async function countUnpublished(client: Client): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    'select count(*)::int as count from platform.event_log where published_at is null',
  );
  return rows[0]?.count ?? 0;
}
