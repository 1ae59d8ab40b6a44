import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Account } from '../../accounts/model/account.ts';
import { Profile } from '../model/profile.ts';
import { announceProfile } from './announce-profile.ts';

/** Takes a picture or a video out of a portfolio, where it still shows it: the file is gone. */
export async function forgetWork(tx: EntityManager, accountId: string, fileId: string): Promise<void> {
  const account = await tx.findOne(Account, accountId, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!account) return;
  const profile = await tx.findOne(Profile, { account }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (profile?.forget(fileId, new Date())) await announceProfile(tx, profile);
}
