import { present } from '@agora/platform/reading/batch';
import type { Resolvers } from '../graph/schema.generated.ts';

export const profiles: Resolvers = {
  Query: {
    profiles: (_, args, { loaders }) => loaders.profiles.load(args),
  },

  Profile: {
    __resolveReference: ({ id }, { loaders }) => loaders.profile.load(id),
    user: ({ accountId }, _, { loaders }) => present(loaders.account.load(accountId)),
  },

  User: {
    profile: ({ id }, _, { loaders }) => loaders.profileOf.load(id),
  },
};
