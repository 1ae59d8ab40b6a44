import type { Actor } from '@agora/platform/security/actor';

/** How the tokens of a session travel: in answers and the header `authorization`, or in cookies. */
export type Transport = 'BEARER' | 'COOKIE';

/** Who a token speaks for, and until when. */
export interface SignedIn {
  readonly actor: Actor;
  /** A token is good for no other than its own. */
  readonly transport: Transport;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}
