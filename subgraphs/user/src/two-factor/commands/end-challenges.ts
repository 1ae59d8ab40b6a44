import { query } from '@agora/platform/database/database';
import type { EntityManager } from '@mikro-orm/postgresql';

/** Ends the sign-ins of an account that wait for the second factor: what they began with is of no use any more. */
export async function endChallenges(tx: EntityManager, accountId: string): Promise<void> {
  await query(tx, 'delete from sign_in_challenge where account_id = $1', [accountId]);
}

/** Deletes those that have ended. */
export async function forgetOldChallenges(em: EntityManager): Promise<void> {
  await query(em, 'delete from sign_in_challenge where expires_at < now()');
}
