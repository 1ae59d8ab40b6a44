import { seal, unseal } from '@agora/platform/security/seal';
import * as z from 'zod';
import type { Session, Transport } from '../model/session.ts';
import type { AccessTokens, Subject } from './access-tokens.ts';
import type { RefreshToken, RefreshTokens } from './refresh-tokens.ts';

/** What a client gets for a session: plain values, which may be kept, sealed, for a repeat. */
export interface SessionTokens {
  readonly id: string;
  readonly generation: number;
  readonly transport: Transport;
  readonly accessToken: string;
  readonly refreshToken: string;
  /** When the access token ends, RFC 3339. */
  readonly expiresAt: string;
  /** When the session ends unless it is refreshed, RFC 3339. */
  readonly sessionExpiresAt: string;
}

type TokenSession = Pick<Session, 'id' | 'generation' | 'transport' | 'expiresAt'>;

/** Gives out both tokens of a session, and reads the one that comes back here. */
export interface Tokens {
  /** A session that is not used for so long ends: its refresh token does. */
  readonly sessionLifetimeMs: number;
  issue(session: TokenSession, subject: Omit<Subject, 'sessionId' | 'transport'>): Promise<SessionTokens>;
  /** Null when the text is no refresh token of ours. */
  readRefreshToken(text: string): RefreshToken | null;
  /** The access token in what was issued, for whoever has `refreshToken` alone. */
  sealAccess(refreshToken: string, tokens: SessionTokens): string;
  /** What was issued, given again. The refresh token is written anew: it is the same each time. */
  openAccess(refreshToken: string, sealed: string, session: TokenSession): SessionTokens;
}

const Access = z.object({ accessToken: z.string(), expiresAt: z.string() });

export function createTokens(access: AccessTokens, refresh: RefreshTokens): Tokens {
  const factsOf = ({ id, generation, transport, expiresAt }: TokenSession) => {
    const refreshToken = refresh.write({ sessionId: id, generation });
    return { id, generation, transport, refreshToken, sessionExpiresAt: expiresAt.toISOString() };
  };
  return {
    sessionLifetimeMs: refresh.lifetimeMs,
    async issue(session, subject) {
      const { token, expiresAt } = await access.issue({ ...subject, sessionId: session.id, transport: session.transport });
      return { ...factsOf(session), accessToken: token, expiresAt: expiresAt.toISOString() };
    },
    readRefreshToken: (text) => refresh.read(text),
    sealAccess: (refreshToken, { accessToken, expiresAt }) => seal(refreshToken, JSON.stringify({ accessToken, expiresAt })),
    openAccess: (refreshToken, sealed, session) => ({ ...Access.parse(JSON.parse(unseal(refreshToken, sealed))), ...factsOf(session) }),
  };
}
