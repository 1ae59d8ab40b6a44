import type { SessionTokens } from './tokens/tokens.ts';

/** Who was signed in, and with what. */
export interface SignedIn {
  readonly userId: string;
  readonly session: SessionTokens;
}
