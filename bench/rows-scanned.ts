import type { Agora } from '@agora/e2e/agora';
import { onDatabase } from '@agora/e2e/on-database';
import * as z from 'zod';

const Counted = z.object({ rows: z.coerce.number() });

/** Rows that the database of a service has read so far without an index, by going through whole tables. */
export function rowsScanned(agora: Agora, service: string): Promise<number> {
  return onDatabase(agora, service, async (client) => {
    const { rows } = await client.query('select coalesce(sum(seq_tup_read), 0) as rows from pg_stat_user_tables');
    return Counted.parse(rows[0]).rows;
  });
}
