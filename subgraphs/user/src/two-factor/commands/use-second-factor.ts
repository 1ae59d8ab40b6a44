import { columnsOf } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { recordSecurityEvent } from '../../accounts/commands/record-security-event.ts';
import { tellViewers } from '../../accounts/viewer-feed.ts';
import type { Client } from '../../sessions/model/session.ts';
import { RecoveryCode } from '../model/recovery-code.ts';
import { TwoFactor } from '../model/two-factor.ts';
import { recoveryHashOf } from '../recovery-codes.ts';
import type { Totp } from '../totp.ts';

/** What somebody answers who is asked for the second factor, without spaces and hyphens. */
export interface SecondFactor {
  readonly method: 'TOTP' | 'RECOVERY_CODE';
  readonly code: string;
}

export interface Answered {
  readonly accountId: string;
  readonly answer: SecondFactor;
  readonly client: Client;
}

/**
 * Whether the answer is right, which it is once: not at the same time, and not again if this transaction commits. It is to commit for
 * a wrong answer too, which the owner of the account is told of.
 */
export async function useSecondFactor(tx: EntityManager, totp: Totp, answered: Answered): Promise<boolean> {
  const { accountId, answer, client } = answered;
  const isRight = answer.method === 'TOTP' ? await useCode(tx, totp, answered) : await useRecoveryCode(tx, answered);
  if (!isRight) await recordSecurityEvent(tx, { kind: 'SECOND_FACTOR_FAILED', accountId, client });
  return isRight;
}

async function useCode(tx: EntityManager, totp: Totp, { accountId, answer }: Answered): Promise<boolean> {
  const factor = await tx.findOne(TwoFactor, { account: accountId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const step = factor && totp.stepOf(factor.sealedSecret, answer.code);
  return factor != null && step != null && factor.use(step);
}

async function useRecoveryCode(tx: EntityManager, { accountId, answer, client }: Answered): Promise<boolean> {
  const used = await use(tx, [accountId, recoveryHashOf(answer.code)]);
  if (used.length === 0) return false;
  await recordSecurityEvent(tx, { kind: 'RECOVERY_CODE_USED', accountId, client });
  await tellViewers(tx, 'SECURITY_CHANGED', [accountId]);
  return true;
}

const use = statement(
  columnsOf(RecoveryCode, 'hash'),
  (columns) => `delete from recovery_code where account_id = $1 and hash = $2 returning ${columns}`,
);
