import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { newId } from '@agora/platform/ids';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { UserCode } from '../../codes.ts';
import { Address, type Purpose } from '../model/address.ts';
import type { PostalAddress } from '@agora/platform/post/postal-address';
import { sentences } from '../sentences.ts';
import { clearDefault, lockAddressBook, withoutDefault } from './address-book.ts';
import { tellViewers } from '../../accounts/viewer-feed.ts';

const MAX_ADDRESSES = 50;

export interface CreateAddress {
  readonly accountId: string;
  readonly label: string | null;
  readonly postalAddress: PostalAddress;
  readonly defaultOf: readonly Purpose[];
}

/**
 * Adds to an address book; the first address is the default of everything. Answers its id.
 * @throws LIMIT_REACHED.
 */
export async function createAddress(em: EntityManager, { accountId, label, postalAddress, defaultOf }: CreateAddress): Promise<string> {
  return transaction(em, async (tx) => {
    const { account, book } = await lockAddressBook(tx, accountId);
    if (book.length >= MAX_ADDRESSES) throw new Refusal<UserCode>('LIMIT_REACHED', sentences.bookFull(MAX_ADDRESSES));
    await clearDefault(tx, book, defaultOf);
    const address = Address.of(account, newId('adr'), { label, postalAddress }, withoutDefault(book), new Date());
    tx.persist(address);
    await tellViewers(tx, 'ADDRESSES_CHANGED', [accountId]);
    return address.id;
  });
}
