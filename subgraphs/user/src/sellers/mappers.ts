import type { Connection } from '@agora/platform/reading/connection';
import type { ChangedUser } from '../accounts/changed-user.ts';
import type { VerificationRow } from './reads/verifications.ts';

export type SellerVerification = VerificationRow;

export type SellerVerificationConnection = Connection<VerificationRow>;

interface ChangedVerification {
  readonly sellerVerificationId?: string;
}

export type SellerVerificationRequestPayload = ChangedVerification;

export type SellerVerificationWithdrawPayload = ChangedVerification;

export type SellerVerificationApprovePayload = ChangedVerification;

export type SellerVerificationRejectPayload = ChangedVerification;

export type SellerVerificationRevokePayload = ChangedUser;
