import type { AccountRow } from '../accounts/reads.ts';
import type { Context } from '../context.ts';
import type { SignedIn } from './signed-in.ts';
import type { SessionTokens } from './tokens/tokens.ts';

/** The `user` of a payload that signs in. */
export async function userOf(signedIn: Partial<SignedIn>, args: unknown, context: Context): Promise<AccountRow | null> {
  if (signedIn.userId === undefined) return null;
  await tokensOf(signedIn, args, context);
  return context.loaders.account.load(signedIn.userId);
}

/**
 * The `session` of a payload that signs in: whoever has just got it is answered as its owner. A repeat is given the tokens of the
 * first for as long as they are the session's latest; later they would bring back what was spent.
 */
export async function tokensOf({ userId, session }: Partial<SignedIn>, _: unknown, context: Context): Promise<ShownTokens | null> {
  if (userId === undefined || !session) return null;
  const [live, account] = await Promise.all([context.loaders.liveSession.load(session.id), context.loaders.account.load(userId)]);
  if (live?.generation !== session.generation) return null;
  const authTime = Math.floor(Date.parse(live.authenticatedAt) / 1000);
  if (context.sessionOfCookies === undefined) context.sessionOfCookies = context.actor?.sessionId ?? null;
  if (account) context.actor = { id: account.id, roles: account.roles, sessionId: session.id, authTime };
  if (session.transport === 'BEARER') return session;
  const { accessToken, refreshToken, sessionExpiresAt, ...shown } = session;
  context.sessionTokens = { accessToken, refreshToken, sessionExpiresAt };
  context.sessionOfCookies = session.id;
  return { ...shown, sessionExpiresAt, accessToken: null, refreshToken: null };
}

/** Without what travels in cookies. */
interface ShownTokens extends Omit<SessionTokens, 'accessToken' | 'refreshToken'> {
  readonly accessToken: string | null;
  readonly refreshToken: string | null;
}

interface Ended {
  readonly revokedSessionIds?: readonly string[];
}

/**
 * What a payload says of the session of whoever asks, whichever of its fields are selected: one that was begun has its cookies set,
 * one that has ended has them taken away.
 */
export async function noteSession(payload: Ended & Partial<SignedIn>, context: Context): Promise<void> {
  await tokensOf(payload, {}, context);
  const { sessionOfCookies = context.actor?.sessionId } = context;
  if (sessionOfCookies && payload.revokedSessionIds?.includes(sessionOfCookies)) context.sessionTokens = null;
}
