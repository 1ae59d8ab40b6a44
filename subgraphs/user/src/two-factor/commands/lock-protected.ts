import { Refusal } from '@agora/platform/errors';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Account } from '../../accounts/model/account.ts';
import { sentences } from '../sentences.ts';

/**
 * An account that has a second factor, locked for a change: always before its second factor is, so that no two wait for each other.
 * @throws NOT_FOUND where it has none.
 */
export async function lockProtected(tx: EntityManager, accountId: string): Promise<Account> {
  const account = await tx.findOneOrFail(Account, accountId, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!account.hasTwoFactor) throw new Refusal('NOT_FOUND', sentences.noTwoFactor);
  return account;
}
