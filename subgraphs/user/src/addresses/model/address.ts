import { newRow } from '@agora/platform/database/new-row';
import { personal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { Account } from '../../accounts/model/account.ts';
import type { PostalAddress } from '@agora/platform/post/postal-address';

const AddressSchema = defineEntity({
  name: 'Address',
  uniques: [
    { name: 'address_default_shipping', properties: ['account'], where: 'is_default_shipping' },
    { name: 'address_default_billing', properties: ['account'], where: 'is_default_billing' },
  ],
  properties: personal('account', {
    id: p.text().primary(),
    account: () => p.manyToOne(Account).index(),
    label: p.text().nullable(),
    postalAddress: p.json().$type<PostalAddress>(),
    isDefaultShipping: p.boolean(),
    isDefaultBilling: p.boolean(),
    createdAt: p.datetime(3),
    updatedAt: p.datetime(3),
    version: p.integer(),
  }),
});

/** What something is done with at the default address. */
export type Purpose = 'isDefaultShipping' | 'isDefaultBilling';
export const PURPOSES = ['isDefaultShipping', 'isDefaultBilling'] as const satisfies readonly Purpose[];

interface Place {
  readonly label: string | null;
  readonly postalAddress: PostalAddress;
}

/** An entry of somebody's address book. */
export class Address extends AddressSchema.class {
  static of(account: Account, id: string, place: Place, defaultOf: readonly Purpose[], now: Date): Address {
    return newRow(Address, {
      id,
      account,
      ...place,
      isDefaultShipping: defaultOf.includes('isDefaultShipping'),
      isDefaultBilling: defaultOf.includes('isDefaultBilling'),
      createdAt: now,
      updatedAt: now,
      version: 1,
    });
  }

  /** What is absent stays. */
  change(place: Partial<Place>, now: Date): void {
    Object.assign(this, place, { updatedAt: now, version: this.version + 1 });
  }

  beDefault(purpose: Purpose, is: boolean): void {
    this[purpose] = is;
  }
}
AddressSchema.setClass(Address);
