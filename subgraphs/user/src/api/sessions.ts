import { signedIn } from '@agora/platform/security/actor';
import { checked } from '@agora/platform/input/input';
import { createSession } from '../commands/create-session.ts';
import { refreshSession } from '../commands/refresh-session.ts';
import { registerUser } from '../commands/register-user.ts';
import { revokeAllSessions } from '../commands/revoke-all-sessions.ts';
import { revokeSession } from '../commands/revoke-session.ts';
import type { SignedIn } from '../commands/signed-in.ts';
import type { Context } from '../context.ts';
import type { SessionTokens } from '../credentials/tokens.ts';
import { RefreshInput, RegisterInput, RevokeInput, SignInInput } from './inputs.ts';
import type { AccountRow } from '../reads.ts';
import type { Resolvers } from '../graph/schema.generated.ts';

const LOCALE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/;
const DEFAULT_LOCALE = 'en';
const MOST_NAMED_SESSIONS = 100;

/** How people come in and leave. */
export const sessions: Resolvers = {
  Mutation: {
    userRegister: async (_, { input }, { em, ip, languages, limits, tokens }) => {
      const { profileKind, username, ...registration } = checked(RegisterInput, input);
      limits.registration({ ip });
      return registerUser(em, tokens, {
        ...registration,
        username: username ?? null,
        locale: registration.locale ?? usableLocale(languages),
        kind: profileKind ?? 'CONSUMER',
      });
    },

    sessionCreate: async (_, { input }, { em, ip, limits, tokens }) => {
      const { email, password } = checked(SignInInput, input);
      limits.signIn({ ip, email });
      return createSession(em, tokens, { email, password });
    },

    sessionRefresh: async (_, { input }, { em, tokens }) => refreshSession(em, tokens, checked(RefreshInput, input).refreshToken),

    sessionRevoke: async (_, { input }, { em, actor }) => {
      const { sessionId, allSessions } = checked(RevokeInput, input);
      const { id: accountId, sessionId: current } = signedIn(actor);
      if (allSessions) return { revokedSessionIds: await revokeAllSessions(em, { accountId }) };
      return { revokedSessionIds: await revokeSession(em, { accountId, sessionId: sessionId ?? current }) };
    },
  },

  UserRegisterPayload: { user: userOf, session: tokensOf },
  SessionCreatePayload: { user: userOf, session: tokensOf },
  SessionRevokePayload: { revokedSessionIds: ({ revokedSessionIds = [] }) => revokedSessionIds.slice(0, MOST_NAMED_SESSIONS) },
};

function usableLocale(languages: readonly string[]): string {
  return languages.find((tag) => LOCALE.test(tag)) ?? DEFAULT_LOCALE;
}

async function userOf(signedIn: Partial<SignedIn>, args: unknown, context: Context): Promise<AccountRow | null> {
  if (signedIn.userId === undefined) return null;
  await tokensOf(signedIn, args, context);
  return context.loaders.account.load(signedIn.userId);
}

/**
 * Whoever has just got a session is answered as its owner. What a repeat is answered with is given as long as it is the session's
 * latest: later it would bring back what was spent.
 */
async function tokensOf({ userId, session }: Partial<SignedIn>, _: unknown, context: Context): Promise<SessionTokens | null> {
  if (userId === undefined || !session) return null;
  const [live, account] = await Promise.all([context.loaders.liveSession.load(session.id), context.loaders.account.load(userId)]);
  if (live?.generation !== session.generation) return null;
  if (account) context.actor = { id: account.id, roles: account.roles, sessionId: session.id };
  return session;
}
