import type { EntityManager } from '@mikro-orm/postgresql';
import { json, number, text } from '../reading/columns.ts';
import { statement } from '../reading/statement.ts';

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

const ENTRY = {
  seq: number('seq'),
  eventId: text('event_id'),
  payload: json('payload'),
  occurredAt: text(`to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`),
};

const entriesBehind = statement(
  { place: number('place'), ...ENTRY },
  (columns) => `select ${columns} from unnest($1::text[], $2::bigint[]) with ordinality as wanted(wanted_key, after, place)
    cross join lateral (
      select * from platform.feed where feed_key = wanted_key and seq > after order by seq limit ${PAGE}
    ) entry order by place, seq`,
);

/** What comes behind each place, at most `PAGE` entries each, in one statement. */
export async function readPages(em: EntityManager, places: readonly Place[]): Promise<FeedEntry[][]> {
  const rows = await entriesBehind(em, [places.map(({ feed }) => feed), places.map(({ after }) => after)]);
  const pages: FeedEntry[][] = places.map(() => []);
  for (const { place, ...entry } of rows) pages[place - 1]?.push(entry);
  return pages;
}

const headsOf = statement(
  { feed: text('feed_key'), seq: number('seq') },
  (columns) => `select ${columns} from platform.feed_head where feed_key = any($1::text[])`,
);

/** The last sequence number of each feed; 0 of one that has no entries yet. */
export async function readHeads(em: EntityManager, feeds: readonly string[]): Promise<Map<string, number>> {
  const heads = new Map(feeds.map((feed) => [feed, 0]));
  if (feeds.length === 0) return heads;
  for (const { feed, seq } of await headsOf(em, [feeds])) heads.set(feed, seq);
  return heads;
}
