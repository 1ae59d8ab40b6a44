import { line, name, text } from '@agora/platform/input/input';
import * as z from 'zod';
import { Phone } from '@agora/platform/post/inputs';
import { Email } from '../accounts/inputs.ts';

const MAX_TEXT = 10_000;

/** What is absent stays absent. */
export const SellerUpdateInput = z.object({
  storeName: name(80).nullable().optional(),
  tagline: line(120).nullable().optional(),
  about: text(MAX_TEXT).nullable().optional(),
  logoId: z.string().nullable().optional(),
  bannerId: z.string().nullable().optional(),
  location: line(100).nullable().optional(),
  countryCode: z.string().nullable().optional(),
  contactEmail: Email.nullable().optional(),
  contactPhone: Phone.nullable().optional(),
  shippingPolicy: text(MAX_TEXT).nullable().optional(),
  returnPolicy: text(MAX_TEXT).nullable().optional(),
  isOnVacation: z
    .boolean()
    .nullable()
    .transform((isOnVacation) => isOnVacation ?? false)
    .optional(),
  vacationMessage: text(500).nullable().optional(),
  expectedVersion: z.int().nullish(),
});
