import type { EntityManager } from '@mikro-orm/postgresql';
import * as z from 'zod';
import type { Message } from '../transport/bus.ts';
import { type Database, isTransient, query, transaction, unhurried } from '../database/database.ts';
import { messageOf } from '../errors.ts';
import { storable } from './fit-message.ts';
import { keyOf } from './key-of.ts';
import type { Logger } from '../observe/logging.ts';
import { keepRunning, type Loop, type Run } from '../service/loop.ts';
import { consumedEvents, deadEvents, parkedEvents } from '../observe/metrics.ts';
import { boolean, json, number, text } from '../reading/columns.ts';
import { statement } from '../reading/statement.ts';
import { react, type Reaction, UnfitEvent } from './reaction.ts';

const MAX_ATTEMPTS = 10;
const FIRST_BACKOFF_MS = 200;
const MAX_BACKOFF_MS = 30_000;
/** How often a member looks for what others have parked, or an operator replayed; while nothing is parked, and while something is. */
const IDLE_MS = 60_000;
const BUSY_MS = 1_000;
const MIN_WAIT_MS = 20;

/** Which of the messages' keys have an event parked. */
export async function blockedKeys(tx: EntityManager, group: string, messages: readonly Message[]): Promise<Set<string>> {
  const rows = await blocked(tx, [group, messages.map(({ topic }) => topic), messages.map(({ key }) => key)]);
  return new Set(rows.map(keyOf));
}

const blocked = statement(
  { topic: text('topic'), key: text('key') },
  (columns) => `select distinct ${columns} from platform.parked_event
    where consumer = $1 and (topic, key) in (select * from unnest($2::text[], $3::text[]))`,
);

/** Parks an event that could not be applied; from then on its key is blocked. */
export async function park(tx: EntityManager, failed: { group: string; log: Logger; message: Message; error: unknown }): Promise<void> {
  const { group, message, error } = failed;
  const dead = error instanceof UnfitEvent;
  await insert(tx, group, message, {
    status: dead ? 'DEAD' : 'WAITING',
    attempts: 1,
    error: storable(messageOf(error)),
    waitMs: backoff(1),
  });
  parkedEvents.inc({ service: group, topic: message.topic });
  if (dead) reportDead(failed);
}

/** Parks an event behind an earlier one of its key. */
export async function queueBehind(tx: EntityManager, group: string, message: Message): Promise<void> {
  await insert(tx, group, message, { status: 'WAITING', attempts: 0, error: null, waitMs: 0 });
  parkedEvents.inc({ service: group, topic: message.topic });
}

interface Parking {
  readonly database: Database;
  readonly group: string;
  readonly reactions: readonly Reaction[];
  readonly log: Logger;
}

/** Tries the first parked event of each key again when it is due. */
export function retryParked(parking: Parking): Loop {
  return keepRunning('Retrying parked events', parking.log, async (run) => {
    while (!run.stopped) {
      const wait = await msUntilDue(parking);
      if (wait > 0) await run.sleep(wait);
      else await retryAllDue(parking, run);
      run.healthy();
    }
  });
}

/** 0 when an event is due. */
async function msUntilDue({ database, group }: Parking): Promise<number> {
  const heads = await headsOf(database.fork(), [group]);
  if (heads.length === 0) return IDLE_MS;
  const nextMs = Math.min(BUSY_MS, ...heads.filter(({ isWaiting }) => isWaiting).map(({ ms }) => ms));
  return nextMs <= 0 ? 0 : Math.max(MIN_WAIT_MS, nextMs);
}

const headsOf = statement(
  { isWaiting: boolean("status = 'WAITING'"), ms: number('extract(epoch from next_attempt_at - now()) * 1000') },
  (columns) => `select distinct on (topic, key) ${columns} from platform.parked_event where consumer = $1 order by topic, key, id`,
);

async function retryAllDue(parking: Parking, run: Run): Promise<void> {
  let retried = false;
  while (!run.stopped && (await retryOne(parking))) retried = true;
  if (!retried) await run.sleep(MIN_WAIT_MS);
}

/** The first that is due of those behind which none of their key waits. */
const firstDue = statement(
  { id: text('id'), attempts: number('attempts'), message: json('message') },
  (columns) => `select ${columns} from platform.parked_event head
    where consumer = $1 and status = 'WAITING' and next_attempt_at <= now() and not exists (
      select from platform.parked_event earlier
      where earlier.consumer = head.consumer and earlier.topic = head.topic and earlier.key = head.key and earlier.id < head.id
    ) order by head.id limit 1 for update skip locked`,
);

/** As `insert` stores it. */
const ParkedMessage: z.ZodType<Message> = z.object({
  id: z.string(),
  type: z.string(),
  topic: z.string(),
  key: z.string(),
  occurredAt: z.string(),
  traceparent: z.string(),
  feeds: z.array(z.string()),
  data: z.string(),
});

/** Whether there was one. Rows that another member works on are left to it. */
async function retryOne(parking: Parking): Promise<boolean> {
  return unhurried(parking.database.fork(), async (tx) => {
    const [row] = await firstDue(tx, [parking.group]);
    if (!row) return false;
    const { id, attempts } = row;
    const message = ParkedMessage.parse(row.message);
    try {
      await transaction(tx, (inner) => react(inner, parking.reactions, [message]));
    } catch (error) {
      if (isTransient(error)) throw error;
      await noteFailure(tx, parking, { id, attempts, message }, error);
      return true;
    }
    await query(tx, 'delete from platform.parked_event where id = $1', [id]);
    consumedEvents.inc({ service: parking.group, topic: message.topic });
    return true;
  });
}

interface Parked {
  readonly id: string;
  readonly attempts: number;
  readonly message: Message;
}

async function noteFailure(tx: EntityManager, parking: Parking, row: Parked, error: unknown): Promise<void> {
  const attempts = row.attempts + 1;
  const dead = attempts >= MAX_ATTEMPTS || error instanceof UnfitEvent;
  await query(
    tx,
    `update platform.parked_event set attempts = $2, status = $3, last_error = $4, next_attempt_at = now() + $5::float8 * interval '1 ms'
     where id = $1`,
    [row.id, attempts, dead ? 'DEAD' : 'WAITING', storable(messageOf(error)), backoff(attempts)],
  );
  if (dead) reportDead({ ...parking, message: row.message, error });
}

async function insert(
  tx: EntityManager,
  group: string,
  message: Message,
  state: { status: 'WAITING' | 'DEAD'; attempts: number; error: string | null; waitMs: number },
): Promise<void> {
  await query(
    tx,
    `insert into platform.parked_event (consumer, event_id, topic, key, message, status, attempts, last_error, next_attempt_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, now() + $9::float8 * interval '1 ms')`,
    [group, message.id, message.topic, message.key, JSON.stringify(message), state.status, state.attempts, state.error, state.waitMs],
  );
}

/**
 * Full jitter (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/), so that what failed together is not tried
 * together.
 */
function backoff(attempts: number): number {
  return Math.random() * Math.min(MAX_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** attempts);
}

function reportDead({ group, log, message, error }: { group: string; log: Logger; message: Message; error: unknown }): void {
  deadEvents.inc({ service: group, topic: message.topic });
  const { id: eventId, type, key } = message;
  log.error({ err: error, eventId, type, key }, 'An event was given up; its key waits until an operator retries or skips it.');
}
