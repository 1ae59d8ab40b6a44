import { present } from '@agora/platform/reading/batch';
import { checked } from '@agora/platform/input/input';
import { feedCursor } from '@agora/platform/live/feed';
import { lookUp } from '@agora/platform/reading/look-up';
import { mayReadPrivate, signedIn } from '@agora/platform/security/actor';
import { wantedLanguages } from '../names/reads/translations.ts';
import type { OptionNames } from '../products/model/product-option.ts';
import type { Context } from '../context.ts';
import type { ProductVariantsUpdatePayloadResolvers, Resolvers } from '../graph/schema.generated.ts';
import { stockFeed } from '../stock/feed.ts';
import { createOption } from './commands/create-option.ts';
import { createVariants } from './commands/create-variants.ts';
import { deleteOption } from './commands/delete-option.ts';
import { deleteVariants } from './commands/delete-variants.ts';
import { updateOption } from './commands/update-option.ts';
import { updateVariants } from './commands/update-variants.ts';
import {
  InventoryArgs,
  ProductOptionCreateInput,
  ProductOptionDeleteInput,
  ProductOptionUpdateInput,
  ProductVariantsCreateInput,
  ProductVariantsDeleteInput,
  ProductVariantsUpdateInput,
} from './inputs.ts';
import type { ProductOptionCreatePayload, ProductVariantsCreatePayload } from './mappers.ts';
import { chosenValues, nameIn, nameOfVariant, valuesOf } from './option-values.ts';
import type { OptionRow, VariantRow } from './reads/variants.ts';
import { beforeReduction, pricesOf, priceIn, rangeIn } from './prices.ts';

const changedProduct: ProductVariantsUpdatePayloadResolvers = {
  product: ({ productId }, _, { loaders }) => (productId ? loaders.product.load(productId) : null),
};

export const variants: Resolvers = {
  Query: {
    productVariant: (_, args, { loaders }) =>
      lookUp(args, { id: loaders.variant, sku: loaders.variantBySku, barcode: loaders.variantByBarcode }),
  },

  Mutation: {
    productVariantsCreate: async (_, { input }, { em, actor }) => {
      const given = checked(ProductVariantsCreateInput, input);
      const variantIds = await createVariants(em, { ...given, by: signedIn(actor) });
      return { productId: given.productId, variantIds };
    },
    productVariantsUpdate: async (_, { input }, { em, actor }) => {
      const given = checked(ProductVariantsUpdateInput, input);
      await updateVariants(em, { ...given, by: signedIn(actor) });
      return { productId: given.productId, variantIds: given.variants.map(({ variantId }) => variantId) };
    },
    productVariantsDelete: async (_, { input }, { em, actor }) => {
      const given = checked(ProductVariantsDeleteInput, input);
      await deleteVariants(em, { ...given, by: signedIn(actor) });
      return { productId: given.productId, deletedVariantIds: given.variantIds };
    },
    productOptionCreate: async (_, { input }, { em, actor }) => {
      const given = checked(ProductOptionCreateInput, input);
      return { productId: given.productId, optionId: await createOption(em, { ...given, by: signedIn(actor) }) };
    },
    productOptionUpdate: async (_, { input }, { em, actor }) => {
      const { productId, optionId, ...given } = checked(ProductOptionUpdateInput, input);
      await updateOption(em, { productId, optionId, ...given, by: signedIn(actor) });
      return { productId, optionId };
    },
    productOptionDelete: async (_, { input }, { em, actor }) => {
      const { productId, optionId, expectedVersion } = checked(ProductOptionDeleteInput, input);
      await deleteOption(em, { productId, optionId, expectedVersion, by: signedIn(actor) });
      return { productId, deletedOptionId: optionId };
    },
  },

  ProductOptionCreatePayload: { ...changedProduct, option: changedOption },
  ProductOptionUpdatePayload: { ...changedProduct, option: changedOption },
  ProductOptionDeletePayload: changedProduct,
  ProductVariantsCreatePayload: { ...changedProduct, variants: changedVariants },
  ProductVariantsUpdatePayload: { ...changedProduct, variants: changedVariants },
  ProductVariantsDeletePayload: { ...changedProduct, deletedVariantIds: ({ deletedVariantIds = [] }) => [...deletedVariantIds] },

  Product: {
    options: async ({ id }, _, { loaders }) => [...(await loaders.optionsOfProduct.load(id))],
    variants: async ({ id }, _, { loaders }) => [...(await loaders.variantsOfProduct.load(id))],
    priceFrom: async (product, { currencyCode }, { loaders }) => {
      const { fromMinorUnits: minorUnits, ...range } = await rangeIn(product, currencyCode, loaders);
      return { minorUnits, currencyCode: range.currencyCode };
    },
    priceTo: async (product, { currencyCode }, { loaders }) => {
      const { toMinorUnits: minorUnits, ...range } = await rangeIn(product, currencyCode, loaders);
      return { minorUnits, currencyCode: range.currencyCode };
    },
    liveCursor: async ({ id }, _, { loaders, cursors }) =>
      feedCursor(
        cursors,
        Object.fromEntries((await loaders.variantsOfProduct.load(id)).map((variant) => [stockFeed(variant.id), variant.feedSeq])),
      ),
    isAvailable: async ({ id }, _, { loaders }) => (await loaders.purchasableOfProduct.load(id)) > 0,
  },

  User: {
    variants: ({ id }, { filter, sort, ...page }, { actor, loaders }) =>
      mayReadPrivate(actor, id)
        ? loaders.inventoryOf.load(id, {
            ...page,
            ...checked(InventoryArgs, { filter }),
            sort: { field: sort?.field ?? 'SKU', direction: sort?.direction ?? 'ASC' },
          })
        : null,
  },

  ProductOption: {
    name: (option, { locale }, { languages }) => nameIn(option, option.locale, wantedLanguages(locale, languages)),
    names: ({ names }) => textsOf(names),
    values: (option) => valuesOf(option),
  },

  ProductOptionValue: {
    name: (value, { locale }, { languages }) => nameIn(value, value.option.locale, wantedLanguages(locale, languages)),
    names: ({ names }) => textsOf(names),
  },

  ProductVariant: {
    __resolveReference: ({ id }, { loaders }) => loaders.variant.load(id),
    product: ({ productId }, _, { loaders }) => present(loaders.product.load(productId)),
    name: (variant, { locale }, { loaders, languages }) => nameOfVariant(variant, wantedLanguages(locale, languages), loaders),
    optionValues: (variant, _, { loaders }) => chosenValues(variant, loaders),
    price: (variant, { currencyCode }, { loaders }) => priceIn(variant, currencyCode, loaders),
    compareAtPrice: async (variant, { currencyCode }, { loaders }) => beforeReduction(await priceIn(variant, currencyCode, loaders)),
    prices: (variant, _, { loaders }) => pricesOf(variant, loaders),
    media: async ({ id, productId }, _, { loaders }) => {
      const [own, ofProduct] = await Promise.all([loaders.firstMediaUsedBy.load(id), loaders.firstMediaUsedBy.load(productId)]);
      return own ?? ofProduct;
    },
    isPurchasable: ({ isEnabled, isOnSale, availableQuantity }) => isEnabled && isOnSale && availableQuantity > 0,
    viewerCanEdit: ({ sellerId }, _, { actor }) => mayReadPrivate(actor, sellerId),
  },

  VariantPrice: {
    price: (price) => price,
    compareAtPrice: (price) => beforeReduction(price),
  },
};

async function changedOption(
  { productId, optionId }: ProductOptionCreatePayload,
  _: unknown,
  { loaders }: Context,
): Promise<OptionRow | null> {
  if (!productId) return null;
  return (await loaders.optionsOfProduct.load(productId)).find(({ id }) => id === optionId) ?? null;
}

async function changedVariants(
  { variantIds }: ProductVariantsCreatePayload,
  _: unknown,
  { loaders }: Context,
): Promise<VariantRow[] | null> {
  return variantIds ? Promise.all(variantIds.map((id) => present(loaders.variant.load(id)))) : null;
}

function textsOf(names: OptionNames) {
  return Object.entries(names).map(([locale, text]) => ({ locale, text }));
}
