import { searchText, term } from '@agora/platform/input/input';
import { said } from '@agora/platform/input/said';
import * as z from 'zod';
import {
  Barcode,
  NewVariantInput,
  OptionInput,
  OptionName,
  OptionNames,
  OptionValues,
  PricesInput,
  Sku,
  WeightGrams,
} from '../products/inputs/variants.ts';
import { MAX_OPTIONS } from '../products/model/product-option.ts';
import { MAX_VARIANTS, PRODUCT_STATUSES } from '../products/model/product.ts';
import { sentences } from '../products/variant-sentences.ts';
import { STOCK_STATUSES } from '../stock/model/stock-status.ts';

const MAX_CHOICES = 100;

const change = {
  productId: z.string(),
  expectedVersion: z
    .int()
    .nullish()
    .transform((version) => version ?? null),
};

export const ProductVariantsCreateInput = z.object({ ...change, variants: atLeastOne(NewVariantInput) });

const ProductVariantUpdateInput = z
  .object({
    variantId: z.string(),
    sku: Sku.optional(),
    optionValueIds: z.array(z.string()).max(MAX_OPTIONS).optional(),
    prices: PricesInput.optional(),
    barcode: Barcode.nullable().optional(),
    weightGrams: WeightGrams.nullable().optional(),
    isDigital: z.boolean().optional(),
    isEnabled: z.boolean().optional(),
    mediaId: z.string().nullish(),
    position: z.int().min(0).optional(),
  })
  .transform(({ variantId, mediaId, position, ...changes }) => ({ variantId, mediaId, position, changes }));

export const ProductVariantsUpdateInput = z.object({ ...change, variants: atLeastOne(ProductVariantUpdateInput) });

export const ProductVariantsDeleteInput = z.object({ ...change, variantIds: atLeastOne(z.string()) });

export const ProductOptionCreateInput = z.object({ ...change, option: OptionInput });

export const ProductOptionUpdateInput = z.object({
  ...change,
  optionId: z.string(),
  name: OptionName.optional(),
  names: OptionNames.nullish(),
  values: OptionValues.optional(),
  position: z.int().min(0).optional(),
});

export const ProductOptionDeleteInput = z.object({ ...change, optionId: z.string() });

const Ids = z.array(term(50)).max(MAX_CHOICES);

/** Arguments of `User.variants`, so that a problem names its place in them; null asks for nothing. */
export const InventoryArgs = z.object({
  filter: z
    .object({
      query: optional(searchText(100)),
      productIds: optional(Ids),
      productStatuses: optional(z.array(z.enum(PRODUCT_STATUSES)).max(PRODUCT_STATUSES.length)),
      stockStatuses: optional(z.array(z.enum(STOCK_STATUSES)).max(STOCK_STATUSES.length)),
      stockLocationIds: optional(Ids),
      isEnabled: optional(z.boolean()),
    })
    .nullish()
    .transform((filter) => filter ?? {}),
});

function optional<Value>(schema: z.ZodType<Value>) {
  return schema.nullish().transform((value) => value ?? undefined);
}

function atLeastOne<Of extends z.ZodType>(one: Of) {
  return z
    .array(one)
    .max(MAX_VARIANTS)
    .refine((list) => list.length > 0, said(sentences.noVariant));
}
