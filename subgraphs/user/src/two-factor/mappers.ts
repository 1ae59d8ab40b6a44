import type { ChangedUser } from '../accounts/changed-user.ts';

export interface TwoFactor {
  readonly userId: string;
  readonly enabledAt: string | null;
}

export interface TwoFactorSetupStartPayload {
  readonly secret?: string;
  readonly otpauthUri?: string;
  readonly expiresAt?: string;
}

interface WithRecoveryCodes extends ChangedUser {
  readonly recoveryCodes?: readonly string[];
}

export type TwoFactorSetupConfirmPayload = WithRecoveryCodes;

export type TwoFactorDisablePayload = ChangedUser;

export type TwoFactorRecoveryCodesRenewPayload = WithRecoveryCodes;

export type TwoFactorResetPayload = ChangedUser;
