import pg from 'pg';

/**
 * Runs `work` on a connection that nobody else uses, for what lives as long as a session: advisory locks, LISTEN.
 * When the session is lost, `onLost` is called and the next query throws.
 */
export async function onOwnConnection<T>(url: string, onLost: () => void, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 5_000, query_timeout: 30_000 });
  client.on('error', onLost);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
