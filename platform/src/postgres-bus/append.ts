import type pg from 'pg';
import type { Message } from '../bus.ts';
import type { Partitions } from './partitions.ts';

/** Adds messages at the ends of their partitions, all or none, and tells who listens. */
export async function append(pool: pg.Pool, partitions: Partitions, messages: readonly Message[]): Promise<void> {
  if (messages.length === 0) return;
  const topics = new Set(messages.map(({ topic }) => topic));
  await partitions.ensure([...topics]);
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
      [...topics].join(','),
    ],
  });
}
