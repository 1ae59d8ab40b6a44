import { UserProfileChanged } from '@agora/schema/events/user';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Profile } from '../model/profile.ts';
import { announceChange } from '../../accounts/viewer-feed.ts';

/** Announces that a profile says something else now. */
export async function announceProfile(tx: EntityManager, { id: profileId, account, kind }: Profile): Promise<void> {
  await announceChange(tx, 'PROFILE_CHANGED', UserProfileChanged, { userId: account.id, profileId, kind });
}
