import { columnsOf } from '@agora/platform/reading/columns';
import { statement } from '@agora/platform/reading/statement';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { recordSecurityEvent } from '../../accounts/commands/record-security-event.ts';
import type { Account } from '../../accounts/model/account.ts';
import type { RequestEmail } from '../../accounts/request-email.ts';
import { tellViewers } from '../../accounts/viewer-feed.ts';
import { noteSecurityChange } from '../../sessions/commands/note-security-change.ts';
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

/** What asking for a second factor needs beside the database. */
export interface SecondFactorMeans {
  readonly totp: Totp;
  readonly requestEmail: RequestEmail;
}

interface AnsweredFor extends Omit<Answered, 'accountId'> {
  readonly account: Account;
}

/**
 * Whether the answer is right, which it is once: not at the same time, and not again if this transaction commits. It is to commit for
 * a wrong answer too, which the owner of the account is told of.
 */
export async function useSecondFactor(
  tx: EntityManager,
  { totp, requestEmail }: SecondFactorMeans,
  answered: AnsweredFor,
): Promise<boolean> {
  const { account, answer, client } = answered;
  const isRight = answer.method === 'TOTP' ? await useCode(tx, totp, answered) : await useRecoveryCode(tx, requestEmail, answered);
  if (!isRight) await recordSecurityEvent(tx, { kind: 'SECOND_FACTOR_FAILED', accountId: account.id, client });
  return isRight;
}

async function useCode(tx: EntityManager, totp: Totp, { account, answer }: AnsweredFor): Promise<boolean> {
  const factor = await tx.findOne(TwoFactor, { account: account.id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const step = factor && totp.stepOf(factor.sealedSecret, answer.code);
  return factor != null && step != null && factor.use(step);
}

async function useRecoveryCode(tx: EntityManager, requestEmail: RequestEmail, { account, answer, client }: AnsweredFor): Promise<boolean> {
  const used = await use(tx, [account.id, recoveryHashOf(answer.code)]);
  if (used.length === 0) return false;
  await noteSecurityChange(tx, requestEmail, { account, change: 'RECOVERY_CODE_USED', client });
  await tellViewers(tx, 'SECURITY_CHANGED', [account.id]);
  return true;
}

const use = statement(
  columnsOf(RecoveryCode, 'hash'),
  (columns) => `delete from recovery_code where account_id = $1 and hash = $2 returning ${columns}`,
);
