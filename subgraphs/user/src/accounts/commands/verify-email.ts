import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import type { EntityManager } from '@mikro-orm/postgresql';
import { recordSecurityEvent } from './record-security-event.ts';
import type { UserCode } from '../../codes.ts';
import type { Account } from '../model/account.ts';
import { emailFrom } from '../model/email.ts';
import type { TokenPurpose } from '../model/mailed-token.ts';
import { sentences } from '../sentences.ts';
import { tellViewers } from '../viewer-feed.ts';
import { lockEmail } from './lock-email.ts';
import { endTokens, findToken, useToken } from './mailed-tokens.ts';

/**
 * Gives an e-mail to one of the accounts that wait for it; the others go on without. Answers whether it was not theirs yet.
 * @throws NOT_FOUND where no account of that username has the e-mail.
 */
export async function verifyEmail(em: EntityManager, given: { email: string; username: string }): Promise<boolean> {
  const email = emailFrom(given.email) ?? given.email;
  return transaction(em, async (tx) => {
    const accounts = await lockEmail(tx, email);
    const owner = accounts.find(({ username }) => username === given.username.toLowerCase());
    if (!owner) throw new Refusal('NOT_FOUND', sentences.noAccountOfNameHasEmail(given.username, given.email));
    return giveEmail(tx, owner, accounts);
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
    const { account } = await proveEmail(tx, { ...known, purpose: 'VERIFY_EMAIL', token });
    await endTokens(tx, account.id, ['VERIFY_EMAIL']);
    return account.id;
  });
}

export interface Proof {
  readonly purpose: TokenPurpose;
  readonly token: string;
  /** What the token was mailed for. */
  readonly accountId: string;
  readonly email: string;
}

/**
 * Uses a token, which shows that an account reads what is mailed to its e-mail; gives it the e-mail, and answers it, and whether that was
 * not theirs yet.
 * @throws TOKEN_EXPIRED where the token was used or has ended, or the account has another e-mail, or none, by now.
 */
export async function proveEmail(
  tx: EntityManager,
  { purpose, token, accountId, email }: Proof,
): Promise<{ account: Account; isNew: boolean }> {
  const accounts = await lockEmail(tx, email);
  const owner = accounts.find(({ id }) => id === accountId);
  if (!owner || !(await useToken(tx, purpose, token))) throw tokenExpired();
  return { account: owner, isNew: await giveEmail(tx, owner, accounts) };
}

/** Makes an e-mail known to be theirs; `accounts`: all that have it, of whom those who lose it are told, too. Answers whether it was not yet. */
export async function giveEmail(tx: EntityManager, owner: Account, accounts: readonly Account[]): Promise<boolean> {
  if (!owner.verifyEmail(new Date())) return false;
  for (const other of accounts) if (other !== owner) other.loseEmail();
  await recordSecurityEvent(tx, { kind: 'EMAIL_VERIFIED', accountId: owner.id });
  await tellViewers(
    tx,
    'EMAIL_CHANGED',
    accounts.map(({ id }) => id),
  );
  return true;
}

export function tokenExpired(): Refusal<UserCode> {
  return new Refusal<UserCode>('TOKEN_EXPIRED', sentences.linkExpired, ['token']);
}
