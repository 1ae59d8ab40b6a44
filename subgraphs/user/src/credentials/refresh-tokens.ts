import { createHmac, timingSafeEqual } from 'node:crypto';

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

const FORM = /^(ses_[0-9a-z]{26})\.(\d{1,9})\.([A-Za-z0-9_-]{43})$/;

/**
 * A refresh token is signed, not stored: whoever reads the database learns none, a spent one is known for ours for as
 * long as its session is kept, and the same one can be written again for a repeated request.
 */
export function createRefreshTokens(secret: string, lifetimeSeconds: number): RefreshTokens {
  const signed = (body: string) => `${body}.${createHmac('sha256', secret).update('refresh.').update(body).digest('base64url')}`;
  return {
    lifetimeMs: lifetimeSeconds * 1_000,
    write: ({ sessionId, generation }) => signed(`${sessionId}.${generation}`),
    read(text) {
      const [, sessionId, digits] = FORM.exec(text) ?? [];
      if (!sessionId || !digits) return null;
      const right = Buffer.from(signed(`${sessionId}.${digits}`));
      const given = Buffer.from(text);
      return given.length === right.length && timingSafeEqual(given, right) ? { sessionId, generation: Number(digits) } : null;
    },
  };
}
