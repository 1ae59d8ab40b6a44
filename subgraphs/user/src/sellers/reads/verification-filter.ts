import { term } from '@agora/platform/input/input';
import * as z from 'zod';
import { VERIFICATION_STATUSES } from '../model.ts';

/** `SellerVerificationFilterInput` of the graph, checked. */
export const VerificationFilter = z.object({
  statuses: z
    .array(z.enum(VERIFICATION_STATUSES))
    .nullish()
    .transform((statuses) => statuses ?? ['PENDING' as const]),
  query: term(100)
    .transform((typed) => typed.trim())
    .nullish(),
  countryCodes: z.array(z.string()).nullish(),
  submittedAt: z.object({ gte: z.string().nullish(), lt: z.string().nullish() }).nullish(),
});
export type VerificationFilter = z.output<typeof VerificationFilter>;
