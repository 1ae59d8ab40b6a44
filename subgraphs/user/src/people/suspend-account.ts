import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { announce } from '@agora/platform/events/event-log';
import { UserSuspended } from '@agora/schema/events/user';
import type { EntityManager } from '@mikro-orm/postgresql';
import { recordSecurityEvent } from '../accounts/commands/record-security-event.ts';
import { accountOf, type Who } from '../accounts/commands/account-of.ts';
import { revokeAllSessions } from '../sessions/commands/revoke-all-sessions.ts';
import { sentences } from './sentences.ts';

export interface SuspendAccount {
  readonly who: Who;
  /** The person reads it. */
  readonly reason: string;
  readonly until: Date | null;
  /** The administrator; null at a shell, where any account may be suspended. */
  readonly by: string | null;
}

/**
 * Keeps an account from signing in, from buying and from selling; ends its sessions, and a change of its e-mail that waits. Answers whether it was not suspended, or
 * in other words or until another time.
 * @throws NOT_FOUND and CONFLICT as `accountOf` does; FORBIDDEN for whoever asks and for administrators.
 */
export async function suspendAccount(em: EntityManager, { who, reason, until, by }: SuspendAccount): Promise<boolean> {
  return transaction(em, async (tx) => {
    const account = await accountOf(tx, who);
    const mayNot = by !== null && (account.id === by || account.roles.includes('ADMIN'));
    if (mayNot) throw new Refusal('FORBIDDEN', sentences.noAdminSuspended, ['userId']);
    if (!account.suspend({ reason, until, by }, new Date())) return false;
    await recordSecurityEvent(tx, { kind: 'SUSPENDED', accountId: account.id, reason });
    await announce(tx, UserSuspended, { userId: account.id, reason, until: until?.toISOString() ?? null });
    await revokeAllSessions(tx, { accountId: account.id, isByOperator: true });
    return true;
  });
}
