import { ROLES } from '@agora/platform/security/actor';
import { GraphQLError } from 'graphql';
import { errors, type JWTPayload, jwtVerify } from 'jose';
import * as z from 'zod';
import type { Keys, KeySet } from './keys.ts';
import type { EndedSessions } from './ended-sessions.ts';
import type { SignedIn, Transport } from './signed-in.ts';
import { TOKEN_OWNER } from './token-owner.ts';
import { VerifiedTokens } from './verified-tokens.ts';

/**
 * The subject of an access token (a JWT, https://www.rfc-editor.org/rfc/rfc7519) that has come by this transport, BEARER where absent;
 * null for a guest, who has none. Refuses every other token with UNAUTHENTICATED, which is also HTTP 401. Answers at once where the
 * token was checked a moment ago.
 */
export type Authenticate = (authorization: string | undefined, transport?: Transport) => SignedIn | null | Promise<SignedIn | null>;

/** Where there are no tokens, everybody is a guest. */
export const everybodyIsAGuest: Authenticate = () => null;

const ISSUER = 'agora';

/** Seconds since 1970 to the end of the year 9999: no clock goes further. */
const LAST_SECOND = 253_402_300_799;

const Claims = z.object({
  sub: z.string().min(1),
  sid: z.string().min(1),
  roles: z.array(z.enum(ROLES)),
  auth_time: z.int(),
  exp: z.number().max(LAST_SECOND),
  transport: z.enum(['BEARER', 'COOKIE']).default('BEARER'),
});

/** Our tokens have some 300 characters. */
const MAX_TOKEN_LENGTH = 4_096;

/** `cacheBytes`: for the tokens that were checked a moment ago. */
export function createAuthenticate(keys: Keys, ended: Pick<EndedSessions, 'has'>, cacheBytes: number): Authenticate {
  const verified = new VerifiedTokens(cacheBytes);
  const check = async (authorization: string, transport: Transport): Promise<SignedIn> => {
    const token = tokenIn(authorization);
    const usual = `Bearer ${token}`;
    const known = verified.get(usual);
    const signedIn = known ?? (await signedInWith(token, keys));
    if (signedIn.transport !== transport) throw unauthenticated('TOKEN_INVALID');
    if (ended.has(signedIn.actor.sessionId)) throw unauthenticated('SESSION_ENDED');
    if (!known) verified.keep(usual, signedIn);
    return signedIn;
  };
  return (authorization, transport = 'BEARER') => {
    if (authorization === undefined || authorization === '') return null;
    const known = verified.get(authorization);
    return known && known.transport === transport && !ended.has(known.actor.sessionId) ? known : check(authorization, transport);
  };
}

/** Without the scheme and the spaces around it, so that one token is one token however it is written. */
function tokenIn(authorization: string): string {
  const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
  if (!token || token.length > MAX_TOKEN_LENGTH) throw unauthenticated('TOKEN_INVALID');
  return token;
}

async function signedInWith(token: string, keys: Keys): Promise<SignedIn> {
  const claims = Claims.safeParse(await verify(token, keys));
  if (!claims.success) throw unauthenticated('TOKEN_INVALID');
  const { sub, sid, roles, auth_time: authTime, exp, transport } = claims.data;
  return { actor: { id: sub, roles, sessionId: sid, authTime }, transport, expiresAt: exp * 1000 };
}

async function verify(token: string, keys: Keys): Promise<JWTPayload> {
  const known = await keys.current().catch(() => {
    throw new GraphQLError('Tokens cannot be checked at the moment.', {
      extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: TOKEN_OWNER, http: { status: 503 } },
    });
  });
  try {
    return await verifyWith(token, known);
  } catch (error) {
    const fresh = error instanceof errors.JWKSNoMatchingKey ? await keys.refreshed() : null;
    if (!fresh) throw refusal(error);
    return verifyWith(token, fresh).catch((again: unknown) => {
      throw refusal(again);
    });
  }
}

async function verifyWith(token: string, keys: KeySet): Promise<JWTPayload> {
  const { payload } = await jwtVerify(token, keys.lookUp, {
    algorithms: ['EdDSA', 'Ed25519'],
    issuer: ISSUER,
    audience: ISSUER,
  });
  return payload;
}

function refusal(error: unknown): unknown {
  if (error instanceof errors.JWTExpired) return unauthenticated('TOKEN_EXPIRED');
  return error instanceof errors.JOSEError || error instanceof TypeError ? unauthenticated('TOKEN_INVALID') : error;
}

const SENTENCES = {
  TOKEN_EXPIRED: 'The token has expired. Refresh the session, or sign in again.',
  TOKEN_INVALID: 'This is not a token of ours.',
  SESSION_ENDED: 'This session has ended. Sign in again.',
};

function unauthenticated(reason: keyof typeof SENTENCES): GraphQLError {
  return new GraphQLError(SENTENCES[reason], { extensions: { code: 'UNAUTHENTICATED', reason, http: { status: 401 } } });
}
