import type { Resolvers } from '../graph/schema.generated.ts';

export const recipients: Resolvers = {
  User: {
    __resolveReference: ({ id }) => ({ id }),
    unreadNotificationCount: async ({ id }, _, { actor, loaders }) =>
      actor?.id === id ? ((await loaders.recipient.load(id))?.unreadCount ?? 0) : null,
  },
};
