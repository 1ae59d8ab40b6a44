import { checked } from '@agora/platform/input/input';
import { isAdmin, mayReadPrivate } from '@agora/platform/security/actor';
import type { Resolvers } from '../graph/schema.generated.ts';
import { deviceOf } from '../sessions/device.ts';
import { SecurityEventFilter } from './reads/security-event-filter.ts';

/** What happened to the safety of accounts. */
export const securityEvents: Resolvers = {
  Query: {
    securityEvents: (_, { filter, ...page }, { loaders }) =>
      loaders.securityEvents.load({ ...page, filter: checked(SecurityEventFilter, filter ?? {}) }),
  },

  User: {
    securityEvents: ({ id }, { filter, ...page }, { actor, loaders }) => {
      if (!mayReadPrivate(actor, id)) return null;
      return loaders.securityEventsOf.load(id, { ...page, filter: { ...checked(SecurityEventFilter, filter ?? {}), userId: null } });
    },
  },

  SecurityEvent: {
    user: ({ accountId }, _, { loaders }) => (accountId === null ? null : loaders.account.load(accountId)),
    isByAdministrator: ({ isByOperator }) => isByOperator,
    actor: ({ actorId }, _, { actor, loaders }) => (actorId !== null && isAdmin(actor) ? loaders.account.load(actorId) : null),
    email: ({ email }, _, { actor }) => (isAdmin(actor) ? email : null),
    device: ({ userAgent }) => (userAgent === null ? null : deviceOf(userAgent)),
    place: ({ ipAddress }, _, { places, language }) => places.of(ipAddress, language),
  },
};
