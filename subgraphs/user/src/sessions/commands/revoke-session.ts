import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { prefixOf } from '@agora/platform/ids';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Session } from '../model/session.ts';
import { sentences } from '../sentences.ts';

/**
 * Ends one of the account's own sessions; answers the ids that ended by it. Gateways refuse its access tokens about a second later.
 * @throws NOT_FOUND where the account has no such session.
 */
export async function revokeSession(
  em: EntityManager,
  { accountId, sessionId }: { accountId: string; sessionId: string },
): Promise<string[]> {
  if (prefixOf(sessionId) !== 'ses') throw noSuchSession();
  return transaction(em, async (tx) => {
    const session = await tx.findOne(Session, { id: sessionId, account: accountId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!session) throw noSuchSession();
    return session.revoke(new Date()) ? [session.id] : [];
  });
}

function noSuchSession(): Refusal {
  return new Refusal('NOT_FOUND', sentences.noSuchSession, ['sessionId']);
}
