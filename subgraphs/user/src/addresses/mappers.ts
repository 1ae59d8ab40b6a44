import type { PostalAddress as Post } from '@agora/platform/post/postal-address';
import type { AddressRow } from './reads.ts';

export type Address = AddressRow;

export type PostalAddress = Post;

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
