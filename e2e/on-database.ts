import path from 'node:path';
import pg from 'pg';
import { findPostgres } from '@agora/local/postgres';
import type { Agora } from './agora.ts';

/** Works on the database of a service of a marketplace that runs, as only a fault or an operator would. */
export async function onDatabase<T>({ data }: Agora, service: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const postgres = await findPostgres(path.join(data, 'postgres'));
  const client = new pg.Client({ connectionString: postgres?.url(service) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
