import type { Connection } from '@agora/platform/reading/connection';
import type { DetailsByKind } from './model/details.ts';
import type { ProfileRow } from './reads/profiles.ts';

export type Profile = ProfileRow;

export type ProfileConnection = Connection<ProfileRow>;

export type SpecialistDetails = DetailsByKind['SPECIALIST'] & { readonly __typename: 'SpecialistDetails' };

export type BusinessDetails = DetailsByKind['BUSINESS'] & { readonly __typename: 'BusinessDetails'; readonly accountId: string };

export type ConsumerDetails = DetailsByKind['CONSUMER'] & { readonly __typename: 'ConsumerDetails' };

export interface Category {
  readonly id: string;
}

interface ChangedProfile {
  readonly profileId?: string;
}

export type ProfileUpdatePayload = ChangedProfile;

export type ProfileKindChangePayload = ChangedProfile;
