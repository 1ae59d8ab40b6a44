import type { EntityManager } from '@mikro-orm/postgresql';
import { transaction } from '@agora/platform/database/database';
import { announce } from '@agora/platform/events/event-log';
import { CommunityCreated } from '@agora/schema/events/forum';
import { Community } from './model.ts';

/** Opens a community; the slug must be free. */
export async function openCommunity(em: EntityManager, { id, slug, name }: { id: string; slug: string; name: string }): Promise<void> {
  await transaction(em, async (tx) => {
    tx.persist(Community.open({ id, slug, name }));
    await tx.flush();
    await announce(tx, CommunityCreated, { communityId: id, slug, name });
  });
}
