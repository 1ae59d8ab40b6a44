import type { EntityManager } from '@mikro-orm/postgresql';
import { transaction } from '@agora/platform/database/database';
import { announce } from '@agora/platform/events/event-log';
import { UserRolesChanged } from '@agora/schema/events/user';
import type { Role } from '../model/role.ts';
import { accountByEmail } from './account-by-email.ts';

/** Whether the account did not have the role yet. Its tokens carry the role from their next refresh on. */
export async function grantRole(em: EntityManager, { email, role }: { email: string; role: Role }): Promise<boolean> {
  return transaction(em, async (tx) => {
    const account = await accountByEmail(tx, email);
    if (!account.grant(role)) return false;
    await announce(tx, UserRolesChanged, { userId: account.id, roles: account.roles });
    return true;
  });
}
