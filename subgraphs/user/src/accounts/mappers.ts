import type { FeedEvent } from '@agora/platform/live/feed';
import type { ChangedUser } from './changed-user.ts';
import type { AccountRow, ContactRow, PreferencesRow } from './reads.ts';
import type { ViewerChange } from './viewer-feed.ts';

export type User = AccountRow;

export type ViewerEvent = FeedEvent<ViewerChange>;

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
