import { term, text } from '@agora/platform/input/input';
import { said } from '@agora/platform/input/said';
import * as z from 'zod';
import { ROLES } from '../accounts/model/role.ts';
import { PROFILE_KINDS } from '../profiles/model/profile.ts';
import { sentences } from './sentences.ts';

const Reason = text(500);

export const RoleInput = z.object({
  userId: z.string(),
  role: z.enum(ROLES).refine((role) => role !== 'USER', said(sentences.everybodyIsUser)),
  reason: Reason,
});

export const SuspendInput = z.object({
  userId: z.string(),
  reason: Reason,
  until: z
    .string()
    .transform((instant) => new Date(instant))
    .refine((instant) => instant > new Date(), said(sentences.untilPast))
    .nullish(),
});

export const RestoreInput = z.object({ userId: z.string(), reason: Reason.nullish() });

export const USER_STATUSES = ['ACTIVE', 'SUSPENDED'] as const;

/** `UserFilterInput` of the graph, checked. */
export const PeopleFilter = z.object({
  query: term(100)
    .transform((typed) => typed.trim().toLowerCase())
    .nullish(),
  roles: z.array(z.enum(ROLES)).nullish(),
  statuses: z.array(z.enum(USER_STATUSES)).nullish(),
  profileKinds: z.array(z.enum(PROFILE_KINDS)).nullish(),
  isVerifiedSeller: z.boolean().nullish(),
  createdAt: z.object({ gte: z.string().nullish(), lt: z.string().nullish() }).nullish(),
});
export type PeopleFilter = z.output<typeof PeopleFilter>;
