import { line, text } from '@agora/platform/input/input';
import { said } from '@agora/platform/input/said';
import * as z from 'zod';
import { PostalAddressInput } from '@agora/platform/post/inputs';
import { TaxId } from '../profiles/inputs.ts';
import { REJECTION_REASONS } from './model.ts';
import { sentences } from './sentences.ts';

const MAX_DOCUMENTS = 10;

export const ClaimInput = z.object({
  legalName: line(200),
  countryCode: z.string(),
  registrationNumber: orNull(line(60)),
  taxId: orNull(TaxId),
  address: orNull(PostalAddressInput),
  documentIds: z.array(z.string()).max(MAX_DOCUMENTS),
  note: orNull(text(2_000)),
});

const Rejection = z.object({ reason: z.enum(REJECTION_REASONS), message: orNull(text(2_000)) });

const SAYS_WHY = { path: ['message'], ...said(sentences.messageNeeded) };

export const RejectInput = Rejection.extend({ sellerVerificationId: z.string(), expectedVersion: z.int().nullish() }).refine(
  saysWhy,
  SAYS_WHY,
);

export const RevokeInput = Rejection.extend({ userId: z.string() }).refine(saysWhy, SAYS_WHY);

function orNull<Value>(schema: z.ZodType<Value>) {
  return schema.nullish().transform((value) => value ?? null);
}

function saysWhy({ reason, message }: z.output<typeof Rejection>): boolean {
  return reason !== 'OTHER' || message !== null;
}
