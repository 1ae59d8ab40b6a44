import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { demandVersion } from '@agora/platform/input/expected-version';
import { SellerChanged } from '@agora/schema/events/user';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Account } from '../accounts/model/account.ts';
import { announceChange } from '../accounts/viewer-feed.ts';
import { PUBLIC_PICTURES, useFiles } from '../files/use-files.ts';
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
 * @throws FORBIDDEN for who sells no more, VERSION_MISMATCH, and what `useFiles` throws.
 */
export async function updateSeller(em: EntityManager, { accountId, shop, expectedVersion }: UpdateSeller): Promise<string> {
  return transaction(em, async (tx) => {
    const account = await tx.findOneOrFail(Account, accountId, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!account.roles.includes('SELLER')) throw new Refusal('FORBIDDEN', sentences.notSeller);
    const page = (await tx.findOne(SellerPage, { account })) ?? SellerPage.of(account);
    demandVersion(page, expectedVersion);
    const { logoId, bannerId } = page;
    page.say(shop);
    tx.persist(page);
    if (page.logoId !== logoId || page.bannerId !== bannerId) await usePictures(tx, accountId, page);
    await announcePage(tx, account, page);
    return sellerIdOf(accountId);
  });
}

/** Takes a picture off a page, where it still shows it: the file is gone. */
export async function forgetShopPicture(tx: EntityManager, accountId: string, fileId: string): Promise<void> {
  const account = await tx.findOne(Account, accountId, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!account) return;
  const page = await tx.findOne(SellerPage, { account });
  if (page?.forget(fileId)) await announcePage(tx, account, page);
}

async function usePictures(tx: EntityManager, ownerId: string, { logoId, bannerId }: SellerPage): Promise<void> {
  const files = Object.entries({ logoId, bannerId }).flatMap(([field, id]) => (id == null ? [] : [{ id, field: [field] }]));
  await useFiles(tx, { usedBy: sellerIdOf(ownerId), files, ownerId, what: PUBLIC_PICTURES });
}

async function announcePage(tx: EntityManager, account: Account, page: SellerPage): Promise<void> {
  await announceChange(tx, 'PROFILE_CHANGED', SellerChanged, {
    userId: account.id,
    sellerId: sellerIdOf(account.id),
    storeName: page.storeName ?? account.displayName,
    isOnVacation: page.isOnVacation,
  });
}
