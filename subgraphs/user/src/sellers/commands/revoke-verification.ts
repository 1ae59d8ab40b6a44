import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { SellerUnverified } from '@agora/schema/events/user';
import type { EntityManager } from '@mikro-orm/postgresql';
import { recordSecurityEvent } from '../../accounts/commands/record-security-event.ts';
import { accountOf } from '../../accounts/commands/account-of.ts';
import { lockProfile } from '../../profiles/commands/lock-profile.ts';
import { type Rejection, SellerVerification } from '../model.ts';
import { sentences } from '../sentences.ts';
import { announceChange } from '../../accounts/viewer-feed.ts';

/**
 * Takes the verification of a seller away, and the approval of the request that it came from where there was one.
 * @throws NOT_FOUND; CONFLICT for who is not verified.
 */
export async function revokeVerification(
  em: EntityManager,
  { userId, by, rejection }: { readonly userId: string; readonly by: string; readonly rejection: Rejection },
): Promise<void> {
  await transaction(em, async (tx) => {
    await accountOf(tx, { userId });
    const profile = await lockProfile(tx, userId);
    if (!profile.unverify()) throw new Refusal('CONFLICT', sentences.notVerified, ['userId']);
    const approved = await tx.findOne(SellerVerification, { account: userId, status: 'APPROVED' }, { orderBy: { submittedAt: 'desc' } });
    approved?.revoke(rejection, by, new Date());
    const reason = rejection.message ?? undefined;
    await recordSecurityEvent(tx, { kind: 'SELLER_VERIFICATION_REVOKED', accountId: userId, reason });
    await announceChange(tx, 'SELLER_VERIFICATION_CHANGED', SellerUnverified, { userId, ...rejection });
  });
}
