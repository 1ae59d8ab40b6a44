import { Refusal } from '@agora/platform/errors';
import { checked } from '@agora/platform/input/input';
import { type Actor, isAdmin, isModerator, mayReadPrivate, recentlyAuthenticated, signedIn } from '@agora/platform/security/actor';
import { changedUser } from '../accounts/changed-user.ts';
import type { Resolvers } from '../graph/schema.generated.ts';
import { grantRole } from './grant-role.ts';
import { RestoreInput, RoleInput, SuspendInput } from './inputs.ts';
import { PeopleFilter } from './reads/people-filter.ts';
import { restoreAccount } from './restore-account.ts';
import { revokeRole } from './revoke-role.ts';
import { sentences } from './sentences.ts';
import { suspendAccount } from './suspend-account.ts';

/** What admins do with people; moderators find them. */
export const people: Resolvers = {
  Query: {
    users: (_, { filter, sort, ...page }, { actor, loaders }) => {
      if (!isAdmin(actor)) {
        if (filter?.roles) throw new Refusal('FORBIDDEN', sentences.rolesUnseen, ['filter', 'roles']);
        if (filter?.lastSignedInAt) throw new Refusal('FORBIDDEN', sentences.lastSignInUnseen, ['filter', 'lastSignedInAt']);
        if (sort?.field === 'LAST_SIGNED_IN_AT') throw new Refusal('FORBIDDEN', sentences.lastSignInUnseen, ['sort', 'field']);
      }
      return loaders.people.load({
        ...page,
        filter: checked(PeopleFilter, filter ?? {}),
        sort: sort ? { direction: 'ASC', ...sort } : { field: 'CREATED_AT', direction: 'DESC' },
        byEmail: isAdmin(actor),
      });
    },
  },

  Mutation: {
    userRoleGrant: async (_, { input }, { em, actor }) => {
      recentlyAuthenticated(actor);
      const { userId, role, reason } = checked(RoleInput, input);
      const isNew = await grantRole(em, { who: { userId }, role, reason });
      if (!isNew) throw new Refusal('CONFLICT', sentences.hasRole, ['role']);
      return { userId };
    },

    userRoleRevoke: async (_, { input }, { em, actor }) => {
      const { id: by } = recentlyAuthenticated(actor);
      const { userId, role, reason } = checked(RoleInput, input);
      await revokeRole(em, { who: { userId }, role, reason, by });
      return { userId };
    },

    userSuspend: async (_, { input }, { em, actor }) => {
      const { userId, reason, until } = checked(SuspendInput, input);
      await suspendAccount(em, { who: { userId }, reason, until: until ?? null, by: signedIn(actor).id });
      return { userId };
    },

    userRestore: async (_, { input }, { em }) => {
      const { userId, reason } = checked(RestoreInput, input);
      const was = await restoreAccount(em, { who: { userId }, reason: reason ?? undefined });
      if (!was) throw new Refusal('CONFLICT', sentences.notSuspended, ['userId']);
      return { userId };
    },
  },

  User: {
    status: ({ id, suspendedAt }, _, { actor }) => (maySeeStatus(actor, id) ? (suspendedAt === null ? 'ACTIVE' : 'SUSPENDED') : null),
    suspension: ({ id, suspendedAt }, _, { actor, loaders }) =>
      suspendedAt !== null && maySeeStatus(actor, id) ? loaders.suspensionOf.load(id) : null,
    viewerCanSuspend: ({ id, roles }, _, { actor }) => isAdmin(actor) && actor?.id !== id && !roles.includes('ADMIN'),
    viewerCanGrantRoles: (_, __, { actor }) => isAdmin(actor),
  },

  UserSuspension: {
    suspendedBy: ({ suspendedBy }, _, { actor, loaders }) => (suspendedBy && isAdmin(actor) ? loaders.account.load(suspendedBy) : null),
  },

  UserRoleGrantPayload: { user: changedUser },
  UserRoleRevokePayload: { user: changedUser },
  UserSuspendPayload: { user: changedUser },
  UserRestorePayload: { user: changedUser },
};

function maySeeStatus(actor: Actor | null, userId: string): boolean {
  return mayReadPrivate(actor, userId) || isModerator(actor);
}
