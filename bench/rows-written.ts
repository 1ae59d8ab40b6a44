import { onDatabase } from '@agora/e2e/on-database';
import type { Agora } from '@agora/e2e/agora';
import pg from 'pg';

/** How many rows of each table, by database. */
export type RowCounts = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Of every table but those of migrations. */
export async function rowCounts(agora: Agora, databases: readonly string[]): Promise<RowCounts> {
  const counts = await Promise.all(
    databases.map((database) =>
      onDatabase(agora, database, async (client) => {
        const { rows: tables } = await client.query<{ name: string }>(
          `select format('%I.%I', schemaname, relname) as name from pg_stat_user_tables where relname not like '%migration%'`,
        );
        const each = tables.map(({ name }) => `select '${name}' as name, count(*)::int as rows from ${name}`);
        const { rows } = await client.query<{ name: string; rows: number }>(each.join(' union all '));
        return [database, new Map(rows.map(({ name, rows: count }) => [name, count]))] as const;
      }),
    ),
  );
  return new Map(counts);
}

/** Rows of each table that came to it for each of so many purchases; fewer than half a row is none. */
export function rowsOfOne(before: RowCounts, after: RowCounts, purchases: number): RowCounts {
  return new Map(
    [...after].map(([database, counts]) => {
      const of = (table: string) => ((counts.get(table) ?? 0) - (before.get(database)?.get(table) ?? 0)) / purchases;
      return [database, new Map([...counts.keys()].map((table) => [table, Math.round(of(table))] as const).filter(([, rows]) => rows > 0))];
    }),
  );
}

/** Connections that write the rows of one purchase again and again, without indexes: one transaction and one round trip for each database. */
export async function floorOf(agora: Agora, rows: RowCounts): Promise<{ write(): Promise<void>; end(): Promise<void> }> {
  const written = [...rows].filter(([, tables]) => tables.size > 0);
  const writers = await Promise.all(
    written.map(async ([database, tables]) => {
      const client = new pg.Client({ connectionString: await agora.databaseUrl(database) });
      await client.connect();
      await client.query('create schema floor');
      const inserts: string[] = [];
      for (const [table, count] of tables) {
        const copy = `floor.${table.replace('.', '_').replaceAll('"', '')}`;
        await client.query(`create table ${copy} as select * from ${table} limit ${count}; create table ${copy}_written (like ${copy})`);
        inserts.push(`insert into ${copy}_written select * from ${copy}`);
      }
      return { client, sql: ['begin', ...inserts, 'commit'].join('; ') };
    }),
  );
  return {
    write: async () => void (await Promise.all(writers.map(({ client, sql }) => client.query(sql)))),
    end: async () => void (await Promise.all(writers.map(({ client }) => client.end()))),
  };
}
