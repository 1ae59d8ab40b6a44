import type { Pool, PoolClient } from 'pg';

const GRACE_MS = 100;

/**
 * Takes connections out of the pool that were lost in the middle of a transaction. The query builder gives one back only
 * after a COMMIT or ROLLBACK that succeeded, so each would take a place in the pool until the process ends.
 */
export function dropLostConnections(pool: Pool): void {
  const inUse = new Set<PoolClient>();
  pool.on('acquire', (client) => void inUse.add(client));
  pool.on('release', (_error, client) => void inUse.delete(client));
  pool.on('connect', (client) => {
    client.once('end', () => {
      setTimeout(() => {
        if (inUse.has(client)) client.release(true);
      }, GRACE_MS);
    });
  });
}
