import { signText, verifiedText } from '@agora/platform/security/signed-text';

/** Which refresh token of a session: each one that is spent is followed by the next generation. */
export interface RefreshToken {
  readonly sessionId: string;
  readonly generation: number;
}

/** Writes and reads refresh tokens. */
export interface RefreshTokens {
  readonly lifetimeMs: number;
  write(token: RefreshToken): string;
  /** Null when it was not written here. */
  read(text: string): RefreshToken | null;
}

const FORM = /^(ses_[0-9a-z]{26})\.(\d{1,9})$/;

/**
 * A refresh token is signed, not stored: whoever reads the database learns none, a spent one is known for ours for as
 * long as its session is kept, and the same one can be written again for a repeated request.
 */
export function createRefreshTokens(secret: string, lifetimeSeconds: number): RefreshTokens {
  return {
    lifetimeMs: lifetimeSeconds * 1_000,
    write: ({ sessionId, generation }) => signText(secret, 'refresh', `${sessionId}.${generation}`),
    read(text) {
      const [, sessionId, digits] = FORM.exec(verifiedText(secret, 'refresh', text) ?? '') ?? [];
      return sessionId && digits ? { sessionId, generation: Number(digits) } : null;
    },
  };
}
