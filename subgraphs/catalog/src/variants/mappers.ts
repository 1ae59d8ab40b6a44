import type { Price } from '../products/model/price.ts';
import type { ChosenValue } from './option-values.ts';
import type { OptionRow, VariantRow } from './reads.ts';

export type ProductVariant = VariantRow;
export type ProductOption = OptionRow;
export type ProductOptionValue = ChosenValue;
export type VariantPrice = Price;
