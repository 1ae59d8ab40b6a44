import type { EntityManager } from '@mikro-orm/postgresql';
import { query } from '@agora/platform/database';

/** Whoever wants an e-mail, or gives it away, takes turns with the others until the transaction ends. */
export async function lockEmail(tx: EntityManager, email: string): Promise<void> {
  await query(tx, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [`user: e-mail ${email}`]);
}
