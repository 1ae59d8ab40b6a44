import type { AccessTokens, Subject } from './access-tokens.ts';
import type { RefreshToken, RefreshTokens } from './refresh-tokens.ts';

/** What a client gets for a session. */
export interface SessionTokens {
  readonly id: string;
  readonly accessToken: string;
  readonly refreshToken: string;
  /** When the access token ends. */
  readonly expiresAt: Date;
}

/** Gives out both tokens of a session, and reads the one that comes back here. */
export interface Tokens {
  issue(subject: Subject, generation: number): Promise<SessionTokens>;
  /** Null when the text is no refresh token of ours. */
  readRefreshToken(text: string): RefreshToken | null;
}

export function createTokens(access: AccessTokens, refresh: RefreshTokens): Tokens {
  return {
    async issue(subject, generation) {
      const { token, expiresAt } = await access.issue(subject);
      const { sessionId } = subject;
      return { id: sessionId, accessToken: token, refreshToken: refresh.write({ sessionId, generation }), expiresAt };
    },
    readRefreshToken: (text) => refresh.read(text),
  };
}
