import { lock } from '@agora/platform/database/advisory-lock';
import { query, transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { UserRolesChanged } from '@agora/schema/events/user';
import type { EntityManager } from '@mikro-orm/postgresql';
import { recordSecurityEvent } from '../accounts/commands/record-security-event.ts';
import { accountOf } from '../accounts/commands/account-of.ts';
import { Profile } from '../profiles/model/profile.ts';
import { rejectWaiting } from '../sellers/commands/decide-verification.ts';
import { revokeAllSessions } from '../sessions/commands/revoke-all-sessions.ts';
import type { RoleChange } from './grant-role.ts';
import { sentences } from './sentences.ts';
import { announceChange } from '../accounts/viewer-feed.ts';

/**
 * Takes a role away, and ends the account's sessions, whose tokens carry it. SELLER stays away until an operator gives it again, and a
 * request to be verified is turned down.
 * @throws NOT_FOUND; CONFLICT where the account lacks the role, for the own ADMIN of whoever asks, for the last one, and for SELLER of
 * a verified seller.
 */
export async function revokeRole(em: EntityManager, { who, role, reason, by }: RoleChange & { readonly by: string }): Promise<void> {
  await transaction(em, async (tx) => {
    // Two administrators who take it from each other at once would leave none.
    if (role === 'ADMIN') await lock(tx, 'administrators');
    const account = await accountOf(tx, who);
    if (!account.roles.includes(role)) throw new Refusal('CONFLICT', sentences.lacksRole, ['role']);
    if (role === 'ADMIN' && account.id === by) throw new Refusal('CONFLICT', sentences.ownAdmin, ['role']);
    if (role === 'ADMIN' && !(await hasOtherAdmin(tx, account.id))) throw new Refusal('CONFLICT', sentences.lastAdmin, ['role']);
    if (role === 'SELLER' && (await isVerifiedSeller(tx, account.id))) throw new Refusal('CONFLICT', sentences.sellsVerified, ['role']);
    account.revoke(role, new Date());
    if (role === 'SELLER') await rejectWaiting(tx, account.id, by);
    await recordSecurityEvent(tx, { kind: 'ROLE_REVOKED', accountId: account.id, role, reason });
    await announceChange(tx, 'ROLES_CHANGED', UserRolesChanged, { userId: account.id, roles: account.roles, reason });
    await revokeAllSessions(tx, { accountId: account.id, isByOperator: true });
  });
}

async function hasOtherAdmin(tx: EntityManager, accountId: string): Promise<boolean> {
  const others = await query(tx, `select from account where roles @> '{ADMIN}' and suspended_at is null and id <> $1 limit 1`, [accountId]);
  return others.length > 0;
}

async function isVerifiedSeller(tx: EntityManager, accountId: string): Promise<boolean> {
  return (await tx.findOneOrFail(Profile, { account: accountId })).isVerifiedSeller;
}
