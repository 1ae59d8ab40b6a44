import { line, term } from '@agora/platform/input/input';
import { said } from '@agora/platform/input/said';
import { minorUnitsOf, MoneyInput } from '@agora/platform/money';
import * as z from 'zod';
import { localisedTexts } from '../../names/inputs.ts';
import { isGtin } from '../model/gtin.ts';
import type { Price } from '../model/price.ts';
import { MAX_SKU_LENGTH } from '../model/product-variant.ts';
import { MAX_OPTIONS, MAX_VALUES } from '../model/product-option.ts';
import { sentences } from '../variant-sentences.ts';

const MAX_NAME_LENGTH = 40;
const MAX_CURRENCIES = 20;
const MAX_MILLION = 1_000_000;
const COLOUR = /^#[0-9a-f]{6}$/i;

export const Sku = line(MAX_SKU_LENGTH);
export const Stock = z.int().min(0).max(MAX_MILLION);
export const PriceInput = MoneyInput.refine(({ minorUnits }) => minorUnits > 0, {
  path: ['amount'],
  ...said(sentences.priceNotAboveZero),
});

const VariantPriceInput = z
  .object({ price: PriceInput, compareAtAmount: z.string().nullish() })
  .transform(({ price, compareAtAmount }, context): Price => {
    if (compareAtAmount == null) return { ...price, compareAtMinorUnits: null };
    const before = minorUnitsOf(compareAtAmount, price.currencyCode);
    if (before !== null && before > price.minorUnits) return { ...price, compareAtMinorUnits: before };
    context.addIssue({ code: 'custom', path: ['compareAtAmount'], ...said(sentences.noReduction) });
    return z.NEVER;
  });

/** `[VariantPriceInput!]`, each currency once. */
export const PricesInput = z
  .array(VariantPriceInput)
  .max(MAX_CURRENCIES)
  .refine((prices) => prices.length > 0, said(sentences.noPrice))
  .refine((prices) => areDistinct(prices.map(({ currencyCode }) => currencyCode)), said(sentences.currencyTwice));

export const Barcode = z.string().refine(isGtin, said(sentences.noBarcode));
export const WeightGrams = z.int().min(0).max(MAX_MILLION);

/** `ProductVariantCreateInput` of the graph. */
export const NewVariantInput = z.object({
  sku: Sku,
  optionValues: z.array(line(MAX_NAME_LENGTH)).max(MAX_OPTIONS),
  prices: PricesInput,
  stock: Stock,
  stockLocationId: orNull(term(50)),
  barcode: orNull(Barcode),
  weightGrams: orNull(WeightGrams),
  isDigital: z
    .boolean()
    .nullish()
    .transform((isDigital) => isDigital ?? false),
  mediaId: z.string().nullish(),
  lowStockThreshold: orNull(z.int().min(0).max(MAX_MILLION)),
});
export type NewVariantInput = z.output<typeof NewVariantInput>;

/** `ProductOptionValueInput`; what is absent is undefined. */
const OptionValueInput = z.object({
  id: z.string().nullish(),
  name: line(MAX_NAME_LENGTH),
  names: localisedTexts(MAX_NAME_LENGTH).nullish(),
  colour: z.string().regex(COLOUR).toLowerCase().nullish(),
});

export const OptionName = line(MAX_NAME_LENGTH);
export const OptionNames = localisedTexts(MAX_NAME_LENGTH);
export const OptionValues = z
  .array(OptionValueInput)
  .max(MAX_VALUES)
  .refine((values) => values.length > 0, said(sentences.noValue))
  .refine((values) => areDistinct(values.map(({ name }) => name)), said(sentences.valueTwice));

/** `ProductOptionInput`. */
export const OptionInput = z.object({ name: OptionName, names: OptionNames.nullish(), values: OptionValues });
export type OptionInput = z.output<typeof OptionInput>;

function orNull<Value>(schema: z.ZodType<Value>) {
  return schema.nullish().transform((value) => value ?? null);
}

function areDistinct(things: readonly unknown[]): boolean {
  return new Set(things).size === things.length;
}
