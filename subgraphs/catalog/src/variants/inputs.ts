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
import { MAX_VARIANTS } from '../products/model/product.ts';
import { sentences } from '../products/variant-sentences.ts';

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

function atLeastOne<Of extends z.ZodType>(one: Of) {
  return z
    .array(one)
    .max(MAX_VARIANTS)
    .refine((list) => list.length > 0, said(sentences.noVariant));
}
