import type { SignedIn } from '../sessions/signed-in.ts';

export type UserRegisterPayload = Partial<SignedIn>;

export interface UserPasswordResetRequestPayload {
  readonly isAccepted?: boolean;
}

export interface UserPasswordResetPayload {
  readonly isReset?: boolean;
}

export interface UserEmailChangeRequestPayload {
  readonly userId?: string;
  readonly expiresAt?: string;
}

export interface UserEmailChangeConfirmPayload {
  readonly userId?: string;
}

export interface UserEmailChangeCancelPayload {
  readonly userId?: string;
}

export interface UserPasswordChangePayload {
  readonly userId?: string;
  readonly revokedSessionIds?: readonly string[];
}
