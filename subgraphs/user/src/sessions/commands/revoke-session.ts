import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { prefixOf } from '@agora/platform/ids';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { recordSecurityEvent } from '../../accounts/commands/record-security-event.ts';
import { endTokens } from '../../accounts/commands/mailed-tokens.ts';
import { tellViewers } from '../../accounts/viewer-feed.ts';
import { Session } from '../model/session.ts';
import { sentences } from '../sentences.ts';

/**
 * Ends one of the account's sessions; answers the ids that ended by it. Gateways refuse its access tokens about a second later. With
 * another one than that of who asks goes a change of the e-mail that waits, as with all of them. `currentId`: null for an operator.
 * @throws NOT_FOUND where the account has no such session.
 */
export async function revokeSession(
  em: EntityManager,
  { accountId, sessionId, currentId }: { accountId: string; sessionId: string; currentId: string | null },
): Promise<string[]> {
  const isByOperator = currentId === null;
  if (prefixOf(sessionId) !== 'ses') throw noSuchSession(isByOperator);
  return transaction(em, async (tx) => {
    const session = await tx.findOne(Session, { id: sessionId, account: accountId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!session) throw noSuchSession(isByOperator);
    if (sessionId !== currentId) await endTokens(tx, accountId, ['CHANGE_EMAIL']);
    if (!session.revoke(new Date())) return [];
    await recordSecurityEvent(tx, { kind: 'SIGNED_OUT', accountId, isByOperator });
    await tellViewers(tx, 'SECURITY_CHANGED', [accountId]);
    return [session.id];
  });
}

function noSuchSession(isByOperator: boolean): Refusal {
  return new Refusal('NOT_FOUND', isByOperator ? sentences.noSuchSessionThere : sentences.noSuchSession, ['sessionId']);
}
