import { Refusal } from '@agora/platform/errors';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Account } from '../model/account.ts';
import { emailFrom } from '../model/email.ts';
import { sentences } from '../sentences.ts';
import { lockEmail } from './lock-email.ts';

/**
 * The account of an e-mail, locked for a change.
 * @throws NOT_FOUND where there is none, and CONFLICT where several wait for the e-mail: a role must not go to whoever came last.
 */
export async function accountByEmail(tx: EntityManager, given: string): Promise<Account> {
  const email = emailFrom(given) ?? given;
  const accounts = await lockEmail(tx, email);
  const [only] = accounts;
  if (!only) throw new Refusal('NOT_FOUND', sentences.noAccountHasEmail(given));
  if (accounts.length === 1) return only;
  const waiting = accounts.map(({ username }) => username).join(', ');
  throw new Refusal('CONFLICT', sentences.severalWaitForEmail(email, waiting));
}
