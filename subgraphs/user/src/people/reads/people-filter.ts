import { searchText } from '@agora/platform/input/input';
import { TimeRange } from '@agora/platform/reading/time-range';
import * as z from 'zod';
import { ROLES } from '../../accounts/model/role.ts';
import { PROFILE_KINDS } from '../../profiles/model/profile.ts';

const USER_STATUSES = ['ACTIVE', 'SUSPENDED'] as const;

/** `UserFilterInput` of the graph, checked. */
export const PeopleFilter = z.object({
  query: searchText(100).nullish(),
  roles: z.array(z.enum(ROLES)).nullish(),
  statuses: z.array(z.enum(USER_STATUSES)).nullish(),
  profileKinds: z.array(z.enum(PROFILE_KINDS)).nullish(),
  isVerifiedSeller: z.boolean().nullish(),
  createdAt: TimeRange.nullish(),
  lastSignedInAt: TimeRange.nullish(),
});
export type PeopleFilter = z.output<typeof PeopleFilter>;
