import { text } from '@agora/platform/input/input';
import { said } from '@agora/platform/input/said';
import * as z from 'zod';
import { ROLES } from '../accounts/model/role.ts';
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
