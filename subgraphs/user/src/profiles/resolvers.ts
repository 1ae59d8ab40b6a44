import { checked } from '@agora/platform/input/input';
import { present } from '@agora/platform/reading/batch';
import { mayReadPrivate, signedIn } from '@agora/platform/security/actor';
import type { Context } from '../context.ts';
import type { Resolvers } from '../graph/schema.generated.ts';
import { changeKind } from './commands/change-kind.ts';
import { updateProfile } from './commands/update-profile.ts';
import { KindInput, ProfileUpdateInput } from './inputs.ts';
import type { ProfileUpdatePayload } from './mappers.ts';
import { ProfileFilter } from './reads/profile-filter.ts';
import { NO_DETAILS } from './model/details.ts';
import type { ProfileRow } from './reads/profiles.ts';
import type { TaxIds } from './tax-ids.ts';

export const profiles: Resolvers = {
  Query: {
    profiles: (_, { filter, sort, ...page }, { loaders }) =>
      loaders.profiles.load({
        ...page,
        filter: checked(ProfileFilter, filter ?? {}),
        sort: sort ? { direction: 'ASC', ...sort } : { field: 'CREATED_AT', direction: 'DESC' },
      }),
  },

  Mutation: {
    profileUpdate: async (_, { input }, { em, actor, taxIds }) => {
      const { specialist, business, consumer, expectedVersion, ...presentation } = checked(ProfileUpdateInput, input);
      const profileId = await updateProfile(em, {
        accountId: signedIn(actor).id,
        presentation,
        details: { SPECIALIST: specialist, BUSINESS: business && withoutTaxId(business, taxIds), CONSUMER: consumer },
        expectedVersion: expectedVersion ?? null,
      });
      return { profileId };
    },

    profileKindChange: async (_, { input }, { em, actor }) => {
      const { kind, expectedVersion } = checked(KindInput, input);
      const profileId = await changeKind(em, { accountId: signedIn(actor).id, kind, expectedVersion: expectedVersion ?? null });
      return { profileId };
    },
  },

  Profile: {
    __resolveReference: ({ id }, { loaders }) => loaders.profile.load(id),
    user: ({ accountId }, _, { loaders }) => present(loaders.account.load(accountId)),
    languages: ({ languages }) => languages,
    details: detailsOf,
    viewerCanEdit: ({ accountId }, _, { actor }) => actor?.id === accountId,
  },

  BusinessDetails: {
    taxId: ({ accountId, sealedTaxId }, _, { actor, taxIds }) =>
      sealedTaxId !== null && mayReadPrivate(actor, accountId) ? taxIds.open(sealedTaxId) : null,
  },

  SpecialistDetails: {
    portfolio: ({ portfolioIds }) => portfolioIds.map((id) => ({ id })),
  },

  ConsumerDetails: {
    interests: ({ interestIds }) => interestIds.map((id) => ({ id })),
  },

  User: {
    profile: ({ id }, _, { loaders }) => loaders.profileOf.load(id),
  },

  ProfileUpdatePayload: { profile: changedProfile },
  ProfileKindChangePayload: { profile: changedProfile },
};

function detailsOf({ kind, details, accountId }: ProfileRow, _: unknown, { actor }: Context) {
  if (kind === 'SPECIALIST') return { __typename: 'SpecialistDetails' as const, ...NO_DETAILS.SPECIALIST, ...details.SPECIALIST };
  if (kind === 'BUSINESS') return { __typename: 'BusinessDetails' as const, accountId, ...NO_DETAILS.BUSINESS, ...details.BUSINESS };
  const { birthDate, ...told } = { ...NO_DETAILS.CONSUMER, ...details.CONSUMER };
  return { __typename: 'ConsumerDetails' as const, ...told, birthDate: actor?.id === accountId ? birthDate : null };
}

/** What is absent stays. */
function withoutTaxId<Told extends { taxId?: string | null | undefined }>({ taxId, ...told }: Told, taxIds: TaxIds) {
  return { ...told, ...(taxId !== undefined && { sealedTaxId: taxId === null ? null : taxIds.seal(taxId) }) };
}

function changedProfile({ profileId }: ProfileUpdatePayload, _: unknown, { loaders }: Context): Promise<ProfileRow | null> | null {
  return profileId === undefined ? null : loaders.profile.load(profileId);
}
