import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { recordSecurityEvent } from '../accounts/commands/record-security-event.ts';
import { Account } from '../accounts/model/account.ts';
import type { UserCode } from '../codes.ts';
import type { Client, Transport } from '../sessions/model/session.ts';
import { sentences as ofSessions } from '../sessions/sentences.ts';
import type { Challenged, SignedIn } from '../sessions/signed-in.ts';
import { admit, type SignInMeans } from '../two-factor/commands/admit.ts';
import { accountOfEmail } from './account-of-email.ts';
import { DECOY_HASH, hashPassword, isOutdated, passwordFits } from './password.ts';
import { sentences } from './sentences.ts';

/**
 * Signs in to the account that has proved the e-mail, else to the newest that waits for it. A hash that costs less to try than new ones
 * is made anew. An account with a second factor gets a challenge instead of a session.
 * @throws INVALID_CREDENTIALS for an unknown e-mail as for a wrong password, after the same work; ACCOUNT_SUSPENDED.
 */
export async function createSession(
  em: EntityManager,
  means: SignInMeans,
  { email, password, transport, client }: { email: string; password: string; transport: Transport; client: Client },
): Promise<SignedIn | Challenged> {
  const [known] = await accountOfEmail(em, [email]);
  const fits = await passwordFits(password, known?.passwordHash ?? DECOY_HASH);
  if (known?.passwordHash == null || !fits) {
    await recordSecurityEvent(em, { kind: 'SIGN_IN_FAILED', accountId: known?.id ?? null, client, email });
    throw wrongCredentials();
  }
  const newHash = isOutdated(known.passwordHash) ? await hashPassword(password) : null;

  return transaction(em, async (tx) => {
    const account = await tx.findOneOrFail(Account, known.id, { lockMode: LockMode.PESSIMISTIC_WRITE });
    // It may have been changed meanwhile, which ended the sessions that the old one had begun; or made anew of the same password.
    const isSame = account.passwordHash === known.passwordHash;
    if (!isSame && !(await passwordFits(password, account.passwordHash ?? DECOY_HASH))) throw wrongCredentials();
    if (account.isSuspended) throw new Refusal<UserCode>('ACCOUNT_SUSPENDED', ofSessions.suspended(account.suspensionReason ?? ''));
    if (isSame && newHash !== null) account.changePassword(newHash);
    return admit(tx, means, { account, method: 'PASSWORD', transport, client, now: new Date() });
  });
}

function wrongCredentials(): Refusal<UserCode> {
  return new Refusal<UserCode>('INVALID_CREDENTIALS', sentences.wrongCredentials);
}
