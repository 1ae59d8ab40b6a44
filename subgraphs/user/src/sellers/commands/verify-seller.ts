import { transaction } from '@agora/platform/database/database';
import { SellerVerified, UserRolesChanged } from '@agora/schema/events/user';
import type { EntityManager } from '@mikro-orm/postgresql';
import { recordSecurityEvent } from '../../accounts/commands/record-security-event.ts';
import { accountByEmail } from '../../accounts/commands/account-by-email.ts';
import { lockProfile } from '../../profiles/commands/lock-profile.ts';
import type { Profile } from '../../profiles/model/profile.ts';
import { SellerVerification } from '../model.ts';
import { announceChange } from '../../accounts/viewer-feed.ts';

/**
 * Lets an account publish products without asking further, and makes it a seller where it is none; its e-mail counts as proved too, and
 * a request that waits is approved. Answers whether it was not verified yet.
 * @throws NOT_FOUND and CONFLICT as `accountByEmail` does.
 */
export async function verifySeller(em: EntityManager, { email }: { email: string }): Promise<boolean> {
  return transaction(em, async (tx) => {
    const account = await accountByEmail(tx, email);
    account.verifyEmail(new Date());
    const waiting = await tx.findOne(SellerVerification, { account, status: 'PENDING' });
    waiting?.approve(null, new Date());
    return makeVerified(tx, await lockProfile(tx, account.id));
  });
}

/** Whether it was not verified yet. */
export async function makeVerified(tx: EntityManager, profile: Profile): Promise<boolean> {
  const { account } = profile;
  if (account.grant('SELLER', new Date()))
    await announceChange(tx, 'ROLES_CHANGED', UserRolesChanged, { userId: account.id, roles: account.roles });
  if (!profile.verify(new Date())) return false;
  await recordSecurityEvent(tx, { kind: 'SELLER_VERIFIED', accountId: account.id });
  await announceChange(tx, 'SELLER_VERIFICATION_CHANGED', SellerVerified, { userId: account.id, storeName: account.displayName });
  return true;
}
