import type { ClientBase } from 'pg';
import type { Message } from '../bus.ts';
import { timeText } from '../../events/fit-message.ts';
import * as z from 'zod';

/** A message and where it stands. */
export interface Record {
  readonly partitionId: number;
  readonly offset: number;
  readonly message: Message;
}

/** Feeds only wake who waits for them. */
const Feeds = z.array(z.string()).catch([]);

/** Next offset to be read, by partition. */
export type Offsets = ReadonlyMap<number, number>;

interface Row {
  readonly partition_id: number;
  readonly offset: string;
  readonly event_id: string;
  readonly type: string;
  readonly topic: string;
  readonly key: string;
  readonly occurred_at: unknown;
  readonly traceparent: string;
  readonly feeds: unknown;
  readonly data: string;
}

/** Records from these offsets on, of each partition in order, about `limit` in all and a fair share of each partition. */
export async function readRecords(client: ClientBase, from: Offsets, limit: number): Promise<Record[]> {
  if (from.size === 0) return [];
  const { rows } = await client.query<Row>({
    name: 'bus_read',
    text: `select r.*, p.topic from unnest($1::int[], $2::bigint[]) as wanted(id, next_offset)
           join bus.partition p using (id)
           cross join lateral (
             select partition_id, "offset", event_id, type, key, occurred_at, traceparent, feeds, data from bus.record
             where partition_id = wanted.id and "offset" >= wanted.next_offset order by "offset" limit $3
           ) r`,
    values: [[...from.keys()], [...from.values()], Math.ceil(limit / from.size)],
  });
  return rows.map(recordOf);
}

/** The offsets behind these records, where reading goes on. */
export function offsetsAfter(records: readonly Record[]): Offsets {
  return new Map(records.map(({ partitionId, offset }) => [partitionId, offset + 1]));
}

function recordOf(row: Row): Record {
  return {
    partitionId: row.partition_id,
    offset: Number(row.offset),
    message: {
      id: row.event_id,
      type: row.type,
      topic: row.topic,
      key: row.key,
      occurredAt: timeText(row.occurred_at),
      traceparent: row.traceparent,
      feeds: Feeds.parse(row.feeds),
      data: row.data,
    },
  };
}
