import type { Client } from 'pg';
import { type Bus, type Message, RefusedMessage } from '../transport/bus.ts';
import { askTogether, type Statement } from '../database/ask-together.ts';
import { ANNOUNCED, type Database } from '../database/database.ts';
import { messageOf } from '../errors.ts';
import type { Stoppable } from '../service/every.ts';
import { storable, timeText, whyUnfit } from './fit-message.ts';
import type { Logger } from '../observe/logging.ts';
import { keepRunning, type Run } from '../service/loop.ts';
import { deadEvents, deadLetters, oldestUnpublished, publishedEvents, relayBacklog, serviceOf } from '../observe/metrics.ts';
import { onOwnConnection } from '../database/own-connection.ts';
import { keyOf } from './key-of.ts';

/** The advisory lock of the one relay that works on a database; whoever holds it keeps events from leaving. */
export const RELAY_LOCK = 0x72_65_6c_79;

const BATCH = 1_000;
/** How often a relay looks for events that nobody told it of. */
const LOOK_MS = 10_000;
/** Where so many were committed while it published those before, more will be in a moment: then it waits for them, and they go together. */
const MANY = 4;
const GATHERS_MS = 5;
/** How often one that waits for its turn tries again. */
const TURN_MS = 250;
/** How often it measures what waits: while something does, and while nothing does. */
const MEASURE_MS = 5_000;
const MEASURE_IDLE_MS = 30_000;

/**
 * Publishes announced events on the bus. One relay per database works at a time, so the events of one key leave in the
 * order they were announced; a crash between publishing and marking sends a batch twice, which inboxes absorb. It is woken after
 * each commit that announced something: by its own process, or by the relay of another one, which waits for its turn.
 */
export function startRelay(options: { database: Database; bus: Bus; log: Logger }): Stoppable {
  const { database, log } = options;
  let isAnnounced = false;
  const announced = () => {
    const was = isAnnounced;
    isAnnounced = false;
    return was;
  };
  const loop = keepRunning('The relay', log, (run) =>
    onOwnConnection(
      database.url,
      () => loop.wake(),
      (client) => {
        client.on('notification', () => loop.wake());
        return relay({ ...options, client, run, announced });
      },
    ),
  );
  database.onAnnounced(({ events }) => {
    if (events === 0) return;
    isAnnounced = true;
    loop.wake();
  });
  return loop;
}

interface Session {
  readonly client: Client;
  readonly bus: Bus;
  readonly log: Logger;
  readonly run: Run;
  /** Whether this process has announced anything since it was last asked. */
  readonly announced: () => boolean;
}

/** Lock, reading and marking share one session: a relay that lost its lock can neither read nor mark. */
async function relay({ client, bus, log, run, announced }: Session): Promise<void> {
  const service = serviceOf(log);
  const knownTopics = new Set<string>();
  let measured = { at: 0, backlog: 0 };

  await client.query(SETTINGS);
  await becomeActive({ client, run, announced }, () => MEASURED.forEach((gauge) => gauge.remove({ service })));
  await client.query(`listen ${ANNOUNCED}`);
  let unmarked: Row[] = [];
  while (!run.stopped) {
    const rows = await markAndRead(client, unmarked);
    unmarked = [];
    const isIdle = rows.length === 0 && measured.backlog === 0;
    if (Date.now() - measured.at > (isIdle ? MEASURE_IDLE_MS : MEASURE_MS)) measured = await measure(client, service);
    if (rows.length > 0) {
      const { published, refused } = await publish(bus, rows, knownTopics);
      unmarked = published;
      for (const { topic } of published) publishedEvents.inc({ service, topic });
      for (const refusal of refused) await park(client, log, refusal);
      run.healthy();
    }
    // What was committed after the reading has woken it.
    if (rows.length === BATCH) continue;
    if (run.isWoken) {
      if (rows.length >= MANY) await run.pause(GATHERS_MS);
    } else {
      await markPublished(client, unmarked);
      unmarked = [];
    }
    await run.sleep(LOOK_MS);
  }
  await markPublished(client, unmarked);
}

/**
 * The log keeps published rows, so a plan that was made while it was short must not read it whole later. A mark that
 * a crash loses only means that its batch is sent again.
 */
const SETTINGS = `set enable_seqscan = off; set enable_bitmapscan = off; set synchronous_commit = off`;

/** While another relay works, it is told of what is announced here. */
async function becomeActive(
  { client, run, announced }: Pick<Session, 'client' | 'run' | 'announced'>,
  onWaiting: () => void,
): Promise<void> {
  while (!run.stopped) {
    const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [RELAY_LOCK]);
    if (rows[0]?.held) return;
    onWaiting();
    if (announced()) await client.query(`notify ${ANNOUNCED}`);
    await run.sleep(TURN_MS);
  }
}

interface Row extends Message {
  readonly logId: string;
}

/**
 * The oldest events that have not left, in one snapshot, without those that wait behind one that was parked. Reading "ids
 * above the last one" instead would lose those whose transaction commits late.
 */
const READ: Statement = {
  name: 'relay_read',
  text: `select id as "logId", event_id as id, type, topic, key, occurred_at as "occurredAt", traceparent, feeds, data::text as data
           from platform.event_log event where published_at is null and not exists (
             select from platform.event_log parked where parked.parked_at is not null and parked.published_at is null
               and parked.topic = event.topic and parked.key = event.key
           ) order by event.id limit ${BATCH}`,
  values: [],
};

function markOf(rows: readonly Row[]): Statement {
  return {
    name: 'relay_mark',
    text: 'update platform.event_log set published_at = now() where id = any($1::bigint[])',
    values: [rows.map(({ logId }) => logId)],
  };
}

/** Marks those that have left, and reads what is next, in one write. */
async function markAndRead(client: Client, published: readonly Row[]): Promise<Row[]> {
  const answers = await askTogether(client, published.length > 0 ? [markOf(published), READ] : [READ]);
  const rows = (answers.at(-1)?.rows ?? []) as readonly (Omit<Row, 'occurredAt'> & { readonly occurredAt: unknown })[];
  return rows.map((row) => ({ ...row, occurredAt: timeText(row.occurredAt) }));
}

interface Refusal {
  readonly row: Row;
  readonly reason: string;
}

/** All together; when the bus refuses one of them, each alone, so that it stops only those behind it. */
async function publish(bus: Bus, rows: readonly Row[], knownTopics: Set<string>): Promise<{ published: Row[]; refused: Refusal[] }> {
  const fit = rows.filter((row) => whyUnfit(row) === null);
  if (fit.length === rows.length) {
    try {
      await send(bus, rows, knownTopics);
      return { published: [...rows], refused: [] };
    } catch (error) {
      if (!(error instanceof RefusedMessage)) throw error;
    }
  }
  return publishEach(bus, rows, knownTopics);
}

async function publishEach(bus: Bus, rows: readonly Row[], knownTopics: Set<string>): Promise<{ published: Row[]; refused: Refusal[] }> {
  const published: Row[] = [];
  const refused = new Map<string, Refusal>();
  for (const row of rows) {
    if (refused.has(keyOf(row))) continue;
    const reason = whyUnfit(row) ?? (await whyRefused(() => send(bus, [row], knownTopics)));
    if (reason === null) published.push(row);
    else refused.set(keyOf(row), { row, reason });
  }
  return { published, refused: [...refused.values()] };
}

async function whyRefused(sending: () => Promise<void>): Promise<string | null> {
  try {
    await sending();
    return null;
  } catch (error) {
    if (error instanceof RefusedMessage) return messageOf(error);
    throw error;
  }
}

async function send(bus: Bus, rows: readonly Row[], knownTopics: Set<string>): Promise<void> {
  await ensureTopics(bus, rows, knownTopics);
  await bus.publish(rows.map(({ logId: _, ...message }) => message));
}

async function ensureTopics(bus: Bus, messages: readonly Message[], known: Set<string>): Promise<void> {
  const missing = new Set(messages.map(({ topic }) => topic).filter((topic) => !known.has(topic)));
  if (missing.size === 0) return;
  await bus.ensureTopics([...missing]);
  for (const topic of missing) known.add(topic);
}

async function markPublished(client: Client, rows: readonly Row[]): Promise<void> {
  if (rows.length > 0) await askTogether(client, [markOf(rows)]);
}

async function park(client: Client, log: Logger, { row, reason }: Refusal): Promise<void> {
  await client.query('update platform.event_log set parked_at = now(), park_error = $2 where id = $1', [row.logId, storable(reason)]);
  deadEvents.inc({ service: serviceOf(log), topic: storable(row.topic, 200) });
  const { id: eventId, type, key } = row;
  log.error(
    { eventId, type: storable(type, 200), key: storable(key, 200), reason },
    'An event cannot be published; its key waits until an operator retries or skips it.',
  );
}

/** Reported by the one relay that works, so that replicas do not add up. */
const MEASURED = [relayBacklog, oldestUnpublished, deadLetters];

async function measure(client: Client, service: string): Promise<{ at: number; backlog: number }> {
  const { rows } = await client.query<{ backlog: number; seconds: number | null; dead: number }>(
    `select (select count(*)::int from platform.event_log where published_at is null) as backlog,
       (select extract(epoch from now() - occurred_at)::float8 from platform.event_log
        where published_at is null and isfinite(occurred_at) order by id limit 1) as seconds,
       (select count(*)::int from platform.parked_head where is_dead) as dead`,
  );
  const [{ backlog = 0, seconds = 0, dead = 0 } = {}] = rows;
  relayBacklog.set({ service }, backlog);
  oldestUnpublished.set({ service }, Math.max(0, seconds ?? 0));
  deadLetters.set({ service }, dead);
  return { at: Date.now(), backlog };
}
