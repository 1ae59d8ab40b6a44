import { prefixOf } from '@agora/platform/ids';
import { line, text } from '@agora/platform/input/input';
import { said } from '@agora/platform/input/said';
import { MoneyInput } from '@agora/platform/money';
import * as z from 'zod';
import { PostalAddressInput } from '@agora/platform/post/inputs';
import { BUSINESS_SIZES } from './model/details.ts';
import { PROFILE_KINDS } from './model/profile.ts';
import { sentences } from './sentences.ts';

const FIRST_YEAR = 1_000;
/** UTC+14, of Kiritimati. */
const FIRST_ZONE_MS = 14 * 3_600_000;

const Specialist = z.object({
  profession: line(100).nullish(),
  experienceYears: z.int().min(0).max(80).nullish(),
  hourlyRate: MoneyInput.nullish(),
  isAvailable: z.boolean().nullish(),
  certificates: z
    .array(
      z.object({
        name: line(120),
        issuer: line(120).nullish().transform(orNull),
        issuedOn: z
          .string()
          .refine((day) => day <= latestToday(), said(sentences.notYetGiven))
          .nullish()
          .transform(orNull),
        url: z.string().nullish().transform(orNull),
      }),
    )
    .max(20)
    .transform((certificates) => certificates.toSorted((a, b) => (b.issuedOn ?? '').localeCompare(a.issuedOn ?? '')))
    .nullish(),
  portfolioIds: z
    .array(z.string())
    .max(20)
    .transform((ids) => [...new Set(ids)])
    .nullish(),
});

export const TaxId = line(40);

const Business = z.object({
  legalName: line(200).nullish(),
  registrationNumber: line(60).nullish(),
  industry: line(100).nullish(),
  foundedYear: z
    .int()
    .refine((year) => year >= FIRST_YEAR && year <= new Date().getUTCFullYear(), said(sentences.yearOutside))
    .nullish(),
  size: z.enum(BUSINESS_SIZES).nullish(),
  taxId: TaxId.nullish(),
  address: PostalAddressInput.nullish(),
});

const Consumer = z.object({
  interestIds: z
    .array(z.string().refine((id) => prefixOf(id) === 'cat', said(sentences.noCategory)))
    .max(20)
    .transform((ids) => [...new Set(ids)])
    .nullish(),
  birthDate: z
    .string()
    .refine((day) => day < new Date().toISOString().slice(0, 10), said(sentences.notYetBorn))
    .nullish(),
});

/** What is absent stays absent; lists that are null are empty. */
export const ProfileUpdateInput = z.object({
  headline: line(120).nullable().optional(),
  bio: text(2_000).nullable().optional(),
  location: line(100).nullable().optional(),
  countryCode: z.string().nullable().optional(),
  websiteUrl: z.string().nullable().optional(),
  links: listOf(z.object({ label: line(40), url: z.string() }), 10),
  languages: listOf(z.string(), 20),
  specialist: Specialist.nullish(),
  business: Business.nullish(),
  consumer: Consumer.nullish(),
  expectedVersion: z.int().nullish(),
});

export const KindInput = z.object({ kind: z.enum(PROFILE_KINDS), expectedVersion: z.int().nullish() });

/** The day that it is where it begins first. */
function latestToday(): string {
  return new Date(Date.now() + FIRST_ZONE_MS).toISOString().slice(0, 10);
}

function listOf<Value>(item: z.ZodType<Value>, max: number) {
  return z
    .array(item)
    .max(max)
    .nullable()
    .transform((items) => items ?? [])
    .optional();
}

function orNull<Value>(value: Value | null | undefined): Value | null {
  return value ?? null;
}
