import type { EntityManager } from '@mikro-orm/postgresql';
import { setTimeout as sleep } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import type { Message } from '../transport/bus.ts';
import { type Database, query, unhurried } from '../database/database.ts';
import { isConnectionFailure } from '../database/database-errors.ts';
import type { Logger } from '../observe/logging.ts';
import { consumedEvents, eventLatency } from '../observe/metrics.ts';
import { keyOf } from './key-of.ts';
import { blockedKeys, park, queueBehind } from './parking.ts';
import { number, text } from '../reading/columns.ts';
import { statement } from '../reading/statement.ts';
import { react, type Reaction, UnfitEvent } from './reaction.ts';

const QUICK_RETRIES = 2;
const QUICK_RETRY_MS = 10;

export interface Inbox {
  readonly database: Database;
  readonly group: string;
  readonly reactions: readonly Reaction[];
  readonly log: Logger;
  /** How many transactions apply a batch side by side, each the events of other keys. */
  readonly lanes: number;
  /** Is called when an event was parked. */
  readonly onParked: () => void;
}

/**
 * Applies what is new, in one transaction for each lane if all goes well, else one by one; what fails then is parked. Throws only
 * when the database is away, and may then be called again with the same messages. Answers how many it has applied.
 */
export async function applyAll(inbox: Inbox, batch: readonly Message[]): Promise<number> {
  // All of them end before their batch is delivered again.
  const outcomes = await Promise.allSettled(lanesOf(heard(inbox, batch), inbox.lanes).map((lane) => applyLane(inbox, lane)));
  let applied = 0;
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') throw outcome.reason;
    applied += outcome.value;
  }
  return applied;
}

/** How many of these messages the group would apply. */
export async function countNew(inbox: Pick<Inbox, 'database' | 'group' | 'reactions'>, batch: readonly Message[]): Promise<number> {
  const ids = heard(inbox, batch).map(({ id }) => id);
  const [row] = ids.length > 0 ? await newAmong(inbox.database.fork(), [inbox.group, ids]) : [];
  return row?.count ?? 0;
}

/** What it reacts to. */
function heard({ reactions }: Pick<Inbox, 'reactions'>, batch: readonly Message[]): Message[] {
  const types = new Set(reactions.map(({ type }) => type));
  return batch.filter(({ type }) => types.has(type));
}

function lanesOf(messages: readonly Message[], count: number): Message[][] {
  if (count === 1) return messages.length > 0 ? [[...messages]] : [];
  const lanes = Map.groupBy(messages, (message) => crc32(keyOf(message)) % count);
  return [...lanes.values()];
}

async function applyLane(inbox: Inbox, messages: readonly Message[]): Promise<number> {
  try {
    return await applyTogether(inbox, messages);
  } catch (error) {
    if (await isAway(inbox.database, error)) throw error;
    let applied = 0;
    for (const message of messages) applied += await applyAlone(inbox, message);
    return applied;
  }
}

async function applyAlone(inbox: Inbox, message: Message): Promise<number> {
  for (let tries = 0; ; tries++) {
    try {
      return await applyTogether(inbox, [message]);
    } catch (error) {
      if (await isAway(inbox.database, error)) throw error;
      if (error instanceof UnfitEvent || tries === QUICK_RETRIES) {
        await parkFailed(inbox, message, error);
        return 0;
      }
      await sleep(QUICK_RETRY_MS * 2 ** tries);
    }
  }
}

async function applyTogether({ database, group, reactions, onParked }: Inbox, messages: readonly Message[]): Promise<number> {
  const outcome = await unhurried(database.fork(), async (tx) => {
    const [fresh, blocked] = await Promise.all([remember(tx, group, messages), blockedKeys(tx, group, messages)]);
    const applied: Message[] = [];
    const queued: Message[] = [];
    for (const message of messages) {
      if (!fresh.delete(message.id)) continue;
      if (blocked.has(keyOf(message))) {
        await queueBehind(tx, group, message);
        queued.push(message);
      } else applied.push(message);
    }
    await react(tx, reactions, applied);
    return { applied, queued };
  });
  for (const message of outcome.applied) countApplied(group, message);
  if (outcome.queued.length > 0) onParked();
  return outcome.applied.length;
}

async function parkFailed({ database, group, log, onParked }: Inbox, message: Message, error: unknown): Promise<void> {
  await unhurried(database.fork(), async (tx) => {
    const fresh = await remember(tx, group, [message]);
    if (fresh.has(message.id)) await park(tx, { group, log, message, error });
  });
  onParked();
}

/**
 * Which events are new to the group. Is asked before the look at parked keys: it waits for a member that still works on
 * one of these events, and so sees what that one parked.
 */
async function remember(tx: EntityManager, group: string, messages: readonly Message[]): Promise<Set<string>> {
  const rows = await insertNew(tx, [group, messages.map(({ id }) => id)]);
  return new Set(rows.map(({ eventId }) => eventId));
}

const insertNew = statement(
  { eventId: text('event_id') },
  (columns) => `insert into platform.inbox (consumer, event_id)
    select $1, event_id from unnest($2::uuid[]) as event_id order by event_id on conflict do nothing returning ${columns}`,
);

const newAmong = statement(
  { count: number('count(distinct id)') },
  (columns) => `select ${columns} from unnest($2::uuid[]) as id
    where not exists (select from platform.inbox known where known.consumer = $1 and known.event_id = id)`,
);

function countApplied(service: string, { topic, occurredAt }: Message): void {
  consumedEvents.inc({ service, topic });
  eventLatency.observe({ service, topic }, Math.max(0, Date.now() - Date.parse(occurredAt)) / 1000);
}

/** A reaction may fail like a lost connection too, so the database is asked. */
async function isAway(database: Database, error: unknown): Promise<boolean> {
  if (!isConnectionFailure(error)) return false;
  try {
    await query(database.fork(), 'select 1');
    return false;
  } catch {
    return true;
  }
}
