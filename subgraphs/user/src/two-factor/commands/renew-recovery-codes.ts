import { query } from '@agora/platform/database/database';
import type { EntityManager } from '@mikro-orm/postgresql';
import { tellViewers } from '../../accounts/viewer-feed.ts';
import { noteSecurityChange } from '../../sessions/commands/note-security-change.ts';
import { newRecoveryCodes, recoveryHashOf } from '../recovery-codes.ts';
import { attempt } from './attempt.ts';
import { codeInvalid } from './code-invalid.ts';
import { lockProtected } from './lock-protected.ts';
import { type Answered, type SecondFactorMeans, useSecondFactor } from './use-second-factor.ts';

/**
 * Gives new recovery codes, which nobody can read again; the old ones end.
 * @throws NOT_FOUND where there is no second factor, CODE_INVALID.
 */
export async function renewRecoveryCodes(em: EntityManager, means: SecondFactorMeans, answered: Answered): Promise<string[]> {
  const { accountId } = answered;
  return attempt(em, async (tx) => {
    const account = await lockProtected(tx, accountId);
    if (!(await useSecondFactor(tx, means, { ...answered, account }))) return codeInvalid();
    await noteSecurityChange(tx, means.requestEmail, { account, change: 'RECOVERY_CODES_RENEWED', client: answered.client });
    await tellViewers(tx, 'SECURITY_CHANGED', [accountId]);
    return giveRecoveryCodes(tx, accountId);
  });
}

/** In place of those that the account has. */
export async function giveRecoveryCodes(tx: EntityManager, accountId: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  await query(tx, 'delete from recovery_code where account_id = $1', [accountId]);
  await query(tx, 'insert into recovery_code (account_id, hash) select $1, hash from unnest($2::text[]) as hash', [
    accountId,
    codes.map(recoveryHashOf),
  ]);
  return codes;
}
