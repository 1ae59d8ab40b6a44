import { newRow } from '@agora/platform/database/new-row';
import { personal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { Account } from '../accounts/model/account.ts';

export const PROFILE_KINDS = ['SPECIALIST', 'BUSINESS', 'CONSUMER'] as const;
export type ProfileKind = (typeof PROFILE_KINDS)[number];

const ProfileSchema = defineEntity({
  name: 'Profile',
  indexes: [{ properties: ['createdAt', 'id'] }, { properties: ['kind', 'createdAt', 'id'] }],
  properties: personal('account', {
    id: p.text().primary(),
    account: () => p.oneToOne(Account).owner(),
    kind: p.enum(PROFILE_KINDS),
    bio: p.text().nullable(),
    isVerifiedSeller: p.boolean(),
    createdAt: p.datetime(3),
  }),
});

/** What an account shows of itself. */
export class Profile extends ProfileSchema.class {
  /** A business sells, so its account becomes a SELLER. */
  static of(account: Account, profile: { readonly id: string; readonly kind: ProfileKind; readonly bio: string | null }): Profile {
    if (profile.kind === 'BUSINESS') account.grant('SELLER');
    return newRow(Profile, { ...profile, account, isVerifiedSeller: false, createdAt: account.createdAt });
  }

  verify(): boolean {
    if (this.isVerifiedSeller) return false;
    this.isVerifiedSeller = true;
    return true;
  }
}
ProfileSchema.setClass(Profile);
