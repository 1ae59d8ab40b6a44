import { transaction } from '@agora/platform/database/database';
import { UserPreferencesChanged } from '@agora/schema/events/user';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Account } from '../model/account.ts';
import type { Preferences } from '../model/preferences.ts';
import { announceChange } from '../viewer-feed.ts';

/** Changes what somebody likes; what is absent stays. */
export async function changePreferences(em: EntityManager, accountId: string, preferences: Partial<Preferences>): Promise<void> {
  await transaction(em, async (tx) => {
    const account = await tx.findOneOrFail(Account, accountId, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!account.prefer(preferences)) return;
    const { locale, currencyCode, timeZone, isPersonalised } = account;
    await announceChange(tx, 'PREFERENCES_CHANGED', UserPreferencesChanged, {
      userId: accountId,
      locale,
      currencyCode,
      timeZone,
      isPersonalised,
    });
  });
}
