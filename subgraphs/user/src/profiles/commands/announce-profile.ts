import { announce } from '@agora/platform/events/event-log';
import { UserProfileChanged } from '@agora/schema/events/user';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Profile } from '../model/profile.ts';

/** Announces that a profile says something else now. */
export async function announceProfile(tx: EntityManager, { id: profileId, account, kind }: Profile): Promise<void> {
  await announce(tx, UserProfileChanged, { userId: account.id, profileId, kind });
}
