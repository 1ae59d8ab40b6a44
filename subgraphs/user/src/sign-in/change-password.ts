import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { announce } from '@agora/platform/events/event-log';
import { columnsOf } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import { UserPasswordChanged } from '@agora/schema/events/user';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { endTokens } from '../accounts/commands/mailed-tokens.ts';
import { Account } from '../accounts/model/account.ts';
import type { UserCode } from '../codes.ts';
import { revokeAllSessions } from '../sessions/commands/revoke-all-sessions.ts';
import { hashPassword, passwordFits } from './password.ts';
import { sentences } from './sentences.ts';

export interface ChangePassword {
  readonly accountId: string;
  readonly currentPassword: string;
  readonly newPassword: string;
  /** The session that stays where all others end; null where all stay. */
  readonly keptSessionId: string | null;
}

/**
 * Sets a new password; answers the ids of the sessions that ended by it.
 * @throws INVALID_CREDENTIALS where the current password is another one.
 */
export async function changePassword(
  em: EntityManager,
  { accountId, currentPassword, newPassword, keptSessionId }: ChangePassword,
): Promise<string[]> {
  const [known] = await passwordOf(em, [accountId]);
  if (!known || !(await passwordFits(currentPassword, known.passwordHash))) throw wrongPassword();
  const newHash = await hashPassword(newPassword);

  return transaction(em, async (tx) => {
    const account = await tx.findOneOrFail(Account, accountId, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (account.passwordHash !== known.passwordHash) throw wrongPassword();
    account.changePassword(newHash);
    // What was mailed to somebody who has left, or asked for by a stranger who was signed in, is of no use any more.
    await endTokens(tx, accountId, ['RESET_PASSWORD', 'CHANGE_EMAIL']);
    await announce(tx, UserPasswordChanged, { userId: accountId });
    return keptSessionId === null ? [] : revokeAllSessions(tx, { accountId, keptId: keptSessionId });
  });
}

const passwordOf = statement(columnsOf(Account, 'passwordHash'), (columns) => `select ${columns} from account where id = $1`);

function wrongPassword(): Refusal<UserCode> {
  return new Refusal<UserCode>('INVALID_CREDENTIALS', sentences.wrongPassword, ['currentPassword']);
}
