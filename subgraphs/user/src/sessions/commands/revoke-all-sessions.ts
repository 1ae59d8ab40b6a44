import { transaction } from '@agora/platform/database/database';
import { columnsOf } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import type { EntityManager } from '@mikro-orm/postgresql';
import { recordSecurityEvent } from '../../accounts/commands/record-security-event.ts';
import { endTokens } from '../../accounts/commands/mailed-tokens.ts';
import { tellViewers } from '../../accounts/viewer-feed.ts';
import { Session } from '../model/session.ts';

/**
 * Ends every session of the account, but the one to keep where there is one, and a change of its e-mail that waits: a stranger who was
 * signed in may have asked for it. Answers the ids of the sessions that ended by it.
 */
export async function revokeAllSessions(
  em: EntityManager,
  { accountId, keptId, isByOperator = false }: { accountId: string; keptId?: string; isByOperator?: boolean },
): Promise<string[]> {
  return transaction(em, async (tx) => {
    await endTokens(tx, accountId, ['CHANGE_EMAIL']);
    const ended = await revoke(tx, [accountId, new Date(), keptId ?? null]);
    if (ended.length > 0) await recordSecurityEvent(tx, { kind: 'SESSIONS_REVOKED', accountId, isByOperator });
    if (ended.length > 0) await tellViewers(tx, 'SECURITY_CHANGED', [accountId]);
    return ended.map(({ id }) => id).sort();
  });
}

const revoke = statement(
  columnsOf(Session, 'id'),
  (columns) => `update session set revoked_at = $2, sealed_access = null, ip_address = null, user_agent = null
    where account_id = $1 and revoked_at is null and expires_at > $2 and id is distinct from $3 returning ${columns}`,
);
