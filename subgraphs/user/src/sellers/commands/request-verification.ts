import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { newId } from '@agora/platform/ids';
import { VerificationRequested } from '@agora/schema/events/user';
import type { EntityManager } from '@mikro-orm/postgresql';
import { DOCUMENTS, useFiles } from '../../files/use-files.ts';
import { lockProfile } from '../../profiles/commands/lock-profile.ts';
import { type Claim, SellerVerification } from '../model.ts';
import { sentences } from '../sentences.ts';
import { announceChange } from '../../accounts/viewer-feed.ts';

/**
 * Asks to be verified as a seller; answers the request's id.
 * @throws CONFLICT while a request waits, for who is verified or no seller, and before the e-mail is known to be theirs; what `useFiles` throws.
 */
export async function requestVerification(em: EntityManager, accountId: string, claim: Claim): Promise<string> {
  return transaction(em, async (tx) => {
    const profile = await lockProfile(tx, accountId);
    if (profile.isVerifiedSeller) throw new Refusal('CONFLICT', sentences.isVerified);
    if (!profile.account.roles.includes('SELLER')) throw new Refusal('CONFLICT', sentences.notSeller);
    if (!profile.account.emailVerifiedAt) throw new Refusal('CONFLICT', sentences.emailFirst);
    if (await tx.count(SellerVerification, { account: accountId, status: 'PENDING' }))
      throw new Refusal('CONFLICT', sentences.requestWaits);
    const verification = SellerVerification.of(profile.account, newId('svr'), claim, new Date());
    await tx.persist(verification).flush();
    if (claim.documentIds.length > 0) await useDocuments(tx, accountId, verification);
    await announceChange(tx, 'SELLER_VERIFICATION_CHANGED', VerificationRequested, {
      userId: accountId,
      sellerVerificationId: verification.id,
    });
    return verification.id;
  });
}

async function useDocuments(tx: EntityManager, ownerId: string, { id: usedBy, documentIds }: SellerVerification): Promise<void> {
  const files = documentIds.map((id, index) => ({ id, field: ['documentIds', String(index)] }));
  await useFiles(tx, { usedBy, files, ownerId, what: DOCUMENTS });
}
