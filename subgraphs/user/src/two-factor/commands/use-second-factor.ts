import { columnsOf } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { recordSecurityEvent } from '../../accounts/commands/record-security-event.ts';
import { RecoveryCode } from '../model/recovery-code.ts';
import { TwoFactor } from '../model/two-factor.ts';
import { recoveryHashOf } from '../recovery-codes.ts';
import type { Totp } from '../totp.ts';

/** What somebody answers who is asked for the second factor, without spaces and hyphens. */
export interface SecondFactor {
  readonly method: 'TOTP' | 'RECOVERY_CODE';
  readonly code: string;
}

/** Whether the answer is right, which it is once: not at the same time, and not again if this transaction commits. */
export async function useSecondFactor(tx: EntityManager, totp: Totp, accountId: string, { method, code }: SecondFactor): Promise<boolean> {
  return method === 'TOTP' ? useCode(tx, totp, accountId, code) : useRecoveryCode(tx, accountId, code);
}

async function useCode(tx: EntityManager, totp: Totp, accountId: string, code: string): Promise<boolean> {
  const factor = await tx.findOne(TwoFactor, { account: accountId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const step = factor && totp.stepOf(factor.sealedSecret, code);
  return factor != null && step != null && factor.use(step);
}

async function useRecoveryCode(tx: EntityManager, accountId: string, code: string): Promise<boolean> {
  const used = await use(tx, [accountId, recoveryHashOf(code)]);
  if (used.length === 0) return false;
  await recordSecurityEvent(tx, { kind: 'RECOVERY_CODE_USED', accountId });
  return true;
}

const use = statement(
  columnsOf(RecoveryCode, 'hash'),
  (columns) => `delete from recovery_code where account_id = $1 and hash = $2 returning ${columns}`,
);
