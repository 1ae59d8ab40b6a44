import { transaction } from '@agora/platform/database/database';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Session } from '../model/session.ts';

/** Ends every session of the account, but the one to keep where there is one; answers the ids that ended by it. */
export async function revokeAllSessions(
  em: EntityManager,
  { accountId, keptId }: { accountId: string; keptId?: string },
): Promise<string[]> {
  return transaction(em, async (tx) => {
    const sessions = await tx.find(
      Session,
      { account: accountId, revokedAt: null },
      { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    const now = new Date();
    return sessions.filter((session) => session.id !== keptId && session.revoke(now)).map(({ id }) => id);
  });
}
