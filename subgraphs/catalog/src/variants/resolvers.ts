import { present } from '@agora/platform/reading/batch';
import type { Resolvers } from '../graph/schema.generated.ts';

export const variants: Resolvers = {
  Product: {
    variants: async ({ id }, _, { loaders }) => [...(await loaders.variantsOfProduct.load(id))],
    priceFrom: ({ priceFromMinorUnits, currencyCode }) => ({ minorUnits: priceFromMinorUnits, currencyCode }),
  },

  ProductVariant: {
    __resolveReference: ({ id }, { loaders }) => loaders.variant.load(id),
    product: ({ productId }, _, { loaders }) => present(loaders.product.load(productId)),
    price: ({ priceMinorUnits, currencyCode }) => ({ minorUnits: priceMinorUnits, currencyCode }),
  },
};
