import type { Message } from '../bus.ts';
import { timeText } from '../../events/fit-message.ts';
import * as z from 'zod';
import type { Asking } from './asking.ts';

/** A message and where it stands. */
export interface Record {
  readonly partitionId: number;
  readonly offset: number;
  readonly message: Message;
}

/** Feeds only wake who waits for them. */
const Feeds = z.array(z.string()).catch([]);

/** From where to read a partition. */
export interface Place {
  readonly partitionId: number;
  /** The offset of the next record. */
  readonly next: number;
}

/** What a partition holds from a place on. */
export interface Page {
  readonly records: readonly Record[];
  readonly isAll: boolean;
}

interface Row {
  readonly place: number;
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

/** What comes from each place on, in order, by one statement: about `limit` records in all and a fair share of each place. */
export async function readPages(session: Asking, places: readonly Place[], limit: number): Promise<Page[]> {
  const share = Math.ceil(limit / places.length);
  const { rows } = await session.query<Row>({
    name: 'bus_read',
    text: `select wanted.place::int as place, p.topic, r.* from unnest($1::int[], $2::bigint[]) with ordinality as wanted(id, next_offset, place)
           join bus.partition p using (id)
           cross join lateral (
             select partition_id, "offset", event_id, type, key, occurred_at, traceparent, feeds, data from bus.record
             where partition_id = wanted.id and "offset" >= wanted.next_offset order by "offset" limit $3
           ) r order by wanted.place, r."offset"`,
    values: [places.map(({ partitionId }) => partitionId), places.map(({ next }) => next), share],
  });
  const byPlace = Map.groupBy(rows, ({ place }) => place - 1);
  return places.map((_, place) => {
    const records = (byPlace.get(place) ?? []).map(recordOf);
    return { records, isAll: records.length < share };
  });
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
