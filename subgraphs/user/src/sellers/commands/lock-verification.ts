import { Refusal } from '@agora/platform/errors';
import { prefixOf } from '@agora/platform/ids';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { lockProfile } from '../../profiles/commands/lock-profile.ts';
import type { Profile } from '../../profiles/model/profile.ts';
import { SellerVerification } from '../model.ts';
import { sentences } from '../sentences.ts';

/**
 * A request and the profile of who asks, the account first, as everybody locks them. `ownerId`: only of this account.
 * @throws NOT_FOUND.
 */
export async function lockVerification(
  tx: EntityManager,
  id: string,
  ownerId?: string,
): Promise<{ verification: SellerVerification; profile: Profile }> {
  const known = prefixOf(id) === 'svr' ? await tx.findOne(SellerVerification, id) : null;
  const accountId = known?.account.id;
  if (!known || !accountId || (ownerId !== undefined && accountId !== ownerId)) {
    throw new Refusal('NOT_FOUND', sentences.noSuchRequest, ['sellerVerificationId']);
  }
  const profile = await lockProfile(tx, accountId);
  const verification = await tx.findOneOrFail(SellerVerification, id, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  return { verification, profile };
}
