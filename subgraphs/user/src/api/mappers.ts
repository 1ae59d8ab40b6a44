import type { Connection } from '@agora/platform/reading/connection';
import type { SignedIn } from '../commands/signed-in.ts';
import type { AccountRow, ProfileRow } from '../reads.ts';

export type User = AccountRow;

export type Profile = ProfileRow;

export type ProfileConnection = Connection<ProfileRow>;

export type UserRegisterPayload = Partial<SignedIn>;

export type SessionCreatePayload = Partial<SignedIn>;

export interface SessionRevokePayload {
  readonly revokedSessionIds?: readonly string[];
}
