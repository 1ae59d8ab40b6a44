import { transaction } from '@agora/platform/database/database';
import type { EntityManager } from '@mikro-orm/postgresql';
import { accountByEmail } from '../accounts/commands/account-by-email.ts';
import { revokeAllSessions } from '../sessions/commands/revoke-all-sessions.ts';

/**
 * Keeps an account from signing in and from buying, and ends its sessions. Answers whether it was not suspended yet.
 * @throws NOT_FOUND and CONFLICT as `accountByEmail` does.
 */
export async function suspendAccount(em: EntityManager, { email }: { email: string }): Promise<boolean> {
  return transaction(em, async (tx) => {
    const account = await accountByEmail(tx, email);
    if (!account.suspend(new Date())) return false;
    await revokeAllSessions(tx, { accountId: account.id });
    return true;
  });
}
