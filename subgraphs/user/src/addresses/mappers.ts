import type { PostalAddress as KnownPostalAddress } from './model/postal-address.ts';
import type { AddressRow } from './reads.ts';

export type Address = AddressRow;

export type PostalAddress = KnownPostalAddress;

interface ChangedAddress {
  readonly userId?: string;
  readonly addressId?: string;
}

export type AddressCreatePayload = ChangedAddress;

export type AddressUpdatePayload = ChangedAddress;

export interface AddressDeletePayload {
  readonly userId?: string;
  readonly deletedAddressId?: string;
}
