import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { UserCode } from '../../codes.ts';
import { Account } from '../model/account.ts';
import { emailFrom } from '../model/email.ts';
import { sentences } from '../sentences.ts';
import { lockEmail } from './lock-email.ts';
import { endTokens, findToken, useToken } from './mailed-tokens.ts';

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
    return giveEmail(owner, accounts);
  });
}

/**
 * Verifies the e-mail that a token was mailed to; answers whose it is. What else was mailed for that is of no use any more.
 * @throws TOKEN_EXPIRED where it was used or has ended, or the account has another e-mail, or none, by now.
 */
export async function verifyEmailByToken(em: EntityManager, token: string): Promise<string> {
  return transaction(em, async (tx) => {
    const known = await findToken(tx, 'VERIFY_EMAIL', token);
    if (!known) throw tokenExpired();
    await lockEmail(tx, known.email);
    if (!(await useToken(tx, 'VERIFY_EMAIL', token)) || !(await proveEmail(tx, known))) throw tokenExpired();
    await endTokens(tx, known.accountId, ['VERIFY_EMAIL']);
    return known.accountId;
  });
}

/** Gives an e-mail, which is locked, to an account that still has it and has shown that it reads what is mailed there. */
export async function proveEmail(tx: EntityManager, { accountId, email }: { accountId: string; email: string }): Promise<boolean> {
  const accounts = await tx.find(Account, { email });
  const owner = accounts.find(({ id }) => id === accountId);
  if (owner) giveEmail(owner, accounts);
  return owner !== undefined;
}

/** `accounts`: all that have the e-mail. */
function giveEmail(owner: Account, accounts: readonly Account[]): boolean {
  if (!owner.verifyEmail(new Date())) return false;
  for (const other of accounts) if (other !== owner) other.loseEmail();
  return true;
}

export function tokenExpired(): Refusal<UserCode> {
  return new Refusal<UserCode>('TOKEN_EXPIRED', sentences.linkExpired, ['token']);
}
