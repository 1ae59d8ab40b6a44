import { transaction, violates } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { demandVersion } from '@agora/platform/input/expected-version';
import { UserRenamed } from '@agora/schema/events/user';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import type { UserCode } from '../../codes.ts';
import { Account, type Names } from '../model/account.ts';
import { sentences } from '../sentences.ts';
import { announceChange } from '../viewer-feed.ts';

export interface RenameUser {
  readonly accountId: string;
  /** What is absent stays. */
  readonly names: Partial<Names>;
  readonly expectedVersion: number | null;
}

/**
 * Changes how somebody is called.
 * @throws CONFLICT where the username was changed not long ago, USERNAME_TAKEN, VERSION_MISMATCH.
 */
export async function renameUser(em: EntityManager, { accountId, names, expectedVersion }: RenameUser): Promise<void> {
  try {
    await transaction(em, async (tx) => {
      const account = await tx.findOneOrFail(Account, accountId, { lockMode: LockMode.PESSIMISTIC_WRITE });
      demandVersion(account, expectedVersion);
      const now = new Date();
      const isNewUsername = names.username !== undefined && names.username !== account.username;
      if (isNewUsername && !account.mayChangeUsername(now)) throw new Refusal('CONFLICT', sentences.usernameJustChanged, ['username']);
      if (!account.rename(names, now)) return;
      const { username, displayName } = account;
      await announceChange(tx, 'PROFILE_CHANGED', UserRenamed, { userId: accountId, username, displayName });
    });
  } catch (error) {
    if (!violates(error, 'account_username_unique')) throw error;
    throw new Refusal<UserCode>('USERNAME_TAKEN', sentences.usernameTaken, ['username']);
  }
}
