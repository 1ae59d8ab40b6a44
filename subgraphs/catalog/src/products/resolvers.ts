import { present } from '@agora/platform/reading/batch';
import { lookUp } from '@agora/platform/reading/look-up';
import { mayReadPrivate, signedIn } from '@agora/platform/security/actor';
import { checked } from '@agora/platform/input/input';
import { createProduct } from './create-product.ts';
import { publishProblemsOf } from './publish-problems.ts';
import { publishProduct } from './publish-product.ts';
import { translated, wantedLanguages } from '../names/reads/translations.ts';
import { ProductCreateInput } from './inputs.ts';
import type { Resolvers } from '../graph/schema.generated.ts';

export const products: Resolvers = {
  Query: {
    product: (_, args, { loaders }) => lookUp(args, { id: loaders.product, slug: loaders.productBySlug }),
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
    publishProblems: async ({ sellerId }, _, { actor, loaders }) =>
      mayReadPrivate(actor, sellerId) ? publishProblemsOf(await loaders.standing.load(sellerId)) : null,
  },

  PublishProblem: {
    message: ({ message }, _, { language }) => message[language],
  },

  Category: {
    products: ({ id }, page, { loaders }) => loaders.productsOfCategory.load(id, page),
  },
};
