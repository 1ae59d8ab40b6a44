import { transaction } from '@agora/platform/database/database';
import { Refusal } from '@agora/platform/errors';
import { announce } from '@agora/platform/events/event-log';
import { demandVersion } from '@agora/platform/input/expected-version';
import { VerificationRejected } from '@agora/schema/events/user';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Rejection } from '../model.ts';
import { sentences } from '../sentences.ts';
import { lockVerification } from './lock-verification.ts';
import { makeVerified } from './verify-seller.ts';

export interface Decision {
  readonly id: string;
  readonly by: string;
  readonly expectedVersion: number | null;
}

/**
 * Verifies who asks.
 * @throws NOT_FOUND, VERSION_MISMATCH; CONFLICT where it is decided.
 */
export async function approveVerification(em: EntityManager, { id, by, expectedVersion }: Decision): Promise<void> {
  await transaction(em, async (tx) => {
    const { verification, profile } = await lockVerification(tx, id);
    demandVersion(verification, expectedVersion);
    if (!verification.approve(by, new Date())) throw new Refusal('CONFLICT', sentences.isDecided);
    await makeVerified(tx, profile);
  });
}

/**
 * Turns a request down.
 * @throws NOT_FOUND, VERSION_MISMATCH; CONFLICT where it is decided.
 */
export async function rejectVerification(
  em: EntityManager,
  { id, by, expectedVersion, rejection }: Decision & { readonly rejection: Rejection },
): Promise<void> {
  await transaction(em, async (tx) => {
    const { verification, profile } = await lockVerification(tx, id);
    demandVersion(verification, expectedVersion);
    if (!verification.reject(rejection, by, new Date())) throw new Refusal('CONFLICT', sentences.isDecided);
    await announce(tx, VerificationRejected, { userId: profile.account.id, sellerVerificationId: id, ...rejection });
  });
}
