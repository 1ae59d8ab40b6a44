import { transaction } from '@agora/platform/database/database';
import { UserRolesChanged } from '@agora/schema/events/user';
import type { EntityManager } from '@mikro-orm/postgresql';
import { recordSecurityEvent } from '../accounts/commands/record-security-event.ts';
import { accountOf, type Who } from '../accounts/commands/account-of.ts';
import type { Role } from '../accounts/model/role.ts';
import { announceChange } from '../accounts/viewer-feed.ts';

export interface RoleChange {
  readonly who: Who;
  readonly role: Role;
  /** For the audit trail; at a shell nobody asks for it. */
  readonly reason?: string;
}

/**
 * Grants a role, which the account's tokens carry from their next refresh on. Answers whether it did not have the role yet.
 * @throws NOT_FOUND and CONFLICT as `accountOf` does.
 */
export async function grantRole(em: EntityManager, { who, role, reason }: RoleChange): Promise<boolean> {
  return transaction(em, async (tx) => {
    const account = await accountOf(tx, who);
    if (!account.grant(role, new Date())) return false;
    await recordSecurityEvent(tx, { kind: 'ROLE_GRANTED', accountId: account.id, role, reason });
    await announceChange(tx, 'ROLES_CHANGED', UserRolesChanged, { userId: account.id, roles: account.roles, reason });
    return true;
  });
}
