import { term } from '@agora/platform/input/input';
import * as z from 'zod';
import { ROLES } from '../../accounts/model/role.ts';
import { PROFILE_KINDS } from '../../profiles/model/profile.ts';

const USER_STATUSES = ['ACTIVE', 'SUSPENDED'] as const;

/** `UserFilterInput` of the graph, checked. */
export const PeopleFilter = z.object({
  query: term(100)
    .transform((typed) => typed.trim())
    .nullish(),
  roles: z.array(z.enum(ROLES)).nullish(),
  statuses: z.array(z.enum(USER_STATUSES)).nullish(),
  profileKinds: z.array(z.enum(PROFILE_KINDS)).nullish(),
  isVerifiedSeller: z.boolean().nullish(),
  createdAt: z.object({ gte: z.string().nullish(), lt: z.string().nullish() }).nullish(),
});
export type PeopleFilter = z.output<typeof PeopleFilter>;
