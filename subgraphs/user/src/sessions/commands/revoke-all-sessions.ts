import { query, transaction } from '@agora/platform/database/database';
import type { EntityManager } from '@mikro-orm/postgresql';

/** Ends every session of the account, but the one to keep where there is one; answers the ids that ended by it. One statement, however many. */
export async function revokeAllSessions(
  em: EntityManager,
  { accountId, keptId }: { accountId: string; keptId?: string },
): Promise<string[]> {
  const ended = await transaction(em, (tx) =>
    query<{ id: string }>(
      tx,
      `update session set revoked_at = $2, sealed_access = null, ip_address = null, user_agent = null
       where account_id = $1 and revoked_at is null and expires_at > $2 and id is distinct from $3 returning id`,
      [accountId, new Date(), keptId ?? null],
    ),
  );
  return ended.map(({ id }) => id).sort();
}
