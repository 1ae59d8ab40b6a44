import { term } from '@agora/platform/input/input';
import { said } from '@agora/platform/input/said';
import { TimeRange } from '@agora/platform/reading/time-range';
import * as z from 'zod';
import { EMAIL_STATUSES } from './model/email.ts';
import { sentences } from './sentences.ts';

const MAX_NAMED = 50;
const MAX_RETRIED = 100;
const MAX_ADDRESS = 254;

const named = (item: z.ZodType<string>) => z.array(item).max(MAX_NAMED).nullish();
const address = term(MAX_ADDRESS).transform((given) => given.toLowerCase());

const Filter = z.object({
  statuses: z.array(z.enum(EMAIL_STATUSES)).nullish(),
  templateKeys: named(term(100)),
  to: z.object({ eq: address.nullish(), in: named(address), startsWith: address.nullish(), contains: address.nullish() }).nullish(),
  recipientIds: named(term(100)),
  createdAt: TimeRange.nullish(),
});

/** Arguments of `emailLogs`, so that a problem names its place in them. */
export const EmailLogsArgs = z.object({ filter: Filter.nullish().transform((filter) => filter ?? {}) });

export const RetryInput = z.object({
  emailLogIds: z
    .array(term(100))
    .refine((ids) => ids.length > 0, said(sentences.noneNamed))
    .max(MAX_RETRIED),
});
