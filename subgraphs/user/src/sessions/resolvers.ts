import { checked } from '@agora/platform/input/input';
import { signedIn } from '@agora/platform/security/actor';
import type { Resolvers } from '../graph/schema.generated.ts';
import { refreshSession } from './commands/refresh-session.ts';
import { revokeAllSessions } from './commands/revoke-all-sessions.ts';
import { revokeSession } from './commands/revoke-session.ts';
import { RefreshInput, RevokeInput } from './inputs.ts';
import { tokensOf, userOf } from './signed-in-fields.ts';

const MAX_NAMED_SESSIONS = 100;

/** How people stay signed in, and leave. */
export const sessions: Resolvers = {
  Mutation: {
    sessionRefresh: async (_, { input }, { em, tokens }) => refreshSession(em, tokens, checked(RefreshInput, input).refreshToken),

    sessionRevoke: async (_, { input }, { em, actor }) => {
      const { sessionId, allSessions } = checked(RevokeInput, input);
      const { id: accountId, sessionId: current } = signedIn(actor);
      if (allSessions) return { revokedSessionIds: await revokeAllSessions(em, { accountId }) };
      return { revokedSessionIds: await revokeSession(em, { accountId, sessionId: sessionId ?? current }) };
    },
  },

  SessionCreatePayload: { user: userOf, session: tokensOf },
  SessionRevokePayload: { revokedSessionIds: ({ revokedSessionIds = [] }) => revokedSessionIds.slice(0, MAX_NAMED_SESSIONS) },
};
