import type { Actor } from '@agora/platform/security/actor';

/** Who a token speaks for, and until when. */
export interface SignedIn {
  readonly actor: Actor;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}
