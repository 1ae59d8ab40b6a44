import pg from 'pg';
import * as z from 'zod';
import type { Cluster } from './cluster.ts';

const Names = z.array(z.object({ datname: z.string() }));

export function databaseUrl(cluster: Cluster, port: number, database: string): string {
  return `postgres://postgres:${cluster.password}@127.0.0.1:${port}/${database}`;
}

/** Creates the databases that are not there yet. */
export async function ensureDatabases(cluster: Cluster, port: number, databases: readonly string[]): Promise<void> {
  if (databases.length === 0) return;
  const client = new pg.Client({ connectionString: databaseUrl(cluster, port, 'postgres') });
  await client.connect();
  try {
    const present = new Set(Names.parse((await client.query('select datname from pg_database')).rows).map(({ datname }) => datname));
    for (const database of databases) {
      if (!present.has(database)) await client.query(`create database ${client.escapeIdentifier(database)} strategy=wal_log`);
    }
  } finally {
    await client.end();
  }
}
