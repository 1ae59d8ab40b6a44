import { transaction } from '@agora/platform/database/database';
import { announce } from '@agora/platform/events/event-log';
import { UserRolesChanged } from '@agora/schema/events/user';
import type { EntityManager } from '@mikro-orm/postgresql';
import { accountByEmail } from '../accounts/commands/account-by-email.ts';
import type { Role } from '../accounts/model/role.ts';

/**
 * Grants a role, which the account's tokens carry from their next refresh on. Answers whether it did not have the role yet.
 * @throws NOT_FOUND and CONFLICT as `accountByEmail` does.
 */
export async function grantRole(em: EntityManager, { email, role }: { email: string; role: Role }): Promise<boolean> {
  return transaction(em, async (tx) => {
    const account = await accountByEmail(tx, email);
    if (!account.grant(role)) return false;
    await announce(tx, UserRolesChanged, { userId: account.id, roles: account.roles });
    return true;
  });
}
