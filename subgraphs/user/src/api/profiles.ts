import { present } from '@agora/platform/reading/batch';
import { listOne, positionIn } from '@agora/platform/connection';
import { PROFILE, type ProfileRow } from '../loaders.ts';
import type { Resolvers } from './schema.generated.ts';

export const profiles: Resolvers = {
  Query: {
    profiles: (_, { filter, ...args }, { em, cursors }) =>
      listOne<ProfileRow>({
        em,
        select: PROFILE,
        from: 'profile',
        where: filter?.kind ? ['kind = $1'] : [],
        params: filter?.kind ? [filter.kind] : [],
        order: [
          { sql: 'created_at', type: 'timestamptz', direction: 'DESC' },
          { sql: 'profile.id', type: 'text', direction: 'DESC' },
        ],
        position: positionIn(cursors, 'profiles', 2),
        args,
      }),
  },

  Profile: {
    __resolveReference: ({ id }, { loaders }) => loaders.profile.load(id),
    user: ({ accountId }, _, { loaders }) => present(loaders.account.load(accountId)),
  },
};
