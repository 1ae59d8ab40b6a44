import { Refusal } from '@agora/platform/errors';
import { prefixOf } from '@agora/platform/ids';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Account } from '../model/account.ts';
import { sentences } from '../sentences.ts';
import { accountByEmail } from './account-by-email.ts';

/** Whom an operator means: by e-mail at a shell, by id in the graph. */
export type Who = { readonly email: string } | { readonly userId: string };

/**
 * The account, locked for a change.
 * @throws NOT_FOUND, and CONFLICT as `accountByEmail` does.
 */
export async function accountOf(tx: EntityManager, who: Who): Promise<Account> {
  if ('email' in who) return accountByEmail(tx, who.email);
  const isId = prefixOf(who.userId) === 'usr';
  const account = isId ? await tx.findOne(Account, who.userId, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
  if (!account) throw new Refusal('NOT_FOUND', sentences.noSuchAccount, ['userId']);
  return account;
}
