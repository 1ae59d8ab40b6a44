import { present } from '@agora/platform/reading/batch';
import { lookUp } from '@agora/platform/reading/look-up';
import { mayReadPrivate } from '@agora/platform/security/actor';
import { wantedLanguages } from '../names/reads/translations.ts';
import type { OptionNames } from '../products/model/product-option.ts';
import type { Resolvers } from '../graph/schema.generated.ts';
import { chosenValues, nameIn, nameOfVariant, valuesOf } from './option-values.ts';
import { beforeReduction, pricesOf, priceIn, rangeIn } from './prices.ts';

export const variants: Resolvers = {
  Query: {
    productVariant: (_, args, { loaders }) =>
      lookUp(args, { id: loaders.variant, sku: loaders.variantBySku, barcode: loaders.variantByBarcode }),
  },

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
    isAvailable: async ({ id }, _, { loaders }) => (await loaders.purchasableOfProduct.load(id)) > 0,
  },

  ProductOption: {
    name: (named, { locale }, { languages }) => nameIn(named, wantedLanguages(locale, languages)),
    names: ({ names }) => textsOf(names),
    values: (option) => valuesOf(option),
  },

  ProductOptionValue: {
    name: (named, { locale }, { languages }) => nameIn(named, wantedLanguages(locale, languages)),
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
    isPurchasable: ({ isEnabled, isOnSale, availableQuantity }) => isEnabled && isOnSale && availableQuantity > 0,
    viewerCanEdit: ({ sellerId }, _, { actor }) => mayReadPrivate(actor, sellerId),
  },

  VariantPrice: {
    price: (price) => price,
    compareAtPrice: (price) => beforeReduction(price),
  },
};

function textsOf(names: OptionNames) {
  return Object.entries(names).map(([locale, text]) => ({ locale, text }));
}
