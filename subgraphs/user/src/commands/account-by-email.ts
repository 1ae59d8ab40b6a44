import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Refusal } from '@agora/platform/errors';
import { Account } from '../model/account.ts';
import { emailFrom } from '../model/email.ts';

/** The account, locked for a change; an e-mail that nobody has is refused. */
export async function accountByEmail(tx: EntityManager, email: string): Promise<Account> {
  const account = await tx.findOne(Account, { email: emailFrom(email) ?? email }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!account) throw new Refusal('NOT_FOUND', `No account has the e-mail ${email}.`);
  return account;
}
