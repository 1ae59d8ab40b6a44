import type pg from 'pg';
import type { History, Message, Since } from '../bus.ts';
import { readPages } from './records.ts';

const BATCH = 1_000;
/** Clocks of publishers and of this database may differ by less. */
const CLOCK_SKEW_MS = 60_000;

/** Opens what partitions hold from a place on. */
export async function openHistory(pool: pg.Pool, partitionIds: readonly number[], since: Since): Promise<History> {
  const starts = await startsOf(pool, partitionIds, since);
  const next = new Map(starts.map(({ id, start }) => [id, start]));
  const behind = (ends: ReadonlyMap<number, number>) => [...next].filter(([id, at]) => at < (ends.get(id) ?? 0));
  return {
    isWhole: starts.every(({ isWhole }) => isWhole),
    async left() {
      const ends = await endsOf(pool, partitionIds);
      return behind(ends).reduce((sum, [id, at]) => sum + (ends.get(id) ?? 0) - at, 0);
    },
    async *read(until) {
      const ends = until === 'end' ? await endsOf(pool, partitionIds) : await committedBy(pool, until.group, partitionIds);
      for (let places = behind(ends); places.length > 0; places = behind(ends)) {
        yield await readOn(pool, places, ends, next);
      }
    },
    stop: async () => {},
  };
}

type Ends = ReadonlyMap<number, number>;

async function readOn(
  pool: pg.Pool,
  places: readonly (readonly [number, number])[],
  ends: Ends,
  next: Map<number, number>,
): Promise<Message[]> {
  const session = { query: pool.query.bind(pool) };
  const wanted = places.map(([partitionId, at]) => ({ partitionId, next: at }));
  const pages = await readPages(session, wanted, BATCH);
  return pages.flatMap(({ records }, place) => {
    const { partitionId, next: at } = wanted[place] ?? { partitionId: NaN, next: NaN };
    if (records[0]?.offset !== at) throw new Error('The bus has dropped events while they were to be read.');
    const wantedHere = records.filter(({ offset }) => offset < (ends.get(partitionId) ?? 0));
    next.set(partitionId, at + wantedHere.length);
    return wantedHere.map(({ message }) => message);
  });
}

interface Start {
  readonly id: number;
  readonly start: number;
  readonly isWhole: boolean;
}

async function startsOf(pool: pg.Pool, partitionIds: readonly number[], since: Since): Promise<Start[]> {
  const time = typeof since === 'object' && 'time' in since ? new Date(Date.parse(since.time) - CLOCK_SKEW_MS) : null;
  const offset = typeof since === 'object' && 'offset' in since ? since.offset : 0;
  const { rows } = await pool.query<{ id: number; end: string; first: string | null; first_at: Date | null; since_time: string | null }>(
    `select p.id, p.next_offset as "end", first."offset" as first, first.appended_at as first_at, since."offset" as since_time
     from bus.partition p
     left join lateral (select "offset", appended_at from bus.record where partition_id = p.id order by "offset" limit 1) first on true
     left join lateral (
       select "offset" from bus.record where partition_id = p.id and appended_at >= $2 order by "offset" limit 1
     ) since on $2::timestamptz is not null
     where p.id = any($1) order by p.id`,
    [partitionIds, time],
  );
  return rows.map((row) => {
    const end = Number(row.end);
    const first = Number(row.first ?? end);
    if (time)
      return { id: row.id, start: Number(row.since_time ?? end), isWhole: first === 0 || (row.first_at !== null && row.first_at < time) };
    return { id: row.id, start: Math.min(Math.max(first, offset), end), isWhole: first <= offset };
  });
}

async function endsOf(pool: pg.Pool, partitionIds: readonly number[]): Promise<Ends> {
  return offsets(await pool.query<Offset>('select id, next_offset as "offset" from bus.partition where id = any($1)', [partitionIds]));
}

async function committedBy(pool: pg.Pool, group: string, partitionIds: readonly number[]): Promise<Ends> {
  return offsets(
    await pool.query<Offset>(
      'select partition_id as id, next_offset as "offset" from bus.committed where consumer_group = $1 and partition_id = any($2)',
      [group, partitionIds],
    ),
  );
}

interface Offset {
  readonly id: number;
  readonly offset: string;
}

function offsets({ rows }: pg.QueryResult<Offset>): Ends {
  return new Map(rows.map(({ id, offset }) => [id, Number(offset)]));
}
