import { transaction } from '@agora/platform/database/database';
import { announce } from '@agora/platform/events/event-log';
import { SellerVerified, UserRolesChanged } from '@agora/schema/events/user';
import type { EntityManager } from '@mikro-orm/postgresql';
import { accountByEmail } from '../accounts/commands/account-by-email.ts';
import { Profile } from '../profiles/model/profile.ts';

/**
 * Lets an account publish products, and makes it a seller where it is none; its e-mail counts as proved too. Answers whether it
 * was not verified yet.
 * @throws NOT_FOUND and CONFLICT as `accountByEmail` does.
 */
export async function verifySeller(em: EntityManager, { email }: { email: string }): Promise<boolean> {
  return transaction(em, async (tx) => {
    const account = await accountByEmail(tx, email);
    account.verifyEmail(new Date());
    if (account.grant('SELLER')) await announce(tx, UserRolesChanged, { userId: account.id, roles: account.roles });
    const profile = await tx.findOneOrFail(Profile, { account });
    if (!profile.verify()) return false;
    await announce(tx, SellerVerified, { userId: account.id });
    return true;
  });
}
