import { line, term, text } from '@agora/platform/input/input';
import { said } from '@agora/platform/input/said';
import * as z from 'zod';
import { PostalAddressInput } from '../addresses/inputs.ts';
import { REJECTION_REASONS, VERIFICATION_STATUSES } from './model.ts';
import { sentences } from './sentences.ts';

export const ClaimInput = z.object({
  legalName: line(200),
  countryCode: z.string(),
  registrationNumber: orNull(line(60)),
  address: orNull(PostalAddressInput),
  note: orNull(text(2_000)),
});

const Rejection = z.object({ reason: z.enum(REJECTION_REASONS), message: orNull(text(2_000)) });

const SAYS_WHY = { path: ['message'], ...said(sentences.messageNeeded) };

export const RejectInput = Rejection.extend({ sellerVerificationId: z.string(), expectedVersion: z.int().nullish() }).refine(
  saysWhy,
  SAYS_WHY,
);

export const RevokeInput = Rejection.extend({ userId: z.string() }).refine(saysWhy, SAYS_WHY);

/** `SellerVerificationFilterInput` of the graph, checked. */
export const VerificationFilter = z.object({
  statuses: z
    .array(z.enum(VERIFICATION_STATUSES))
    .nullish()
    .transform((statuses) => statuses ?? ['PENDING' as const]),
  query: term(100)
    .transform((typed) => typed.trim().toLowerCase())
    .nullish(),
  countryCodes: z.array(z.string()).nullish(),
  submittedAt: z.object({ gte: z.string().nullish(), lt: z.string().nullish() }).nullish(),
});
export type VerificationFilter = z.output<typeof VerificationFilter>;

function orNull<Value>(schema: z.ZodType<Value>) {
  return schema.nullish().transform((value) => value ?? null);
}

function saysWhy({ reason, message }: z.output<typeof Rejection>): boolean {
  return reason !== 'OTHER' || message !== null;
}
