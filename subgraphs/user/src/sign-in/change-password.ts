import { transaction } from '@agora/platform/database/database';
import { UserPasswordChanged } from '@agora/schema/events/user';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { endTokens } from '../accounts/commands/mailed-tokens.ts';
import { Account } from '../accounts/model/account.ts';
import type { RequestEmail } from '../accounts/request-email.ts';
import { noteSecurityChange } from '../sessions/commands/note-security-change.ts';
import type { Client } from '../sessions/model/session.ts';
import { revokeAllSessions } from '../sessions/commands/revoke-all-sessions.ts';
import { endChallenges } from '../two-factor/commands/end-challenges.ts';
import { hashOfOwnPassword, wrongPassword } from './own-password.ts';
import { hashPassword } from './password.ts';
import { announceChange } from '../accounts/viewer-feed.ts';

const FIELD = 'currentPassword';

export interface ChangePassword {
  readonly accountId: string;
  /** Null where the session has just proved who is there. */
  readonly currentPassword: string | null;
  readonly newPassword: string;
  /** The session that stays where all others end; null where all stay. */
  readonly keptSessionId: string | null;
  readonly client: Client;
}

/**
 * Sets a new password; answers the ids of the sessions that ended by it.
 * @throws INVALID_CREDENTIALS where the current password is another one.
 */
export async function changePassword(
  em: EntityManager,
  requestEmail: RequestEmail,
  { accountId, currentPassword, newPassword, keptSessionId, client }: ChangePassword,
): Promise<string[]> {
  const knownHash =
    currentPassword === null ? null : await hashOfOwnPassword(em, { accountId, password: currentPassword, field: FIELD, client });
  const newHash = await hashPassword(newPassword);

  return transaction(em, async (tx) => {
    const account = await tx.findOneOrFail(Account, accountId, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (knownHash !== null && account.passwordHash !== knownHash) throw wrongPassword(FIELD);
    account.changePassword(newHash);
    // What was mailed to somebody who has left, or asked for by a stranger who was signed in, is of no use any more.
    await endTokens(tx, accountId, ['RESET_PASSWORD', 'CHANGE_EMAIL']);
    await endChallenges(tx, accountId);
    await noteSecurityChange(tx, requestEmail, { account, change: 'PASSWORD_CHANGED', client });
    await announceChange(tx, 'SECURITY_CHANGED', UserPasswordChanged, { userId: accountId });
    return keptSessionId === null ? [] : revokeAllSessions(tx, { accountId, keptId: keptSessionId });
  });
}
