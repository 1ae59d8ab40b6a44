import { newRow } from '@agora/platform/database/new-row';
import { personal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { Account } from '../../accounts/model/account.ts';

const SellerPageSchema = defineEntity({
  name: 'SellerPage',
  properties: personal('account', {
    account: () => p.oneToOne(Account).primary().unique(false),
    storeName: p.text().nullable(),
    tagline: p.text().nullable(),
    about: p.text().nullable(),
    logoId: p.text().nullable(),
    bannerId: p.text().nullable(),
    location: p.text().nullable(),
    countryCode: p.text().nullable(),
    contactEmail: p.text().nullable(),
    contactPhone: p.text().nullable(),
    shippingPolicy: p.text().nullable(),
    returnPolicy: p.text().nullable(),
    isOnVacation: p.boolean(),
    vacationMessage: p.text().nullable(),
    version: p.integer(),
  }),
});

/** What a seller says of their shop. */
export interface Shop {
  readonly storeName: string | null;
  readonly tagline: string | null;
  readonly about: string | null;
  readonly logoId: string | null;
  readonly bannerId: string | null;
  readonly location: string | null;
  readonly countryCode: string | null;
  readonly contactEmail: string | null;
  readonly contactPhone: string | null;
  readonly shippingPolicy: string | null;
  readonly returnPolicy: string | null;
  readonly isOnVacation: boolean;
  readonly vacationMessage: string | null;
}

const NOTHING_SAID: Shop = {
  storeName: null,
  tagline: null,
  about: null,
  logoId: null,
  bannerId: null,
  location: null,
  countryCode: null,
  contactEmail: null,
  contactPhone: null,
  shippingPolicy: null,
  returnPolicy: null,
  isOnVacation: false,
  vacationMessage: null,
};

/** What a seller shows of their shop. */
export class SellerPage extends SellerPageSchema.class {
  static of(account: Account): SellerPage {
    return newRow(SellerPage, { account, ...NOTHING_SAID, version: 1 });
  }

  /** What is absent stays. */
  say(given: Partial<Shop>): void {
    Object.assign(this, given);
    this.version += 1;
  }

  /** Whether it showed that file, which is gone. */
  forget(fileId: string): boolean {
    const gone = { ...(this.logoId === fileId && { logoId: null }), ...(this.bannerId === fileId && { bannerId: null }) };
    if (Object.keys(gone).length === 0) return false;
    this.say(gone);
    return true;
  }
}
SellerPageSchema.setClass(SellerPage);
