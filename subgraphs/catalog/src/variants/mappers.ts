import type { Connection } from '@agora/platform/reading/connection';
import type { Price } from '../products/model/price.ts';
import type { ChosenValue } from './option-values.ts';
import type { OptionRow, VariantRow } from './reads/variants.ts';

export type ProductVariant = VariantRow;
export type ProductVariantConnection = Connection<VariantRow>;
export type ProductOption = OptionRow;
export type ProductOptionValue = ChosenValue;
export type VariantPrice = Price;

/** Stored for repeats of the same request: ids only. */
export interface ProductVariantsCreatePayload {
  readonly productId?: string;
  readonly variantIds?: readonly string[];
}
export type ProductVariantsUpdatePayload = ProductVariantsCreatePayload;

export interface ProductVariantsDeletePayload {
  readonly productId?: string;
  readonly deletedVariantIds?: readonly string[];
}

/** Stored for repeats of the same request: ids only. */
export interface ProductOptionCreatePayload {
  readonly productId?: string;
  readonly optionId?: string;
}
export type ProductOptionUpdatePayload = ProductOptionCreatePayload;

export interface ProductOptionDeletePayload {
  readonly productId?: string;
  readonly deletedOptionId?: string;
}
