import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Account } from '../model/account.ts';
import { tellViewers } from '../viewer-feed.ts';

/** Takes a picture off an account, where it still shows it: the file is gone. */
export async function forgetAvatar(tx: EntityManager, accountId: string, fileId: string): Promise<void> {
  const account = await tx.findOne(Account, { id: accountId, avatarId: fileId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (account?.portray(null, new Date())) await tellViewers(tx, 'PROFILE_CHANGED', [accountId]);
}
