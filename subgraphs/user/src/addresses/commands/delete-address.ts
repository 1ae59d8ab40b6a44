import { transaction } from '@agora/platform/database/database';
import type { EntityManager } from '@mikro-orm/postgresql';
import { addressIn, lockAddressBook, withoutDefault } from './address-book.ts';
import { tellViewers } from '../../accounts/viewer-feed.ts';

/**
 * Removes an address; the newest one left is from then on the default of what it was the default of.
 * @throws NOT_FOUND.
 */
export async function deleteAddress(em: EntityManager, accountId: string, addressId: string): Promise<void> {
  await transaction(em, async (tx) => {
    const { book } = await lockAddressBook(tx, accountId);
    const address = addressIn(book, addressId);
    await tx.remove(address).flush();
    const left = book.filter((other) => other !== address);
    const [newest] = left;
    for (const purpose of withoutDefault(left)) newest?.beDefault(purpose, true);
    await tellViewers(tx, 'ADDRESSES_CHANGED', [accountId]);
  });
}
