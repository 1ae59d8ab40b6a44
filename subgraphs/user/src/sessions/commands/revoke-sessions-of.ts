import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import type { EntityManager } from '@mikro-orm/postgresql';
import { accountOf } from '../../accounts/commands/account-of.ts';
import { sentences } from '../sentences.ts';
import { revokeAllSessions } from './revoke-all-sessions.ts';
import { revokeSession } from './revoke-session.ts';

/**
 * Ends sessions of somebody else, as an operator: one of them, or all. Answers the ids of those that ended by it.
 * @throws NOT_FOUND where there is no such account, or it has no such session; INVALID where neither is said.
 */
export async function revokeSessionsOf(em: EntityManager, userId: string, which: string | 'ALL' | null): Promise<string[]> {
  return transaction(em, async (tx) => {
    const { id: accountId } = await accountOf(tx, { userId });
    if (which === 'ALL') return revokeAllSessions(tx, { accountId, isByOperator: true });
    if (which === null) throw new Refusal('INVALID', sentences.whichSession, ['sessionId']);
    return revokeSession(tx, { accountId, sessionId: which, currentId: null });
  });
}
