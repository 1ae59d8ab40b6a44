import { checked } from '@agora/platform/input/input';
import { signedIn } from '@agora/platform/security/actor';
import { changedUser } from '../accounts/changed-user.ts';
import type { Context } from '../context.ts';
import type { Resolvers } from '../graph/schema.generated.ts';
import { createAddress } from './commands/create-address.ts';
import { deleteAddress } from './commands/delete-address.ts';
import { updateAddress } from './commands/update-address.ts';
import { AddressCreateInput, AddressUpdateInput, purposesIn } from './inputs.ts';
import type { AddressCreatePayload } from './mappers.ts';
import type { Purpose } from './model/address.ts';
import { labelOf } from '@agora/platform/post/post';
import type { AddressRow } from './reads.ts';

export const addresses: Resolvers = {
  Mutation: {
    addressCreate: async (_, { input }, { em, actor }) => {
      const { label, postalAddress, ...defaults } = checked(AddressCreateInput, input);
      const { id: userId } = signedIn(actor);
      const addressId = await createAddress(em, { accountId: userId, label, postalAddress, defaultOf: purposesIn(defaults) });
      return { userId, addressId };
    },

    addressUpdate: async (_, { input }, { em, actor }) => {
      const { addressId, isDefaultShipping, isDefaultBilling, expectedVersion, ...place } = checked(AddressUpdateInput, input);
      const { id: userId } = signedIn(actor);
      const defaultOf = purposesIn({ isDefaultShipping, isDefaultBilling });
      await updateAddress(em, { accountId: userId, addressId, place, defaultOf, expectedVersion: expectedVersion ?? null });
      return { userId, addressId };
    },

    addressDelete: async (_, { input: { addressId } }, { em, actor }) => {
      const { id: userId } = signedIn(actor);
      await deleteAddress(em, userId, addressId);
      return { userId, deletedAddressId: addressId };
    },
  },

  Address: {
    __resolveReference: ({ id }, { loaders }) => loaders.address.load(id),
  },

  PostalAddress: {
    formatted: labelOf,
  },

  User: {
    addresses: async ({ id }, _, { actor, loaders }) => (actor?.id === id ? [...(await loaders.addressesOf.load(id))] : null),
    defaultShippingAddress: defaultOf('isDefaultShipping'),
    defaultBillingAddress: defaultOf('isDefaultBilling'),
  },

  AddressCreatePayload: { address: changedAddress, user: changedUser },
  AddressUpdatePayload: { address: changedAddress, user: changedUser },
  AddressDeletePayload: { deletedAddressId: ({ deletedAddressId }) => deletedAddressId ?? null, user: changedUser },
};

function defaultOf(purpose: Purpose) {
  return async ({ id }: { readonly id: string }, _: unknown, { loaders }: Context): Promise<AddressRow | null> =>
    (await loaders.addressesOf.load(id)).find((address) => address[purpose]) ?? null;
}

function changedAddress({ addressId }: AddressCreatePayload, _: unknown, { loaders }: Context): Promise<AddressRow | null> | null {
  return addressId === undefined ? null : loaders.address.load(addressId);
}
