import { Refusal } from '@agora/platform/errors';
import { checked } from '@agora/platform/input/input';
import { isAdmin, mayReadPrivate, signedIn } from '@agora/platform/security/actor';
import type { Context } from '../context.ts';
import type { Resolvers } from '../graph/schema.generated.ts';
import { refreshSession } from './commands/refresh-session.ts';
import { revokeAllSessions } from './commands/revoke-all-sessions.ts';
import { revokeSession } from './commands/revoke-session.ts';
import { revokeSessionsOf } from './commands/revoke-sessions-of.ts';
import { deviceOf, labelOf } from './device.ts';
import { RefreshInput, RevokeInput } from './inputs.ts';
import { namedSessions } from './named-sessions.ts';
import { sentences } from './sentences.ts';
import { tokensOf, userOf } from './signed-in-fields.ts';

/** How people stay signed in, and leave. */
export const sessions: Resolvers = {
  Mutation: {
    sessionRefresh: async (_, { input }, context) => {
      const { em, ip, userAgent, tokens } = context;
      const transport = input.refreshToken == null && context.refreshToken !== null ? 'COOKIE' : 'BEARER';
      try {
        const { refreshToken } = checked(RefreshInput, transport === 'COOKIE' ? { refreshToken: context.refreshToken || null } : input);
        return await refreshSession(em, tokens, { refreshToken, transport, client: { ip, userAgent } });
      } catch (error) {
        if (transport === 'COOKIE' && error instanceof Refusal && !(await isAlive(context))) context.sessionTokens = null;
        throw error;
      }
    },

    sessionRevoke: async (_, { input }, { em, actor }) => {
      const { userId, sessionId, allSessions, otherSessions } = checked(RevokeInput, input);
      const { id: accountId, sessionId: current } = signedIn(actor);
      if (userId != null && userId !== accountId) {
        if (!isAdmin(actor)) throw new Refusal('FORBIDDEN', sentences.notTheirs, ['userId']);
        const which = allSessions || otherSessions ? 'ALL' : (sessionId ?? null);
        return { revokedSessionIds: await revokeSessionsOf(em, userId, which) };
      }
      if (allSessions) return { revokedSessionIds: await revokeAllSessions(em, { accountId }) };
      if (otherSessions) return { revokedSessionIds: await revokeAllSessions(em, { accountId, keptId: current }) };
      return { revokedSessionIds: await revokeSession(em, { accountId, sessionId: sessionId ?? current, currentId: current }) };
    },
  },

  User: {
    sessions: ({ id }, args, { actor, loaders }) => (actor?.id === id ? loaders.sessionsOf.load(id, args) : null),
    lastSignedInAt: ({ id, lastSignedInAt }, _, { actor }) => (mayReadPrivate(actor, id) ? lastSignedInAt : null),
  },

  DeviceSession: {
    device: ({ userAgent }) => deviceOf(userAgent),
    place: ({ ipAddress }, _, { places, language }) => places.of(ipAddress, language),
    isCurrent: ({ id }, _, { actor }) => id === actor?.sessionId,
  },

  Device: {
    label: (device, _, { language }) => labelOf(device)[language],
  },

  SessionCreatePayload: { user: userOf, session: tokensOf, isNewAccount: ({ isNewAccount }) => isNewAccount ?? false },
  SessionRevokePayload: { revokedSessionIds: ({ revokedSessionIds }) => namedSessions(revokedSessionIds) },
};

/** Whether the session of the cookies has newer ones, which this browser may have been sent meanwhile: another tab has proved who is there. */
async function isAlive({ refreshToken, tokens, loaders }: Context): Promise<boolean> {
  const spent = tokens.readRefreshToken(refreshToken ?? '');
  const live = spent && (await loaders.liveSession.load(spent.sessionId));
  return live?.transport === 'COOKIE';
}
