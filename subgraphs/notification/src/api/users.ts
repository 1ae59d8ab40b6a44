import { mayReadPrivate } from '@agora/platform/security/actor';
import type { Resolvers } from '../graph/schema.generated.ts';

export const users: Resolvers = {
  User: {
    __resolveReference: ({ id }) => ({ id }),
    notifications: ({ id }, args, { actor, loaders }) => (mayReadPrivate(actor, id) ? loaders.notificationsOf.load(id, args) : null),
    unreadNotificationCount: async ({ id }, _, { actor, loaders }) =>
      mayReadPrivate(actor, id) ? ((await loaders.recipient.load(id))?.unreadCount ?? 0) : null,
  },
};
