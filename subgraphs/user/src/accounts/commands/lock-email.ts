import { lock } from '@agora/platform/database/advisory-lock';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Account } from '../model/account.ts';

/**
 * Whoever wants an e-mail, or gives it away, takes turns with the others until the transaction ends. Answers the accounts that have
 * it, newest first; none of them gets another one meanwhile.
 */
export async function lockEmail(tx: EntityManager, email: string): Promise<Account[]> {
  await lock(tx, `e-mail ${email}`);
  return tx.find(Account, { email }, { orderBy: { createdAt: 'desc', id: 'desc' }, lockMode: LockMode.PESSIMISTIC_WRITE });
}
