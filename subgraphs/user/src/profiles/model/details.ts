import type { Money } from '@agora/platform/money';
import type { PostalAddress } from '@agora/platform/post/postal-address';

export const BUSINESS_SIZES = ['SOLO', 'UP_TO_10', 'UP_TO_50', 'UP_TO_250', 'OVER_250'] as const;

export interface Certificate {
  readonly name: string;
  readonly issuer: string | null;
  /** A calendar date. */
  readonly issuedOn: string | null;
  readonly url: string | null;
}

interface SpecialistDetails {
  readonly profession: string | null;
  readonly experienceYears: number | null;
  readonly hourlyRate: Money | null;
  readonly isAvailable: boolean;
  readonly certificates: readonly Certificate[];
  readonly portfolioIds: readonly string[];
}

interface BusinessDetails {
  readonly legalName: string | null;
  readonly registrationNumber: string | null;
  readonly industry: string | null;
  readonly foundedYear: number | null;
  readonly size: (typeof BUSINESS_SIZES)[number] | null;
  /** The tax number, as `TaxIds` keeps it. */
  readonly sealedTaxId: string | null;
  readonly address: PostalAddress | null;
}

interface ConsumerDetails {
  readonly interestIds: readonly string[];
  /** A calendar date. */
  readonly birthDate: string | null;
}

/** What each kind of profile tells besides. */
export interface DetailsByKind {
  readonly SPECIALIST: SpecialistDetails;
  readonly BUSINESS: BusinessDetails;
  readonly CONSUMER: ConsumerDetails;
}

/** What a profile that says nothing tells. */
export const NO_DETAILS: DetailsByKind = {
  SPECIALIST: { profession: null, experienceYears: null, hourlyRate: null, isAvailable: false, certificates: [], portfolioIds: [] },
  BUSINESS: { legalName: null, registrationNumber: null, industry: null, foundedYear: null, size: null, sealedTaxId: null, address: null },
  CONSUMER: { interestIds: [], birthDate: null },
};

/** As they are kept: what was never said is absent, and what another kind told stays for a way back. */
export type KeptDetails = { readonly [Kind in keyof DetailsByKind]?: Partial<DetailsByKind[Kind]> };

/** What somebody says anew; null takes it back. */
export type DetailsChange<Kind extends keyof DetailsByKind> = {
  readonly [Name in keyof DetailsByKind[Kind]]?: DetailsByKind[Kind][Name] | null;
};
