import type { SessionTokens } from './tokens/tokens.ts';

/** Who was signed in, and with what. */
export interface SignedIn {
  readonly userId: string;
  readonly session: SessionTokens;
  /** Whether the account was made by it; where a provider vouches, that may be. */
  readonly isNewAccount?: boolean;
}

/** What is asked for before anybody is signed in; plain values, which may be kept, sealed, for a repeat. */
export interface Challenged {
  readonly challenge: {
    readonly token: string;
    readonly methods: readonly ('TOTP' | 'RECOVERY_CODE')[];
    readonly attemptsLeft: number;
    /** RFC 3339. */
    readonly expiresAt: string;
  };
}
