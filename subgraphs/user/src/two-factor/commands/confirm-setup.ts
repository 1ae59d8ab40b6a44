import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { UserTwoFactorChanged } from '@agora/schema/events/user';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Account } from '../../accounts/model/account.ts';
import { noteSecurityChange } from '../../sessions/commands/note-security-change.ts';
import type { Client } from '../../sessions/model/session.ts';
import { TwoFactor } from '../model/two-factor.ts';
import { sentences } from '../sentences.ts';
import { codeInvalid } from './code-invalid.ts';
import type { SecondFactorMeans } from './use-second-factor.ts';
import { giveRecoveryCodes } from './renew-recovery-codes.ts';
import { announceChange } from '../../accounts/viewer-feed.ts';

export interface ConfirmSetup {
  readonly accountId: string;
  readonly code: string;
  /** How long a set-up waits. */
  readonly lifetimeMs: number;
  readonly client: Client;
}

/**
 * Turns the second factor on: its app has shown that it has the secret. Answers the recovery codes, which nobody can read again.
 * @throws NOT_FOUND where no set-up waits to be confirmed, CODE_INVALID.
 */
export async function confirmSetup(
  em: EntityManager,
  { totp, requestEmail }: SecondFactorMeans,
  { accountId, code, lifetimeMs, client }: ConfirmSetup,
): Promise<string[]> {
  return transaction(em, async (tx) => {
    const account = await tx.findOneOrFail(Account, accountId, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const factor = await tx.findOne(TwoFactor, { account: accountId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const now = new Date();
    const waits = factor !== null && !account.hasTwoFactor && now.getTime() - factor.startedAt.getTime() <= lifetimeMs;
    if (!waits) throw new Refusal('NOT_FOUND', sentences.noSetup);
    const step = totp.stepOf(factor.sealedSecret, code);
    if (step === null || !factor.use(step)) throw codeInvalid();
    account.protect(now);
    await noteSecurityChange(tx, requestEmail, { account, change: 'TWO_FACTOR_ENABLED', client });
    await announceChange(tx, 'SECURITY_CHANGED', UserTwoFactorChanged, { userId: accountId, isEnabled: true });
    return giveRecoveryCodes(tx, accountId);
  });
}
