import { present } from '@agora/platform/reading/batch';
import { lookUp } from '@agora/platform/reading/look-up';
import { isAdmin, isModerator, mayReadPrivate, signedIn } from '@agora/platform/security/actor';
import { checked } from '@agora/platform/input/input';
import { createProduct } from './commands/create-product.ts';
import { attributesInOrder } from './attributes-in-order.ts';
import { type Obstacle, productProblemsOf, sellersProblemsOf } from './publish-problems.ts';
import { publishProduct } from './commands/publish-product.ts';
import { labelIn } from '../names/model/label.ts';
import { chosen, textOfAttribute } from './text-of-attribute.ts';
import { translationList } from '../names/reads/translation-list.ts';
import { languageOf, translated, wantedLanguages } from '../names/reads/translations.ts';
import { archiveProduct } from './commands/archive-product.ts';
import { deleteProduct } from './commands/delete-product.ts';
import { duplicateProduct } from './commands/duplicate-product.ts';
import type { ChangeProduct } from './commands/lock-product.ts';
import { restoreProduct } from './commands/restore-product.ts';
import { schedulePublication } from './commands/schedule-publication.ts';
import { setProductMedia } from './commands/set-product-media.ts';
import { unpublishProduct } from './commands/unpublish-product.ts';
import { updateProduct } from './commands/update-product.ts';
import { reinstateProduct, takeDownProduct } from './commands/take-down-product.ts';
import { translateProduct, untranslateProduct } from './commands/translate-product.ts';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../context.ts';
import { ProductReinstateInput, ProductTakeDownInput } from './inputs/moderation.ts';
import { ProductCreateInput, ProductDuplicateInput, ProductUpdateInput } from './inputs/products.ts';
import { ProductTranslationsDeleteInput, ProductTranslationsSetInput } from './inputs/translations.ts';
import type { ProductRow } from './reads/products.ts';
import type { ProductUpdatePayloadResolvers, Resolvers } from '../graph/schema.generated.ts';

const MAX_PROBLEMS = 20;

const changedProduct: ProductUpdatePayloadResolvers = {
  product: ({ productId }, _, { loaders }) => (productId ? loaders.product.load(productId) : null),
};

export const products: Resolvers = {
  Query: {
    product: (_, args, { loaders }) => lookUp(args, { id: loaders.product, slug: loaders.productBySlug }),
  },

  Mutation: {
    productCreate: async (_, { input }, { em, actor, language }) => {
      const { locale, ...given } = checked(ProductCreateInput, input);
      return { productId: await createProduct(em, { ...given, locale: locale ?? language, sellerId: signedIn(actor).id }) };
    },
    productUpdate: async (_, { input }, { em, actor }) => {
      const { productId, categorySlug, slug, attributes, relatedProductIds, expectedVersion, tags, taxClass, ...texts } = checked(
        ProductUpdateInput,
        input,
      );
      await updateProduct(em, {
        productId,
        by: signedIn(actor),
        facts: { ...texts, ...(tags && { tags }), ...(taxClass && { taxClass }) },
        categorySlug,
        slug,
        attributes: attributes ?? undefined,
        relatedProductIds: relatedProductIds ?? undefined,
        expectedVersion: expectedVersion ?? null,
      });
      return { productId };
    },
    productPublish: async (_, { input: { productId, expectedVersion } }, { em, actor }) => {
      await publishProduct(em, { productId, sellerId: signedIn(actor).id, expectedVersion: expectedVersion ?? null });
      return { productId };
    },
    productUnpublish: changing(unpublishProduct),
    productPublicationSchedule: async (_, { input }, { em, actor }) => {
      const { productId, publishAt, unpublishAt, expectedVersion } = input;
      await schedulePublication(em, {
        productId,
        sellerId: signedIn(actor).id,
        publishAt: publishAt == null ? null : new Date(publishAt),
        unpublishAt: unpublishAt == null ? null : new Date(unpublishAt),
        expectedVersion: expectedVersion ?? null,
      });
      return { productId };
    },
    productArchive: changing(archiveProduct),
    productRestore: changing(restoreProduct),
    productMediaSet: async (_, { input: { productId, mediaIds, expectedVersion } }, { em, actor }) => {
      await setProductMedia(em, { productId, by: signedIn(actor), mediaIds, expectedVersion: expectedVersion ?? null });
      return { productId };
    },
    productDuplicate: async (_, { input }, { em, actor }) => {
      const { productId, name } = checked(ProductDuplicateInput, input);
      return { productId: await duplicateProduct(em, { productId, sellerId: signedIn(actor).id, name: name ?? null }) };
    },
    productDelete: async (_, { input: { productId } }, { em, actor }) => {
      await deleteProduct(em, { productId, by: signedIn(actor) });
      return { deletedProductId: productId };
    },
    productTranslationsSet: async (_, { input }, { em, actor }) => {
      const { expectedVersion, ...wanted } = checked(ProductTranslationsSetInput, input);
      await translateProduct(em, { ...wanted, by: signedIn(actor), expectedVersion: expectedVersion ?? null });
      return { productId: wanted.productId };
    },
    productTranslationsDelete: async (_, { input }, { em, actor }) => {
      const { expectedVersion, ...wanted } = checked(ProductTranslationsDeleteInput, input);
      await untranslateProduct(em, { ...wanted, by: signedIn(actor), expectedVersion: expectedVersion ?? null });
      return { productId: wanted.productId };
    },
    productTakeDown: async (_, { input }, { em, actor }) => {
      const { productId, ...takedown } = checked(ProductTakeDownInput, input);
      await takeDownProduct(em, { productId, by: signedIn(actor), ...takedown });
      return { productId };
    },
    productReinstate: async (_, { input }, { em, actor }) => {
      const { productId, message } = checked(ProductReinstateInput, input);
      await reinstateProduct(em, { productId, by: signedIn(actor), message });
      return { productId };
    },
  },

  ProductCreatePayload: changedProduct,
  ProductUpdatePayload: changedProduct,
  ProductDuplicatePayload: changedProduct,
  ProductPublishPayload: changedProduct,
  ProductUnpublishPayload: changedProduct,
  ProductPublicationSchedulePayload: changedProduct,
  ProductArchivePayload: changedProduct,
  ProductRestorePayload: changedProduct,
  ProductMediaSetPayload: changedProduct,
  ProductTranslationsSetPayload: changedProduct,
  ProductTranslationsDeletePayload: changedProduct,
  ProductTakeDownPayload: changedProduct,
  ProductReinstatePayload: changedProduct,

  Product: {
    __resolveReference: ({ id }, { loaders }) => loaders.product.load(id),
    name: (product, { locale }, { languages }) => translated(product, wantedLanguages(locale, languages))?.name ?? product.name,
    description: (product, { locale }, { languages }) =>
      translated(product, wantedLanguages(locale, languages))?.description ?? product.description,
    contentLocale: (product, { locale }, { languages }) => languageOf(product, wantedLanguages(locale, languages)) ?? product.locale,
    translations: (product, _, { actor }) => (mayReadPrivate(actor, product.sellerId) ? translationList(product) : null),
    category: ({ categoryId }, _, { loaders }) => present(loaders.category.load(categoryId)),
    seller: ({ sellerId }) => ({ id: sellerId }),
    media: async ({ id }, _, { loaders }) => [...(await loaders.mediaUsedBy.load(id))],
    featuredMedia: ({ id }, _, { loaders }) => loaders.firstMediaUsedBy.load(id),
    attributes: (product, _, { loaders }) => attributesInOrder(product, loaders),
    publishAt: ({ sellerId, publishAt }, _, { actor }) => (mayReadPrivate(actor, sellerId) ? publishAt : null),
    unpublishAt: ({ sellerId, unpublishAt }, _, { actor }) => (mayReadPrivate(actor, sellerId) ? unpublishAt : null),
    publishProblems: async (product, _, { actor, loaders }) =>
      mayReadPrivate(actor, product.sellerId) ? (await obstaclesOf(product, loaders)).slice(0, MAX_PROBLEMS) : null,
    takedown: ({ id, sellerId, takenDownAt }, _, { actor, loaders }) =>
      takenDownAt !== null && (mayReadPrivate(actor, sellerId) || isModerator(actor)) ? loaders.takedown.load(id) : null,
    viewerCanTakeDown: ({ sellerId, status, takenDownAt }, _, { actor }) =>
      (isAdmin(actor) || isModerator(actor)) && actor?.id !== sellerId && (status === 'PUBLISHED' || takenDownAt !== null),
    viewerCanEdit: ({ sellerId }, _, { actor }) => mayReadPrivate(actor, sellerId),
    viewerCanPublish: async (product, _, { actor, loaders }) =>
      product.status === 'DRAFT' && product.sellerId === actor?.id && (await obstaclesOf(product, loaders)).length === 0,
    viewerCanDelete: async ({ id, sellerId, status }, _, { actor, loaders }) =>
      status === 'DRAFT' &&
      mayReadPrivate(actor, sellerId) &&
      (await Promise.all([loaders.ordersOfProduct.load(id), loaders.reviewCountOfProduct.load(id)])).every((count) => count === 0),
  },

  ProductTakedown: {
    reason: ({ takedownReason, id }) => {
      if (takedownReason === null) throw new Error(`${id} was taken down without a reason.`);
      return takedownReason;
    },
    message: ({ takedownMessage }) => takedownMessage,
    takenDownBy: ({ takenDownBy }, _, { actor }) =>
      takenDownBy !== null && (isAdmin(actor) || isModerator(actor)) ? { id: takenDownBy } : null,
  },

  ProductAttribute: {
    key: ({ definition }) => definition.key,
    name: ({ definition }, { locale }, { languages }) => labelIn(definition.names, wantedLanguages(locale, languages)),
    text: (fact, { locale }, { languages }) => textOfAttribute(fact, wantedLanguages(locale, languages)),
    date: ({ day }) => day,
    choices: (fact) => chosen(fact),
  },

  PublishProblem: {
    message: ({ message }, _, { language }) => message[language],
  },
};

/** What keeps a product off sale. */
async function obstaclesOf({ id, sellerId, takenDownAt }: ProductRow, loaders: Context['loaders']): Promise<Obstacle[]> {
  const [standing, missing, enabled] = await Promise.all([
    loaders.standing.load(sellerId),
    loaders.missingAttributesOfProduct.load(id),
    loaders.enabledVariantsOf.load(id),
  ]);
  return [...sellersProblemsOf(standing), ...productProblemsOf({ takenDownAt }, missing, enabled > 0)];
}

/** A mutation that is told which product, and no more. */
function changing(command: (em: EntityManager, change: ChangeProduct) => Promise<void>) {
  return async (_: unknown, { input: { productId } }: { input: { productId: string } }, { em, actor }: Context) => {
    await command(em, { productId, by: signedIn(actor) });
    return { productId };
  };
}
