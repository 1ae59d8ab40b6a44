import type pg from 'pg';
import { type Message, RefusedMessage } from '../bus.ts';
import { messageOf } from '../../errors.ts';
import type { Partitions } from './partitions.ts';
import type { Record } from './records.ts';

/** Adds messages at the ends of their partitions, all or none, and notifies who listens; `origin` says who did it. */
export async function append(pool: pg.Pool, partitions: Partitions, messages: readonly Message[], origin: string): Promise<Record[]> {
  if (messages.length === 0) return [];
  try {
    await partitions.ensure([...new Set(messages.map(({ topic }) => topic))]);
    return await insert(pool, partitions, messages, origin);
  } catch (error) {
    throw isRefusal(error) ? new RefusedMessage(messageOf(error), { cause: error }) : error;
  }
}

/** PostgreSQL takes no such text, value or size. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(22|54)...$/.test(String(error.code));
}

async function insert(pool: pg.Pool, partitions: Partitions, messages: readonly Message[], origin: string): Promise<Record[]> {
  const partitionIds = messages.map(({ topic, key }) => partitions.forKey(topic, key));
  const { rows } = await pool.query<{ id: number; end: string }>({
    name: 'bus_append',
    text: 'select id, "end" from bus.append($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    values: [
      origin,
      partitionIds,
      messages.map(({ id }) => id),
      messages.map(({ type }) => type),
      messages.map(({ key }) => key),
      messages.map(({ occurredAt }) => occurredAt),
      messages.map(({ traceparent }) => traceparent),
      messages.map(({ feeds }) => JSON.stringify(feeds)),
      messages.map(({ data }) => data),
    ],
  });
  const ends = new Map(rows.map(({ id, end }) => [id, Number(end)]));
  return recordsBefore(ends, partitionIds, messages);
}

/** Where each message stands, now that the partitions end there. */
function recordsBefore(ends: ReadonlyMap<number, number>, partitionIds: readonly number[], messages: readonly Message[]): Record[] {
  const next = new Map(ends);
  const lastFirst = messages.toReversed().map((message, index) => {
    const partitionId = partitionIds[messages.length - 1 - index] ?? NaN;
    const offset = (next.get(partitionId) ?? NaN) - 1;
    next.set(partitionId, offset);
    return { partitionId, offset, message };
  });
  return lastFirst.toReversed();
}
