import { mayReadPrivate } from '@agora/platform/actor';
import { present } from '@agora/platform/batch';
import { listOne, positionIn } from '@agora/platform/connection';
import { lookUp } from '@agora/platform/look-up';
import { PROFILE, type ProfileRow } from '../loaders.ts';
import type { Resolvers } from './schema.generated.ts';
import { sessionMutations } from './session-mutations.ts';

export const resolvers: Resolvers = {
  ...sessionMutations,

  Query: {
    viewer: (_, __, { actor, loaders }) => (actor ? loaders.account.load(actor.id) : null),

    user: (_, { id, username }, { loaders }) =>
      lookUp({ id, username: username?.toLowerCase() }, { id: loaders.account, username: loaders.accountByUsername }),

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

  User: {
    __resolveReference: ({ id }, { loaders }) => loaders.account.load(id),
    profile: ({ id }, _, { loaders }) => loaders.profileOf.load(id),
    email: ({ id, email }, _, { actor }) => (mayReadPrivate(actor, id) ? email : null),
    roles: ({ id, roles }, _, { actor }) => (mayReadPrivate(actor, id) ? roles : null),
  },

  Profile: {
    __resolveReference: ({ id }, { loaders }) => loaders.profile.load(id),
    user: ({ accountId }, _, { loaders }) => present(loaders.account.load(accountId)),
  },
};
