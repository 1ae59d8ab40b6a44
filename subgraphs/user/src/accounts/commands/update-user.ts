import { transaction, violates } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { demandVersion } from '@agora/platform/input/expected-version';
import { UserRenamed } from '@agora/schema/events/user';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import type { UserCode } from '../../codes.ts';
import { Account, type Names } from '../model/account.ts';
import { sentences } from '../sentences.ts';
import { PORTRAITS, useFiles } from '../../files/use-files.ts';
import { announceChange, tellViewers } from '../viewer-feed.ts';

export interface UpdateUser {
  readonly accountId: string;
  /** What is absent stays. */
  readonly names: Partial<Names>;
  /** Null takes the picture off; undefined leaves it. */
  readonly avatarId: string | null | undefined;
  readonly expectedVersion: number | null;
}

/**
 * Changes how somebody is called, and their picture.
 * @throws CONFLICT where the username was changed not long ago, USERNAME_TAKEN, VERSION_MISMATCH, and what `useFiles` throws.
 */
export async function updateUser(em: EntityManager, { accountId, names, avatarId, expectedVersion }: UpdateUser): Promise<void> {
  try {
    await transaction(em, async (tx) => {
      const account = await tx.findOneOrFail(Account, accountId, { lockMode: LockMode.PESSIMISTIC_WRITE });
      demandVersion(account, expectedVersion);
      const now = new Date();
      const isNewUsername = names.username !== undefined && names.username !== account.username;
      if (isNewUsername && !account.mayChangeUsername(now)) throw new Refusal('CONFLICT', sentences.usernameJustChanged, ['username']);
      const hasNewNames = account.rename(names, now);
      const hasNewAvatar = avatarId !== undefined && account.portray(avatarId, now);
      if (hasNewAvatar) {
        const files = avatarId === null ? [] : [{ id: avatarId, field: ['avatarId'] }];
        await useFiles(tx, { usedBy: accountId, files, ownerId: accountId, what: PORTRAITS });
      }
      const { username, displayName } = account;
      if (hasNewNames) await announceChange(tx, 'PROFILE_CHANGED', UserRenamed, { userId: accountId, username, displayName });
      else if (hasNewAvatar) await tellViewers(tx, 'PROFILE_CHANGED', [accountId]);
    });
  } catch (error) {
    if (!violates(error, 'account_username_unique')) throw error;
    throw new Refusal<UserCode>('USERNAME_TAKEN', sentences.usernameTaken, ['username']);
  }
}
