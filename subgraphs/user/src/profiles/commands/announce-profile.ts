import { announce } from '@agora/platform/events/event-log';
import { UserProfileChanged, UserProfileCreated } from '@agora/schema/events/user';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Profile } from '../model/profile.ts';
import { announceChange } from '../../accounts/viewer-feed.ts';

/** Announces the profile that an account was made with, behind the account. */
export async function announceProfileCreated(tx: EntityManager, { id: profileId, account, kind }: Profile): Promise<void> {
  await announce(tx, UserProfileCreated, { userId: account.id, profileId, kind });
}

/** Announces that a profile says something else now. */
export async function announceProfile(tx: EntityManager, { id: profileId, account, kind }: Profile): Promise<void> {
  await announceChange(tx, 'PROFILE_CHANGED', UserProfileChanged, { userId: account.id, profileId, kind });
}
