import { present } from '@agora/platform/reading/batch';
import { lookUp } from '@agora/platform/reading/look-up';
import { signedIn } from '@agora/platform/security/actor';
import { checked } from '@agora/platform/input/input';
import { createProduct } from '../commands/create-product.ts';
import { publishProduct } from '../commands/publish-product.ts';
import { translated, wantedLanguages } from '../reads/locale.ts';
import type { ProductSort } from '../reads/products.ts';
import { ProductCreateInput, ProductsArgs } from './inputs.ts';
import type { ProductSortInput, Resolvers } from '../graph/schema.generated.ts';

export const products: Resolvers = {
  Query: {
    product: (_, args, { loaders }) => lookUp(args, { id: loaders.product, slug: loaders.productBySlug }),
    products: (_, { filter, sort, ...page }, { loaders, languages }) =>
      loaders.products.load({ ...page, ...checked(ProductsArgs, { filter }), sort: sortOf(sort), languages }),
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
    name: ({ translations, name }, { locale }, { languages }) => translated(translations, wantedLanguages(locale, languages))?.name ?? name,
    description: ({ translations, description }, { locale }, { languages }) =>
      translated(translations, wantedLanguages(locale, languages))?.description ?? description,
    category: ({ categoryId }, _, { loaders }) => present(loaders.category.load(categoryId)),
    seller: ({ sellerId }) => ({ id: sellerId }),
    variants: async ({ id }, _, { loaders }) => [...(await loaders.variantsOfProduct.load(id))],
    priceFrom: ({ priceFrom, currencyCode }) => ({ minorUnits: priceFrom, currencyCode }),
  },
};

function sortOf(sort: ProductSortInput | null | undefined): ProductSort {
  return sort ? { field: sort.field, direction: sort.direction ?? 'ASC' } : { field: 'RELEVANCE', direction: 'DESC' };
}
