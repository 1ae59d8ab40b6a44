import { transaction } from '@agora/platform/database/database';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { tellViewers } from '../viewer-feed.ts';
import { Account, type Contact } from '../model/account.ts';

/** Changes how the marketplace reaches somebody; what is absent stays. Nobody else needs to know, so no event tells. */
export async function changeContact(em: EntityManager, accountId: string, contact: Partial<Contact>): Promise<void> {
  await transaction(em, async (tx) => {
    const account = await tx.findOneOrFail(Account, accountId, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (account.beReachedAt(contact, new Date())) await tellViewers(tx, 'PREFERENCES_CHANGED', [accountId]);
  });
}
