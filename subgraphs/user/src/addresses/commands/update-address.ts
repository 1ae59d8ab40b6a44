import { transaction } from '@agora/platform/database/database';
import { demandVersion } from '@agora/platform/input/expected-version';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Purpose } from '../model/address.ts';
import type { PostalAddress } from '@agora/platform/post/postal-address';
import { addressIn, clearDefault, lockAddressBook } from './address-book.ts';
import { tellViewers } from '../../accounts/viewer-feed.ts';

export interface UpdateAddress {
  readonly accountId: string;
  readonly addressId: string;
  /** What is absent stays. */
  readonly place: { readonly label?: string | null; readonly postalAddress?: PostalAddress };
  readonly defaultOf: readonly Purpose[];
  readonly expectedVersion: number | null;
}

/**
 * Changes an address of somebody's book.
 * @throws NOT_FOUND, VERSION_MISMATCH.
 */
export async function updateAddress(
  em: EntityManager,
  { accountId, addressId, place, defaultOf, expectedVersion }: UpdateAddress,
): Promise<void> {
  await transaction(em, async (tx) => {
    const { book } = await lockAddressBook(tx, accountId);
    const address = addressIn(book, addressId);
    demandVersion(address, expectedVersion);
    const others = book.filter((other) => other !== address);
    await clearDefault(tx, others, defaultOf);
    address.change(place, new Date());
    for (const purpose of defaultOf) address.beDefault(purpose, true);
    await tellViewers(tx, 'ADDRESSES_CHANGED', [accountId]);
  });
}
