import { checked } from '@agora/platform/input/input';
import { present } from '@agora/platform/reading/batch';
import { signedIn } from '@agora/platform/security/actor';
import type { Resolvers } from '../graph/schema.generated.ts';
import { SellerUpdateInput } from './inputs.ts';
import { sellerIdOf } from './model/seller-id.ts';
import { updateSeller } from './update-seller.ts';

/** What sellers show of their shops. */
export const sellerPages: Resolvers = {
  Mutation: {
    sellerUpdate: async (_, { input }, { em, actor }) => {
      const { expectedVersion, ...shop } = checked(SellerUpdateInput, input);
      const sellerId = await updateSeller(em, { accountId: signedIn(actor).id, shop, expectedVersion: expectedVersion ?? null });
      return { sellerId };
    },
  },

  Seller: {
    __resolveReference: ({ id }, { loaders }) => loaders.seller.load(id),
    id: ({ accountId }) => sellerIdOf(accountId),
    user: ({ accountId }, _, { loaders }) => present(loaders.account.load(accountId)),
    logo: ({ logoId }) => (logoId === null ? null : { id: logoId }),
    banner: ({ bannerId }) => (bannerId === null ? null : { id: bannerId }),
    viewerCanEdit: ({ accountId }, _, { actor }) => actor?.id === accountId,
  },

  User: {
    seller: ({ id }, _, { loaders }) => loaders.sellerOf.load(id),
  },

  SellerUpdatePayload: {
    seller: ({ sellerId }, _, { loaders }) => (sellerId === undefined ? null : loaders.seller.load(sellerId)),
  },
};
