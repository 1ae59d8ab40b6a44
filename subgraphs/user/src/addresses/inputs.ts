import { line } from '@agora/platform/input/input';
import { PostalAddressInput } from '@agora/platform/post/inputs';
import * as z from 'zod';
import { PURPOSES, type Purpose } from './model/address.ts';

const Label = line(40);
const Defaults = { isDefaultShipping: z.boolean().nullish(), isDefaultBilling: z.boolean().nullish() };

export const AddressCreateInput = z.object({
  label: Label.nullish().transform((label) => label ?? null),
  postalAddress: PostalAddressInput,
  ...Defaults,
});

export const AddressUpdateInput = z.object({
  addressId: z.string(),
  label: Label.nullable().optional(),
  postalAddress: PostalAddressInput.optional(),
  ...Defaults,
  expectedVersion: z.int().nullish(),
});

/** What an address is to be the default of. */
export function purposesIn(given: { readonly [Name in Purpose]?: boolean | null | undefined }): Purpose[] {
  return PURPOSES.filter((purpose) => given[purpose] === true);
}
