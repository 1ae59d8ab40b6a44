import pg from 'pg';
import * as z from 'zod';
import type { Cluster } from './cluster.ts';
import { hasSocket } from './socket.ts';

const Names = z.array(z.object({ datname: z.string() }));

export function databaseUrl(cluster: Cluster, port: number, database: string): string {
  const way = hasSocket(cluster, port) ? `?host=${encodeURIComponent(cluster.data)}` : '';
  return `postgres://postgres:${cluster.password}@127.0.0.1:${port}/${database}${way}`;
}

/** Creates the databases that are not there yet. */
export async function ensureDatabases(cluster: Cluster, port: number, databases: readonly string[]): Promise<void> {
  if (databases.length === 0) return;
  const client = new pg.Client({ connectionString: databaseUrl(cluster, port, 'postgres') });
  client.on('error', () => {});
  await client.connect();
  let missing: string[] = [];
  try {
    const present = new Set(Names.parse((await client.query('select datname from pg_database')).rows).map(({ datname }) => datname));
    missing = databases.filter((database) => !present.has(database));
    for (const database of missing) await client.query(`create database ${client.escapeIdentifier(database)} strategy=wal_log`);
  } finally {
    void (missing.length > 0 ? writeToDisk(client) : client.end());
  }
}

/** New databases are thousands of files: writing them now, in the background, keeps the first stop short. */
async function writeToDisk(client: pg.Client): Promise<void> {
  try {
    await client.query('checkpoint');
  } catch {
    // It stops already, and writes them then.
  } finally {
    await client.end();
  }
}
