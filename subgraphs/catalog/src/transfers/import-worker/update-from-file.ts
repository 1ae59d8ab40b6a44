import { refuseAll, type Problem } from '@agora/platform/errors';
import { checked } from '@agora/platform/input/input';
import type { Actor } from '@agora/platform/security/actor';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CatalogCode } from '../../codes.ts';
import type { GivenAttribute } from '../../products/commands/fitting-values.ts';
import { setProductMedia } from '../../products/commands/set-product-media.ts';
import { updateProduct } from '../../products/commands/update-product.ts';
import { ProductUpdateInput } from '../../products/inputs/products.ts';
import { countStock } from '../../stock/commands/count-stock.ts';
import { createVariants } from '../../variants/commands/create-variants.ts';
import { updateOption } from '../../variants/commands/update-option.ts';
import { updateVariants } from '../../variants/commands/update-variants.ts';
import { ProductOptionUpdateInput, ProductVariantsCreateInput, ProductVariantsUpdateInput } from '../../variants/inputs.ts';
import { listIn } from '../format/list-cell.ts';
import { sentences } from '../sentences.ts';
import { type OptionOfSheet, optionsOf, type Sheet } from '../sheets.ts';
import type { KnownColumns } from './known-columns.ts';
import { pathOfCell, type Places } from './places-of-problems.ts';
import { priceInputs } from './price-inputs.ts';
import { stockCounts } from './stock-counts.ts';
import { variantIdsOf } from './variant-ids.ts';
import { tidy } from '../format/tidy.ts';
import { translateFromFile, translationsIn } from './translate-from-file.ts';
import type { WantedProduct, WantedVariant } from './wanted-product.ts';

export interface Change {
  readonly wanted: WantedProduct;
  /** What the product is now. */
  readonly sheet: Sheet;
  readonly known: KnownColumns;
  readonly by: Actor;
}

/** Runs a command, and says of what it refuses where in the file that stands. */
export type At = <T>(places: Places, work: () => Promise<T>) => Promise<T>;

/** Changes a product by the commands of its mutations. */
export async function updateFromFile(tx: EntityManager, change: Change, at: At): Promise<void> {
  const { wanted, sheet, by } = change;
  const productId = sheet.id;
  const locales = translationsIn(wanted, sheet.cells).map(({ locale }) => locale);
  const first = { wanted, variants: wanted.variants, priceColumns: [], locales };
  await at(first, async () => {
    refuseAll<CatalogCode>(stayingProblems(wanted, sheet));
    const { name, description, category: categorySlug, tags, taxClass } = wanted;
    const input = { productId, name, description, categorySlug, tags, taxClass, attributes: attributesAfter(change) };
    const { attributes, categorySlug: slug, ...facts } = checked(ProductUpdateInput, input);
    await updateProduct(tx, {
      productId,
      by,
      facts: {
        ...(facts.name !== undefined && { name: facts.name }),
        ...(facts.description !== undefined && { description: facts.description }),
        ...(facts.tags && { tags: facts.tags }),
        ...(facts.taxClass && { taxClass: facts.taxClass }),
      },
      categorySlug: slug,
      slug: undefined,
      attributes: attributes ?? undefined,
      relatedProductIds: undefined,
      expectedVersion: null,
    });
    if (wanted.pictures) await setProductMedia(tx, { productId, by, mediaIds: wanted.pictures, expectedVersion: null });
  });
  await at(first, () => translateFromFile(tx, wanted, { productId, now: sheet.cells, by }));

  const options = await at(first, () => withNewValues(tx, change));
  const existing = new Map(sheet.variants.map((variant) => [variant.sku, variant]));
  const [known, added] = [wanted.variants.filter(({ sku }) => existing.has(sku)), wanted.variants.filter(({ sku }) => !existing.has(sku))];

  const prices = known.map((variant) => priceInputs(variant, sheet.currencyCode, existing.get(variant.sku)?.cells));
  await at({ wanted, variants: known, priceColumns: prices.map(({ columns }) => columns) }, async () => {
    const variants = known.map((variant, index) => ({
      variantId: existing.get(variant.sku)?.id ?? '',
      optionValueIds: valueIdsOf(variant, options),
      prices: variant.prices.size > 0 ? prices[index]?.prices : undefined,
      barcode: variant.barcode,
      weightGrams: variant.weightGrams,
      isDigital: variant.isDigital,
      isEnabled: variant.isEnabled,
      mediaId: variant.picture,
    }));
    if (variants.length > 0) await updateVariants(tx, { ...checked(ProductVariantsUpdateInput, { productId, variants }), by });
  });

  if (added.length > 0) await addVariants(tx, change, added, at);
  const counted = wanted.variants.map((variant) => (existing.has(variant.sku) ? variant : withoutFirstUnits(variant)));
  const counts = stockCounts(counted, await variantIdsOf(tx, productId));
  if (counts.length > 0) await at(first, () => countStock(tx, counts, by, 'IMPORTED'));
}

async function addVariants(tx: EntityManager, { wanted, sheet, by }: Change, added: readonly WantedVariant[], at: At): Promise<void> {
  const productId = sheet.id;
  const prices = added.map((variant) => priceInputs(variant, sheet.currencyCode));
  await at({ wanted, variants: added, priceColumns: prices.map(({ columns }) => columns) }, async () => {
    const variants = added.map(({ sku, optionValues, barcode, weightGrams, isDigital, picture, stock }, index) => ({
      sku,
      optionValues,
      barcode,
      weightGrams,
      isDigital,
      mediaId: picture ?? undefined,
      prices: prices[index]?.prices ?? [],
      stock: stock.find(({ locationId }) => locationId === null)?.units ?? 0,
    }));
    await createVariants(tx, { ...checked(ProductVariantsCreateInput, { productId, variants }), by });
    const disabled = added.filter(({ isEnabled }) => isEnabled === false);
    if (disabled.length === 0) return;
    const ids = await variantIdsOf(tx, productId);
    const off = disabled.map(({ sku }) => ({
      variantId: ids.get(sku) ?? '',
      changes: { isEnabled: false },
      mediaId: undefined,
      position: undefined,
    }));
    await updateVariants(tx, { productId, by, expectedVersion: null, variants: off });
  });
}

/** What was put there when a variant was made is not counted again. */
function withoutFirstUnits(variant: WantedVariant): WantedVariant {
  return { ...variant, stock: variant.stock.filter(({ locationId }) => locationId !== null) };
}

/** What of a product that is there no file changes. */
function stayingProblems({ currency, locale, optionNames, variants }: WantedProduct, sheet: Sheet): Problem<CatalogCode>[] {
  const [first] = variants;
  if (!first) return [];
  const stays = (column: string): Problem<CatalogCode> => ({ code: 'INVALID', message: sentences.stays, field: pathOfCell(first, column) });
  const names = sheet.options.map(({ name }) => name);
  const isOtherOption =
    optionNames !== undefined && (optionNames.length !== names.length || optionNames.some((name, at) => tidy(name) !== names[at]));
  return [
    ...(currency !== undefined && currency !== sheet.currencyCode ? [stays('currency')] : []),
    ...(locale !== undefined && locale !== sheet.cells.get('locale') ? [stays('locale')] : []),
    ...(isOtherOption ? [stays('option1_name')] : []),
  ];
}

/** All that it tells from now on: what the file says, and what it has no column for. */
function attributesAfter({ wanted, sheet, known }: Change): readonly GivenAttribute[] | undefined {
  if (wanted.attributeKeys.size === 0) return undefined;
  const kept = [...sheet.cells].flatMap(([column, value]): GivenAttribute[] => {
    const key = column.startsWith('attribute:') ? column.slice('attribute:'.length) : null;
    if (key === null || wanted.attributeKeys.has(key)) return [];
    const kind = known.attributes.get(key);
    if (kind === 'NUMBER') return [{ key, number: value }];
    if (kind === 'BOOLEAN') return [{ key, boolean: value === 'true' }];
    if (kind === 'DATE') return [{ key, date: value }];
    return kind === 'TEXT' ? [{ key, text: value }] : [{ key, choices: listIn(value) }];
  });
  return [...wanted.attributes, ...kept];
}

/** The options of the product, with the values that are new in the file. */
async function withNewValues(tx: EntityManager, { wanted, sheet, by }: Change): Promise<readonly OptionOfSheet[]> {
  const isNew = sheet.options.map(({ values }, at) => {
    const known = new Set(values.map(({ name }) => name));
    return [...new Set(wanted.variants.flatMap(({ optionValues }) => optionValues[at] ?? []).map(tidy))].filter((name) => !known.has(name));
  });
  for (const [at, option] of sheet.options.entries()) {
    const added = isNew[at] ?? [];
    if (added.length === 0) continue;
    const values = [...option.values.map(({ id, name }) => ({ id, name })), ...added.map((name) => ({ name }))];
    const { position, ...given } = checked(ProductOptionUpdateInput, { productId: sheet.id, optionId: option.id, values });
    await updateOption(tx, { ...given, ...(position !== undefined && { position }), by });
  }
  return isNew.every((added) => added.length === 0) ? sheet.options : optionsOf(tx, [[sheet.id]]);
}

function valueIdsOf({ optionValues }: WantedVariant, options: readonly OptionOfSheet[]): string[] | undefined {
  if (optionValues.length === 0) return undefined;
  return optionValues.map((value, at) => options[at]?.values.find(({ name }) => name === tidy(value))?.id ?? '');
}
