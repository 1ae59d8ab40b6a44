import { byKey, idOf } from '@agora/platform/reading/by-key';
import { type RowOf, rowsOf } from '@agora/platform/reading/columns';
import { listOf } from '@agora/platform/reading/lists';
import { Profile } from '../model/profile.ts';
import { conditionsOf, orderOf } from './profile-filter.ts';

const profiles = rowsOf(
  Profile,
  'id',
  'account',
  'kind',
  'headline',
  'bio',
  'location',
  'countryCode',
  'websiteUrl',
  'links',
  'languages',
  'details',
  'isVerifiedSeller',
  'createdAt',
  'updatedAt',
  'version',
);

export type ProfileRow = RowOf<typeof profiles>;

export const profileReads = {
  profile: byKey({ rows: profiles, key: 'id', asKey: idOf('prf') }),
  profileOf: byKey({ rows: profiles, key: 'accountId', asKey: idOf('usr') }),
  /** Those who want to be listed, and are not suspended. */
  profiles: listOf({ rows: profiles, where: conditionsOf, order: orderOf }),
};
