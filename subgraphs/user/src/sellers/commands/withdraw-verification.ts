import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { VerificationWithdrawn } from '@agora/schema/events/user';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sentences } from '../sentences.ts';
import { lockVerification } from './lock-verification.ts';
import { announceChange } from '../../accounts/viewer-feed.ts';

/**
 * Takes the own request back.
 * @throws NOT_FOUND; CONFLICT where it is decided.
 */
export async function withdrawVerification(em: EntityManager, accountId: string, id: string): Promise<void> {
  await transaction(em, async (tx) => {
    const { verification } = await lockVerification(tx, id, accountId);
    if (!verification.withdraw()) throw new Refusal('CONFLICT', sentences.isDecided);
    await announceChange(tx, 'SELLER_VERIFICATION_CHANGED', VerificationWithdrawn, { userId: accountId, sellerVerificationId: id });
  });
}
