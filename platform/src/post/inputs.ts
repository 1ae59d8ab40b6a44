import * as z from 'zod';
import { line } from '../input/input.ts';
import { said } from '../input/said.ts';
import type { Sentence } from '../input/sentence.ts';
import { postOf } from './post.ts';
import type { PostalAddress } from './postal-address.ts';
import { sentences } from './sentences.ts';

/** https://www.itu.int/rec/T-REC-E.164, with a plus sign. */
const E164 = /^\+[1-9]\d{6,14}$/;

export const Phone = z
  .string()
  .transform((given) => given.replace(/[\s().-]/g, ''))
  .refine((phone) => E164.test(phone), said(sentences.noPhone));

/** Where the post of its country delivers. */
export const PostalAddressInput = z
  .object({
    recipientName: line(120),
    companyName: optional(line(120)),
    line1: line(200),
    line2: optional(line(200)),
    city: line(100),
    region: optional(line(100)),
    postalCode: optional(line(20).transform((code) => code.toUpperCase())),
    countryCode: z.string(),
    phone: optional(Phone),
  })
  .superRefine((address, context) => {
    for (const [field, sentence] of problemsOf(address)) context.addIssue({ code: 'custom', path: [field], ...said(sentence) });
  });

function optional<Value>(schema: z.ZodType<Value>) {
  return schema.nullish().transform((value) => value ?? null);
}

function problemsOf({ countryCode, region, postalCode }: PostalAddress): [field: string, Sentence][] {
  const post = postOf(countryCode);
  const isWrongCode = postalCode !== null && !post.isPostalCode(postalCode);
  return [
    ...(post.needsRegion && region === null ? [['region', sentences.regionNeeded] as [string, Sentence]] : []),
    ...(post.needsPostalCode && postalCode === null ? [['postalCode', sentences.postalCodeNeeded] as [string, Sentence]] : []),
    ...(isWrongCode ? [['postalCode', sentences.noPostalCode] as [string, Sentence]] : []),
  ];
}
