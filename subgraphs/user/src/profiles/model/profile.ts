import { newRow } from '@agora/platform/database/new-row';
import { personal } from '@agora/platform/database/personal-data';
import { defineEntity, type Opt, p } from '@mikro-orm/postgresql';
import { Account } from '../../accounts/model/account.ts';
import type { DetailsByKind, DetailsChange, KeptDetails } from './details.ts';

export const PROFILE_KINDS = ['SPECIALIST', 'BUSINESS', 'CONSUMER'] as const;
export type ProfileKind = (typeof PROFILE_KINDS)[number];

export interface ProfileLink {
  readonly label: string;
  readonly url: string;
}

const ProfileSchema = defineEntity({
  name: 'Profile',
  indexes: [
    { properties: ['createdAt', 'id'] },
    { properties: ['kind', 'createdAt', 'id'] },
    { properties: ['countryCode', 'createdAt', 'id'] },
    {
      name: 'profile_language_ranges',
      expression: 'create index profile_language_ranges on profile using gin (search.language_ranges(languages))',
    },
    { properties: ['sortName', 'id'] },
    { name: 'profile_search_index', properties: ['search'], type: 'gin' },
  ],
  properties: personal('account', {
    id: p.text().primary(),
    account: () => p.oneToOne(Account).owner(),
    kind: p.enum(PROFILE_KINDS),
    headline: p.text().nullable(),
    bio: p.text().nullable(),
    location: p.text().nullable(),
    countryCode: p.text().nullable(),
    websiteUrl: p.text().nullable(),
    links: p.json().$type<readonly ProfileLink[]>(),
    languages: p.array().$type<string[]>(),
    details: p.json().$type<KeptDetails>(),
    isVerifiedSeller: p.boolean(),
    verifiedSellerAt: p.datetime(3).nullable(),
    createdAt: p.datetime(3),
    updatedAt: p.datetime(3),
    version: p.integer(),
    /** Its words, and those of the names; the database keeps it, and the name to sort by. */
    search: p.type('tsvector').$type<Opt<string>>().defaultRaw(`''`).lazy(),
    sortName: p.text().$type<Opt<string>>().defaultRaw(`''`).lazy(),
  }),
});

/** What every kind of profile tells. */
export interface Presentation {
  readonly headline: string | null;
  readonly bio: string | null;
  readonly location: string | null;
  readonly countryCode: string | null;
  readonly websiteUrl: string | null;
  readonly links: readonly ProfileLink[];
  readonly languages: string[];
}

/** What an account shows of itself. */
export class Profile extends ProfileSchema.class {
  static of(
    account: Account,
    { id, kind, bio }: { readonly id: string; readonly kind: ProfileKind; readonly bio: string | null },
  ): Profile {
    const profile = newRow(Profile, {
      id,
      account,
      kind,
      headline: null,
      bio,
      location: null,
      countryCode: null,
      websiteUrl: null,
      links: [],
      languages: [],
      details: {},
      isVerifiedSeller: false,
      verifiedSellerAt: null,
      createdAt: account.createdAt,
      updatedAt: account.createdAt,
      version: 1,
    });
    makeSeller(profile, account.createdAt);
    return profile;
  }

  /** What is absent stays. */
  present(given: Partial<Presentation>, now: Date): void {
    Object.assign(this, given);
    changed(this, now);
  }

  /** What is absent stays; null takes back what was told. */
  tell<Kind extends ProfileKind>(kind: Kind, given: DetailsChange<Kind>, now: Date): void {
    const told = Object.entries({ ...this.details[kind], ...given }).filter(([, value]) => value !== null);
    this.details = { ...this.details, [kind]: Object.fromEntries(told) as Partial<DetailsByKind[Kind]> };
    changed(this, now);
  }

  /** Files of work done; a specialist that became something else keeps them for the way back. */
  get portfolioIds(): readonly string[] {
    return this.details.SPECIALIST?.portfolioIds ?? [];
  }

  /** Whether it showed that file, which is gone. */
  forget(fileId: string, now: Date): boolean {
    const { portfolioIds } = this;
    if (!portfolioIds.includes(fileId)) return false;
    this.tell('SPECIALIST', { portfolioIds: portfolioIds.filter((id) => id !== fileId) }, now);
    return true;
  }

  /** Whether it was of another kind. */
  become(kind: ProfileKind, now: Date): boolean {
    if (kind === this.kind) return false;
    this.kind = kind;
    makeSeller(this, now);
    changed(this, now);
    return true;
  }

  verify(now: Date): boolean {
    if (this.isVerifiedSeller) return false;
    this.isVerifiedSeller = true;
    this.verifiedSellerAt = now;
    return true;
  }

  unverify(): boolean {
    if (!this.isVerifiedSeller) return false;
    this.isVerifiedSeller = false;
    this.verifiedSellerAt = null;
    return true;
  }
}
ProfileSchema.setClass(Profile);

/** A business sells, unless an operator took that from its owner. */
function makeSeller({ kind, account }: Profile, now: Date): void {
  if (kind === 'BUSINESS') account.becomeSeller(now);
}

function changed(profile: Profile, now: Date): void {
  profile.updatedAt = now;
  profile.version += 1;
}
