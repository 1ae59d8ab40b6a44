import { mayReadPrivate } from '@agora/platform/actor';
import type { Resolvers } from './schema.generated.ts';

export const users: Resolvers = {
  User: {
    __resolveReference: ({ id }) => ({ id }),
    notifications: ({ id }, { filter, ...args }, { actor, loaders }) =>
      mayReadPrivate(actor, id) ? loaders.notificationsOf(id, { ...args, isRead: filter?.isRead, kinds: filter?.kinds }).load(id) : null,
    unreadNotificationCount: ({ id }, _, { actor, loaders }) => (mayReadPrivate(actor, id) ? loaders.unreadCountOf.load(id) : null),
  },
};
