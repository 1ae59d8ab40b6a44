import { line } from '@agora/platform/input/input';
import { said } from '@agora/platform/input/said';
import type { Sentence } from '@agora/platform/input/sentence';
import * as z from 'zod';
import { Phone } from '../accounts/inputs.ts';
import { PURPOSES, type Purpose } from './model/address.ts';
import { postOf } from './model/post.ts';
import type { PostalAddress } from './model/postal-address.ts';
import { sentences } from './sentences.ts';

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

const Label = line(40).nullable();
const Defaults = { isDefaultShipping: z.boolean().nullish(), isDefaultBilling: z.boolean().nullish() };

export const AddressCreateInput = z.object({ label: optional(line(40)), postalAddress: PostalAddressInput, ...Defaults });

export const AddressUpdateInput = z.object({
  addressId: z.string(),
  label: Label.optional(),
  postalAddress: PostalAddressInput.optional(),
  ...Defaults,
  expectedVersion: z.int().nullish(),
});

/** What an address is to be the default of. */
export function purposesIn(given: { readonly [Name in Purpose]?: boolean | null | undefined }): Purpose[] {
  return PURPOSES.filter((purpose) => given[purpose] === true);
}

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
