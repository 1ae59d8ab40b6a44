import { present } from '@agora/platform/reading/batch';
import { lookUp } from '@agora/platform/reading/look-up';
import { mayReadPrivate, signedIn } from '@agora/platform/security/actor';
import { checked } from '@agora/platform/input/input';
import { createProduct } from './create-product.ts';
import { publishProblemsOf } from './publish-problems.ts';
import { publishProduct } from './publish-product.ts';
import { translated, UNSAID, wantedLanguages } from '../names/reads/translations.ts';
import { archiveProduct } from './commands/archive-product.ts';
import { deleteProduct } from './commands/delete-product.ts';
import type { ChangeProduct } from './commands/lock-product.ts';
import { restoreProduct } from './commands/restore-product.ts';
import { setProductMedia } from './commands/set-product-media.ts';
import { unpublishProduct } from './commands/unpublish-product.ts';
import { updateProduct } from './commands/update-product.ts';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../context.ts';
import { ProductCreateInput, ProductUpdateInput } from './inputs/products.ts';
import type { ProductUpdatePayloadResolvers, Resolvers } from '../graph/schema.generated.ts';

const changedProduct: ProductUpdatePayloadResolvers = {
  product: ({ productId }, _, { loaders }) => (productId ? loaders.product.load(productId) : null),
};

export const products: Resolvers = {
  Query: {
    product: (_, args, { loaders }) => lookUp(args, { id: loaders.product, slug: loaders.productBySlug }),
  },

  Mutation: {
    productCreate: async (_, { input }, { em, actor }) => ({
      productId: await createProduct(em, { ...checked(ProductCreateInput, input), sellerId: signedIn(actor).id }),
    }),
    productUpdate: async (_, { input }, { em, actor }) => {
      const { productId, categorySlug, slug, expectedVersion, ...texts } = checked(ProductUpdateInput, input);
      await updateProduct(em, { productId, by: signedIn(actor), texts, categorySlug, slug, expectedVersion: expectedVersion ?? null });
      return { productId };
    },
    productPublish: async (_, { input: { productId, expectedVersion } }, { em, actor }) => {
      await publishProduct(em, { productId, sellerId: signedIn(actor).id, expectedVersion: expectedVersion ?? null });
      return { productId };
    },
    productUnpublish: changing(unpublishProduct),
    productArchive: changing(archiveProduct),
    productRestore: changing(restoreProduct),
    productMediaSet: async (_, { input: { productId, mediaIds, expectedVersion } }, { em, actor }) => {
      await setProductMedia(em, { productId, by: signedIn(actor), mediaIds, expectedVersion: expectedVersion ?? null });
      return { productId };
    },
    productDelete: async (_, { input: { productId } }, { em, actor }) => {
      await deleteProduct(em, { productId, by: signedIn(actor) });
      return { deletedProductId: productId };
    },
  },

  ProductCreatePayload: changedProduct,
  ProductUpdatePayload: changedProduct,
  ProductPublishPayload: changedProduct,
  ProductUnpublishPayload: changedProduct,
  ProductArchivePayload: changedProduct,
  ProductRestorePayload: changedProduct,
  ProductMediaSetPayload: changedProduct,

  Product: {
    __resolveReference: ({ id }, { loaders }) => loaders.product.load(id),
    name: ({ translations, name }, { locale }, { languages }) =>
      translated({ locale: UNSAID, translations }, wantedLanguages(locale, languages))?.name ?? name,
    description: ({ translations, description }, { locale }, { languages }) =>
      translated({ locale: UNSAID, translations }, wantedLanguages(locale, languages))?.description ?? description,
    category: ({ categoryId }, _, { loaders }) => present(loaders.category.load(categoryId)),
    seller: ({ sellerId }) => ({ id: sellerId }),
    publishProblems: async ({ sellerId }, _, { actor, loaders }) =>
      mayReadPrivate(actor, sellerId) ? publishProblemsOf(await loaders.standing.load(sellerId)) : null,
    media: async ({ id }, _, { loaders }) => [...(await loaders.mediaUsedBy.load(id))],
    featuredMedia: ({ id }, _, { loaders }) => loaders.firstMediaUsedBy.load(id),
    viewerCanEdit: ({ sellerId }, _, { actor }) => mayReadPrivate(actor, sellerId),
  },

  PublishProblem: {
    message: ({ message }, _, { language }) => message[language],
  },
};

/** A mutation that is told which product, and no more. */
function changing(command: (em: EntityManager, change: ChangeProduct) => Promise<void>) {
  return async (_: unknown, { input: { productId } }: { input: { productId: string } }, { em, actor }: Context) => {
    await command(em, { productId, by: signedIn(actor) });
    return { productId };
  };
}
