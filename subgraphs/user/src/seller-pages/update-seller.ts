import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { demandVersion } from '@agora/platform/input/expected-version';
import { SellerChanged } from '@agora/schema/events/user';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Account } from '../accounts/model/account.ts';
import { announceChange } from '../accounts/viewer-feed.ts';
import { SellerPage, type Shop } from './model/seller-page.ts';
import { sellerIdOf } from './model/seller-id.ts';
import { sentences } from './sentences.ts';

export interface UpdateSeller {
  readonly accountId: string;
  /** What is absent stays. */
  readonly shop: Partial<Shop>;
  readonly expectedVersion: number | null;
}

/**
 * Changes what a seller shows of their shop; answers the page's id.
 * @throws FORBIDDEN for who sells no more, VERSION_MISMATCH.
 */
export async function updateSeller(em: EntityManager, { accountId, shop, expectedVersion }: UpdateSeller): Promise<string> {
  return transaction(em, async (tx) => {
    const account = await tx.findOneOrFail(Account, accountId, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!account.roles.includes('SELLER')) throw new Refusal('FORBIDDEN', sentences.notSeller);
    const page = (await tx.findOne(SellerPage, { account })) ?? SellerPage.of(account);
    demandVersion(page, expectedVersion);
    page.say(shop);
    tx.persist(page);
    const sellerId = sellerIdOf(accountId);
    await announceChange(tx, 'PROFILE_CHANGED', SellerChanged, {
      userId: accountId,
      sellerId,
      storeName: page.storeName ?? account.displayName,
      isOnVacation: page.isOnVacation,
    });
    return sellerId;
  });
}
