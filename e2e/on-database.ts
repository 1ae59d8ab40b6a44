import pg from 'pg';
import type { Agora } from './agora.ts';

/** Works on the database of a service of a marketplace that runs, as only a fault or an operator would. */
export async function onDatabase<T>(agora: Agora, service: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: await agora.databaseUrl(service) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
