import { query, unhurried } from '@agora/platform/database/database';
import type { EntityManager } from '@mikro-orm/postgresql';

/** Deletes the sessions that have run out; their refresh tokens are refused with or without them. */
export async function forgetOldSessions(em: EntityManager): Promise<void> {
  await unhurried(em, (tx) => query(tx, 'delete from session where expires_at < now()'));
}
