import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { UserTwoFactorChanged } from '@agora/schema/events/user';
import type { EntityManager } from '@mikro-orm/postgresql';
import { accountOf } from '../../accounts/commands/account-of.ts';
import type { Account } from '../../accounts/model/account.ts';
import type { RequestEmail } from '../../accounts/request-email.ts';
import { noteSecurityChange } from '../../sessions/commands/note-security-change.ts';
import { revokeAllSessions } from '../../sessions/commands/revoke-all-sessions.ts';
import { RecoveryCode } from '../model/recovery-code.ts';
import { TwoFactor } from '../model/two-factor.ts';
import { sentences } from '../sentences.ts';
import { attempt } from './attempt.ts';
import { codeInvalid } from './code-invalid.ts';
import { endChallenges } from './end-challenges.ts';
import { lockProtected } from './lock-protected.ts';
import { type Answered, type SecondFactorMeans, useSecondFactor } from './use-second-factor.ts';
import { announceChange } from '../../accounts/viewer-feed.ts';

/**
 * Turns the second factor off for whoever has it.
 * @throws NOT_FOUND where there is none, CODE_INVALID.
 */
export async function disableTwoFactor(em: EntityManager, means: SecondFactorMeans, answered: Answered): Promise<void> {
  await attempt(em, async (tx) => {
    const account = await lockProtected(tx, answered.accountId);
    if (!(await useSecondFactor(tx, means, { ...answered, account }))) return codeInvalid();
    await remove(tx, account);
    return noteSecurityChange(tx, means.requestEmail, { account, change: 'TWO_FACTOR_DISABLED', client: answered.client });
  });
}

/**
 * Takes the second factor off somebody who has lost it, and ends the sessions of whoever may have found it. `reason`: how they were
 * recognised, for the audit trail.
 * @throws FORBIDDEN for oneself, whose second factor a code turns off; NOT_FOUND where there is no such account, or no second factor.
 */
export async function resetTwoFactor(
  em: EntityManager,
  requestEmail: RequestEmail,
  { userId, reason, by }: { userId: string; reason: string; by: string },
): Promise<void> {
  if (userId === by) throw new Refusal('FORBIDDEN', sentences.notOneself, ['userId']);
  await transaction(em, async (tx) => {
    const account = await accountOf(tx, { userId });
    if (!account.hasTwoFactor) throw new Refusal('NOT_FOUND', sentences.hasNoTwoFactor, ['userId']);
    await remove(tx, account, reason);
    await noteSecurityChange(tx, requestEmail, { account, change: 'TWO_FACTOR_RESET', client: null, reason });
    await revokeAllSessions(tx, { accountId: userId, isByOperator: true });
  });
}

async function remove(tx: EntityManager, account: Account, reason?: string): Promise<void> {
  account.unprotect();
  await tx.nativeDelete(TwoFactor, { account: account.id });
  await tx.nativeDelete(RecoveryCode, { account: account.id });
  await endChallenges(tx, account.id);
  await announceChange(tx, 'SECURITY_CHANGED', UserTwoFactorChanged, { userId: account.id, isEnabled: false, reason });
}
