import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Account } from '../model/account.ts';
import { emailFrom } from '../model/email.ts';
import { sentences } from '../sentences.ts';
import { lockEmail } from './lock-email.ts';

/**
 * Gives an e-mail to one of the accounts that wait for it; the others go on without. Answers whether it was not theirs yet.
 * @throws NOT_FOUND where no account of that username has the e-mail.
 */
export async function verifyEmail(em: EntityManager, given: { email: string; username: string }): Promise<boolean> {
  const email = emailFrom(given.email) ?? given.email;
  return transaction(em, async (tx) => {
    await lockEmail(tx, email);
    const accounts = await tx.find(Account, { email });
    const owner = accounts.find(({ username }) => username === given.username.toLowerCase());
    if (!owner) throw new Refusal('NOT_FOUND', sentences.noAccountOfNameHasEmail(given.username, given.email));
    if (!owner.verifyEmail(new Date())) return false;
    for (const other of accounts) if (other !== owner) other.loseEmail();
    return true;
  });
}
