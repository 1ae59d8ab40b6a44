import { lookUp } from '@agora/platform/reading/look-up';
import { mayReadPrivate } from '@agora/platform/security/actor';
import type { Resolvers } from '../graph/schema.generated.ts';

export const accounts: Resolvers = {
  Query: {
    viewer: (_, __, { actor, loaders }) => (actor ? loaders.account.load(actor.id) : null),

    user: (_, { id, username }, { loaders }) =>
      lookUp({ id, username: username?.toLowerCase() }, { id: loaders.account, username: loaders.accountByUsername }),
  },

  User: {
    __resolveReference: ({ id }, { loaders }) => loaders.account.load(id),
    email: ({ id, email }, _, { actor }) => (mayReadPrivate(actor, id) ? email : null),
    roles: ({ id, roles }, _, { actor }) => (mayReadPrivate(actor, id) ? roles : null),
  },
};
