import type { Client } from 'pg';

/** Calls `wake` when records were appended to one of these topics. */
export async function listen(client: Client, topics: readonly string[], wake: () => void): Promise<void> {
  const wanted = new Set(topics);
  client.on('notification', ({ payload = '' }) => {
    if (payload.split(',').some((topic) => wanted.has(topic))) wake();
  });
  await client.query('listen bus');
}
