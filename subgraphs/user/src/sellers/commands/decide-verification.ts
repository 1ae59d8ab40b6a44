import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { demandVersion } from '@agora/platform/input/expected-version';
import { VerificationRejected } from '@agora/schema/events/user';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { recordSecurityEvent } from '../../accounts/commands/record-security-event.ts';
import type { Profile } from '../../profiles/model/profile.ts';
import { type Rejection, SellerVerification } from '../model.ts';
import { sentences } from '../sentences.ts';
import { lockVerification } from './lock-verification.ts';
import { makeVerified } from './verify-seller.ts';
import { announceChange } from '../../accounts/viewer-feed.ts';

export interface Decision {
  readonly id: string;
  readonly by: string;
  readonly expectedVersion: number | null;
}

/**
 * Verifies who asks.
 * @throws NOT_FOUND, VERSION_MISMATCH; FORBIDDEN for who asks; CONFLICT where it is decided, and for who is no seller any more.
 */
export async function approveVerification(em: EntityManager, decision: Decision): Promise<void> {
  await transaction(em, async (tx) => {
    const { verification, profile } = await lockForDecision(tx, decision);
    if (!verification.approve(decision.by, new Date())) throw new Refusal('CONFLICT', sentences.isDecided);
    if (!profile.account.roles.includes('SELLER')) throw new Refusal('CONFLICT', sentences.notSeller);
    await makeVerified(tx, profile);
  });
}

/**
 * Turns a request down.
 * @throws NOT_FOUND, VERSION_MISMATCH; FORBIDDEN for who asks; CONFLICT where it is decided.
 */
export async function rejectVerification(
  em: EntityManager,
  { rejection, ...decision }: Decision & { readonly rejection: Rejection },
): Promise<void> {
  await transaction(em, async (tx) => {
    const { verification } = await lockForDecision(tx, decision);
    if (!(await reject(tx, verification, rejection, decision.by))) throw new Refusal('CONFLICT', sentences.isDecided);
  });
}

/** Turns down what waits of somebody who may not sell any more; their account is locked already. */
export async function rejectWaiting(tx: EntityManager, accountId: string, by: string): Promise<void> {
  const waiting = await tx.findOne(SellerVerification, { account: accountId, status: 'PENDING' }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (waiting) await reject(tx, waiting, { reason: 'NOT_ELIGIBLE', message: null }, by);
}

async function lockForDecision(
  tx: EntityManager,
  { id, by, expectedVersion }: Decision,
): Promise<{ verification: SellerVerification; profile: Profile }> {
  const locked = await lockVerification(tx, id);
  if (locked.profile.account.id === by) throw new Refusal('FORBIDDEN', sentences.ownRequest, ['sellerVerificationId']);
  demandVersion(locked.verification, expectedVersion);
  return locked;
}

/** Whether it was waiting. */
async function reject(tx: EntityManager, verification: SellerVerification, rejection: Rejection, by: string): Promise<boolean> {
  if (!verification.reject(rejection, by, new Date())) return false;
  const { id: sellerVerificationId, account } = verification;
  const reason = rejection.message ?? undefined;
  await recordSecurityEvent(tx, { kind: 'SELLER_VERIFICATION_REJECTED', accountId: account.id, reason });
  await announceChange(tx, 'SELLER_VERIFICATION_CHANGED', VerificationRejected, { userId: account.id, sellerVerificationId, ...rejection });
  return true;
}
