import type { EntityManager } from '@mikro-orm/postgresql';
import { query } from './database.ts';

/** Waits for whoever holds the lock of this name in this database, and holds it until the transaction ends. */
export async function lock(tx: EntityManager, name: string): Promise<void> {
  await query(tx, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [name]);
}
