import type { SignedIn } from './signed-in.ts';

export type SessionCreatePayload = Partial<SignedIn>;

export interface SessionRevokePayload {
  readonly revokedSessionIds?: readonly string[];
}
