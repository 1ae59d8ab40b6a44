import { checked } from '@agora/platform/input/input';
import type { Actor } from '@agora/platform/security/actor';
import type { Language } from '@agora/platform/input/sentence';
import type { EntityManager } from '@mikro-orm/postgresql';
import { createProduct } from '../../products/commands/create-product.ts';
import { ProductCreateInput } from '../../products/inputs/products.ts';
import { countStock } from '../../stock/commands/count-stock.ts';
import { updateVariants } from '../../variants/commands/update-variants.ts';
import type { Places } from './places-of-problems.ts';
import { priceInputs } from './price-inputs.ts';
import { stockCounts } from './stock-counts.ts';
import { translateFromFile, translationsIn } from './translate-from-file.ts';
import { variantIdsOf } from './variant-ids.ts';
import type { WantedProduct } from './wanted-product.ts';

/** The input of `productCreate` that the lines of a new product are, and where its parts stand in them. */
export function creation(wanted: WantedProduct): { input: unknown; places: Places } {
  const {
    name,
    description,
    locale,
    category: categorySlug,
    tags,
    taxClass,
    attributes,
    pictures: mediaIds,
    optionNames = [],
    variants,
  } = wanted;
  const currency = wanted.currency ?? '';
  const prices = variants.map((variant) => priceInputs(variant, currency));
  const input = {
    name,
    description,
    locale,
    categorySlug,
    tags,
    taxClass,
    attributes,
    mediaIds,
    stock: 0,
    options: optionNames.map((option, at) => ({
      name: option,
      values: [...new Set(variants.flatMap(({ optionValues }) => optionValues[at] ?? []))].map((value) => ({ name: value })),
    })),
    variants: variants.map(({ sku, optionValues, barcode, weightGrams, isDigital, picture, stock }, at) => ({
      sku,
      optionValues,
      barcode,
      weightGrams,
      isDigital,
      mediaId: picture ?? undefined,
      prices: prices[at]?.prices ?? [],
      stock: stock.find(({ locationId }) => locationId === null)?.units ?? 0,
    })),
  };
  const locales = translationsIn(wanted, new Map()).map(({ locale: tag }) => tag);
  return { input, places: { wanted, variants, locales, priceColumns: prices.map(({ columns }) => columns) } };
}

/** Drafts a product as `productCreate` does; what that cannot say of a new one, its lines say after it. */
export async function createFromFile(
  tx: EntityManager,
  wanted: WantedProduct,
  input: unknown,
  { by, language }: { readonly by: Actor; readonly language: Language },
): Promise<void> {
  const { locale, ...given } = checked(ProductCreateInput, input);
  const productId = await createProduct(tx, { ...given, locale: locale ?? language, sellerId: by.id });
  await translateFromFile(tx, wanted, { productId, now: new Map(), by });
  const disabled = wanted.variants.filter(({ isEnabled }) => isEnabled === false);
  const elsewhere = wanted.variants.filter(({ stock }) => stock.some(({ locationId, units }) => locationId !== null && units > 0));
  if (disabled.length === 0 && elsewhere.length === 0) return;
  const ids = await variantIdsOf(tx, productId);
  const counts = stockCounts(elsewhere, ids).filter(({ stockLocationId }) => stockLocationId !== null);
  if (counts.length > 0) await countStock(tx, counts, by, 'IMPORTED');
  if (disabled.length === 0) return;
  const variants = disabled.map((variant) => ({
    variantId: ids.get(variant.sku) ?? '',
    changes: { isEnabled: false },
    mediaId: undefined,
    position: undefined,
  }));
  await updateVariants(tx, { productId, by, expectedVersion: null, variants });
}
