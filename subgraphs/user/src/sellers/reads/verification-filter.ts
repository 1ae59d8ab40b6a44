import { searchText } from '@agora/platform/input/input';
import { TimeRange } from '@agora/platform/reading/time-range';
import * as z from 'zod';
import { VERIFICATION_STATUSES } from '../model.ts';

/** `SellerVerificationFilterInput` of the graph, checked. */
export const VerificationFilter = z.object({
  statuses: z
    .array(z.enum(VERIFICATION_STATUSES))
    .nullish()
    .transform((statuses) => statuses ?? ['PENDING' as const]),
  query: searchText(100).nullish(),
  countryCodes: z.array(z.string()).nullish(),
  submittedAt: TimeRange.nullish(),
});
export type VerificationFilter = z.output<typeof VerificationFilter>;
