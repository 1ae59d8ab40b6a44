import { transaction } from '@agora/platform/database/database';
import type { EntityManager } from '@mikro-orm/postgresql';
import { accountByEmail } from '../accounts/commands/account-by-email.ts';

/**
 * Ends the suspension of an account. Answers whether it was suspended.
 * @throws NOT_FOUND and CONFLICT as `accountByEmail` does.
 */
export async function restoreAccount(em: EntityManager, { email }: { email: string }): Promise<boolean> {
  return transaction(em, async (tx) => (await accountByEmail(tx, email)).restore());
}
