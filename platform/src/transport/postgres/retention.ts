import type pg from 'pg';

const BATCH = 5_000;

/** Drops records that are older than this and that every group has read; returns how many. */
export async function dropOldRecords(pool: pg.Pool, olderThanMs: number): Promise<number> {
  const { rows } = await pool.query<{ id: number; consumed: string }>(
    `select p.id, coalesce(min(c.next_offset), p.next_offset) as consumed
     from bus.partition p left join bus.committed c on c.partition_id = p.id group by p.id order by p.id`,
  );
  let dropped = 0;
  for (const { id, consumed } of rows) dropped += await dropFrom(pool, id, consumed, olderThanMs);
  return dropped;
}

/** In batches, so that no transaction is long. Offsets grow with time: the oldest records are the first ones. */
async function dropFrom(pool: pg.Pool, partitionId: number, consumed: string, olderThanMs: number): Promise<number> {
  for (let dropped = 0; ;) {
    const { rowCount } = await pool.query(
      `delete from bus.record where partition_id = $1 and appended_at < now() - $3::float8 * interval '1 ms' and "offset" in (
         select "offset" from bus.record where partition_id = $1 and "offset" < $2 order by "offset" limit ${BATCH}
       )`,
      [partitionId, consumed, olderThanMs],
    );
    dropped += rowCount ?? 0;
    if ((rowCount ?? 0) < BATCH) return dropped;
  }
}
