import type pg from 'pg';
import { type Message, RefusedMessage } from '../bus.ts';
import { messageOf } from '../../errors.ts';
import type { Partitions } from './partitions.ts';

/** Adds messages at the ends of their partitions, all or none, and notifies who listens. */
export async function append(pool: pg.Pool, partitions: Partitions, messages: readonly Message[]): Promise<void> {
  if (messages.length === 0) return;
  try {
    await partitions.ensure([...new Set(messages.map(({ topic }) => topic))]);
    await insert(pool, partitions, messages);
  } catch (error) {
    throw isRefusal(error) ? new RefusedMessage(messageOf(error), { cause: error }) : error;
  }
}

/** PostgreSQL takes no such text, value or size. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(22|54)...$/.test(String(error.code));
}

async function insert(pool: pg.Pool, partitions: Partitions, messages: readonly Message[]): Promise<void> {
  await pool.query({
    name: 'bus_append',
    text: 'select bus.append($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    values: [
      messages.map(({ topic, key }) => partitions.forKey(topic, key)),
      messages.map(({ id }) => id),
      messages.map(({ type }) => type),
      messages.map(({ key }) => key),
      messages.map(({ occurredAt }) => occurredAt),
      messages.map(({ traceparent }) => traceparent),
      messages.map(({ feeds }) => JSON.stringify(feeds)),
      messages.map(({ data }) => data),
      [...new Set(messages.map(({ topic }) => topic))].join(','),
    ],
  });
}
