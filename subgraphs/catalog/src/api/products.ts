import { signedIn } from '@agora/platform/actor';
import { checked } from '@agora/platform/input';
import { amountOf } from '@agora/platform/money';
import { createProduct } from '../commands/create-product.ts';
import { publishProduct } from '../commands/publish-product.ts';
import { listProducts } from '../read/list-products.ts';
import { translated } from '../read/locale.ts';
import { ProductCreateInput, ProductsArgs } from './inputs.ts';
import { found, lookUp } from './look-up.ts';
import type { Resolvers } from './schema.generated.ts';

export const products: Resolvers = {
  Query: {
    product: (_, args, { loaders }) => lookUp(args, { id: loaders.product, slug: loaders.productBySlug }),
    products: (_, { filter, sort, ...page }, { em, cursors, locale }) =>
      listProducts(
        { em, cursors },
        {
          ...checked(ProductsArgs, { filter }),
          sort: { field: sort?.field ?? 'RELEVANCE', direction: sort?.direction ?? (sort ? 'ASC' : 'DESC') },
          locale,
          page,
        },
      ),
  },

  Mutation: {
    productCreate: async (_, { input }, { em, actor }) => ({
      productId: await createProduct(em, { ...checked(ProductCreateInput, input), sellerId: signedIn(actor).id }),
    }),
    productPublish: async (_, { input: { productId } }, { em, actor }) => {
      await publishProduct(em, { productId, sellerId: signedIn(actor).id });
      return { productId };
    },
  },

  ProductCreatePayload: {
    product: ({ productId }, _, { loaders }) => (productId ? loaders.product.load(productId) : null),
  },

  ProductPublishPayload: {
    product: ({ productId }, _, { loaders }) => (productId ? loaders.product.load(productId) : null),
  },

  Product: {
    __resolveReference: ({ id }, { loaders }) => loaders.product.load(id),
    name: ({ translations, name }, { locale }, context) => translated(translations, locale ?? context.locale)?.name ?? name,
    description: ({ translations, description }, { locale }, context) =>
      translated(translations, locale ?? context.locale)?.description ?? description,
    category: ({ categoryId }, _, { loaders }) => found(loaders.category, categoryId),
    seller: ({ sellerId }) => ({ id: sellerId }),
    variants: async ({ id }, _, { loaders }) => [...(await loaders.variantsOfProduct.load(id))],
    priceFrom: ({ priceFrom, currencyCode }) => ({ minorUnits: priceFrom, currencyCode }),
  },

  Money: {
    amount: amountOf,
  },
};
