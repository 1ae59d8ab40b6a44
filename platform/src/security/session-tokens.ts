import * as z from 'zod';

/** The HTTP header with which the gateway sends the owner of sessions the refresh token of a cookie; empty where there is none. */
export const REFRESH_TOKEN_HEADER = 'agora-refresh-token';

/** The extension of an answer that hands the gateway the tokens of a session that its client never sees. */
export const SESSION_TOKENS = 'session-tokens';

/** Tokens that travel beside the answer to an operation. */
export const SessionTokens = z.object({
  accessToken: z.string(),
  refreshToken: z.string(),
  /** When the session ends unless it is refreshed, RFC 3339. */
  sessionExpiresAt: z.iso.datetime(),
});
export type SessionTokens = Readonly<z.output<typeof SessionTokens>>;
