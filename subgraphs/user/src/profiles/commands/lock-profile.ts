import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Account } from '../../accounts/model/account.ts';
import { Profile } from '../model/profile.ts';

/** The profile of an account, both locked for a change. */
export async function lockProfile(tx: EntityManager, accountId: string): Promise<Profile> {
  const account = await tx.findOneOrFail(Account, accountId, { lockMode: LockMode.PESSIMISTIC_WRITE });
  return tx.findOneOrFail(Profile, { account }, { lockMode: LockMode.PESSIMISTIC_WRITE });
}
