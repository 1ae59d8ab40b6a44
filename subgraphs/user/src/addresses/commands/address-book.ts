import { Refusal } from '@agora/platform/errors';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Account } from '../../accounts/model/account.ts';
import { Address, PURPOSES, type Purpose } from '../model/address.ts';
import { sentences } from '../sentences.ts';

/** The addresses of an account, the newest first; whoever changes them takes turns. */
export async function lockAddressBook(tx: EntityManager, accountId: string): Promise<{ account: Account; book: Address[] }> {
  const account = await tx.findOneOrFail(Account, accountId, { lockMode: LockMode.PESSIMISTIC_WRITE });
  return { account, book: await tx.find(Address, { account }, { orderBy: { createdAt: 'desc', id: 'desc' } }) };
}

/** @throws NOT_FOUND for an address that is none of these, whoever has it. */
export function addressIn(book: readonly Address[], addressId: string): Address {
  const address = book.find(({ id }) => id === addressId);
  if (!address) throw new Refusal('NOT_FOUND', sentences.noSuchAddress, ['addressId']);
  return address;
}

/** Takes it from these addresses to be the default; flushed at once, as there is never more than one. */
export async function clearDefault(tx: EntityManager, book: readonly Address[], purposes: readonly Purpose[]): Promise<void> {
  for (const address of book) for (const purpose of purposes) address.beDefault(purpose, false);
  await tx.flush();
}

/** For what there is no default. */
export function withoutDefault(book: readonly Address[]): Purpose[] {
  return PURPOSES.filter((purpose) => !book.some((address) => address[purpose]));
}
