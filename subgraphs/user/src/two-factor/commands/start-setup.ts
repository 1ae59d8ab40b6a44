import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Account } from '../../accounts/model/account.ts';
import { TwoFactor } from '../model/two-factor.ts';
import { sentences } from '../sentences.ts';
import type { Totp } from '../totp.ts';

/** For an authenticator app. */
export interface Setup {
  readonly secret: string;
  readonly otpauthUri: string;
}

/**
 * Makes a secret for an authenticator app, in place of one that was not confirmed; `label` is the account's e-mail, else its username,
 * where null.
 * @throws CONFLICT where the account has a second factor, or its e-mail is not known to be theirs: whoever proves it later would be kept
 * out by the second factor of a stranger.
 */
export async function startSetup(
  em: EntityManager,
  totp: Totp,
  { accountId, label }: { accountId: string; label: string | null },
): Promise<Setup> {
  return transaction(em, async (tx) => {
    const account = await tx.findOneOrFail(Account, accountId, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (account.hasTwoFactor) throw new Refusal('CONFLICT', sentences.hasTwoFactor);
    if (account.emailVerifiedAt == null) throw new Refusal('CONFLICT', sentences.emailFirst);
    const secret = totp.newSecret();
    await tx.nativeDelete(TwoFactor, { account: accountId });
    tx.persist(TwoFactor.start(account, totp.seal(secret), new Date()));
    return { secret, otpauthUri: totp.uriOf(secret, label ?? account.email ?? account.username) };
  });
}
