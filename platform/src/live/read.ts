import type { EntityManager } from '@mikro-orm/postgresql';
import { query } from '../database/database.ts';

/** What a feed's table says of one entry. */
export interface FeedEntry {
  readonly seq: number;
  readonly eventId: string;
  readonly payload: unknown;
  /** RFC 3339, UTC. */
  readonly occurredAt: string;
}

/** A place in a feed from which to read on. */
export interface Place {
  readonly feed: string;
  /** The last sequence number that is known already. */
  readonly after: number;
}

export const PAGE = 100;

const COLUMNS = `seq::float8 as seq, event_id as "eventId", payload, to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "occurredAt"`;

/** What comes behind each place, at most `PAGE` entries each, in one statement. */
export async function readPages(em: EntityManager, places: readonly Place[]): Promise<FeedEntry[][]> {
  const rows = await query<FeedEntry & { place: number }>(
    em,
    `select place::int as place, entry.* from unnest($1::text[], $2::bigint[]) with ordinality as wanted(feed_key, after, place)
     cross join lateral (
       select ${COLUMNS} from platform.feed
       where feed.feed_key = wanted.feed_key and feed.seq > wanted.after order by feed.seq limit ${PAGE}
     ) entry order by place, seq`,
    [places.map(({ feed }) => feed), places.map(({ after }) => after)],
  );
  const pages: FeedEntry[][] = places.map(() => []);
  for (const { place, ...entry } of rows) pages[place - 1]?.push(entry);
  return pages;
}

/** The last sequence number of each feed; 0 of one that has no entries yet. */
export async function readHeads(em: EntityManager, feeds: readonly string[]): Promise<Map<string, number>> {
  const heads = new Map(feeds.map((feed) => [feed, 0]));
  if (feeds.length === 0) return heads;
  const rows = await query<{ feed: string; seq: number }>(
    em,
    'select feed_key as feed, seq::float8 as seq from platform.feed_head where feed_key = any($1::text[])',
    [feeds],
  );
  for (const { feed, seq } of rows) heads.set(feed, seq);
  return heads;
}
