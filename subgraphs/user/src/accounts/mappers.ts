import type { ChangedUser } from './changed-user.ts';
import type { AccountRow, ContactRow, PreferencesRow } from './reads.ts';

export type User = AccountRow;

export type UserContact = ContactRow;

export type UserPreferences = PreferencesRow;

export type UserUpdatePayload = ChangedUser;

export type UserContactUpdatePayload = ChangedUser;

export type UserPreferencesUpdatePayload = ChangedUser;
export interface UserEmailVerifyPayload {
  readonly userId?: string;
}

export interface UserEmailVerificationResendPayload {
  readonly nextAllowedAt?: string;
}
