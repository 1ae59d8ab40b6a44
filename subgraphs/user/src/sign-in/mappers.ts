import type { SignedIn } from '../sessions/signed-in.ts';

export type UserRegisterPayload = Partial<SignedIn>;

export interface UserPasswordChangePayload {
  readonly userId?: string;
  readonly revokedSessionIds?: readonly string[];
}
